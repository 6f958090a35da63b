# SPDX-License-Identifier: MPL-2.0
"""Make the answers of two audits that are compared."""

from tests.making import make_checklist

RATED = make_checklist(
    {"id": "plan", "text": "Is there a plan?"},
    {"id": "voice", "scale": "quality"},
    {"id": "why", "kind": "text"},
    {"id": "seen", "kind": "date"},
)


def answers(**values):
    """Return answers by question: a value, or the fields of an answer."""
    return {
        key: value if isinstance(value, dict) else {"value": value} for key, value in values.items()
    }
