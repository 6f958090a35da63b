# SPDX-License-Identifier: MPL-2.0
"""Test how what an answer rests on is put into words."""

import datetime as dt

import pytest

from auditapp.judgement.evidence_words import evidence_words
from auditapp.model.answer import Evidence

DAY = dt.date(2026, 6, 12)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"document": "Plan", "date": DAY, "place": "page 3"}, "Plan, 12 June 2026, page 3"),
        ({"document": "Plan"}, "Plan"),
        ({"document": "", "place": "page 3"}, "Document not named, page 3"),
        ({"document": "", "source": "worker"}, "Talk with the worker"),
        ({"document": "", "date": DAY, "source": "family"}, "Child or family: 12 June 2026"),
        ({"document": "Minutes", "source": "partner"}, "Partner agency: Minutes"),
    ],
)
def test_evidence_is_one_line(fields, words):
    """Parts that are missing leave no gap, and only the case file goes without saying."""
    assert words == evidence_words(Evidence(**fields))
