# SPDX-License-Identifier: MPL-2.0
"""Make an audit in which every field is filled, texts with marker words that are nowhere else."""

from itertools import count

from tests.auditapp.report.filling import filled_outline


def full_audit(make_outline, questions, **more):
    """Return the outline of such an audit and the number of its marker words; ``more`` fields."""
    words = (f"marker{number:04}" for number in count())
    outline = filled_outline(make_outline, questions, lambda: next(words), **more)
    return outline, int(next(words).removeprefix("marker"))
