# SPDX-License-Identifier: MPL-2.0
"""Test when feedback is settled, a concern is closed and an action is late."""

import datetime as dt

import pytest

from auditapp.model.follow_up import ActionStatus, Concern, Feedback, days_late
from tests.making import Clock


@pytest.mark.parametrize(
    ("fields", "is_complete"),
    [
        ({}, False),
        ({"said": "She helps"}, False),
        ({"asked": True}, False),
        ({"asked": True, "said": "  "}, False),
        ({"asked": True, "said": "She helps"}, True),
        ({"asked": False}, False),
        ({"asked": False, "said": "She helps"}, False),
        ({"asked": False, "why_not": "\n"}, False),
        ({"asked": False, "why_not": "Too young"}, True),
    ],
)
def test_feedback_is_settled_by_words_or_by_a_reason(fields, is_complete):
    """Asked and answered, or not asked and why."""
    assert is_complete is Feedback(**fields).is_complete


def test_a_concern_is_open_until_it_is_closed():
    """The response alone does not close it; the person does."""
    concern = Concern(what="Alone at night", found_at=Clock().now, response="Visited")

    assert concern.is_open
    assert not concern.model_copy(update={"closed_at": Clock().now}).is_open


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        (ActionStatus.OPEN, dt.date(2026, 11, 20), 3),
        (ActionStatus.OPEN, dt.date(2026, 11, 23), 0),
        (ActionStatus.OPEN, dt.date(2026, 11, 30), 0),
        (ActionStatus.OPEN, None, 0),
        (ActionStatus.DONE, dt.date(2026, 11, 20), 0),
    ],
)
def test_only_what_somebody_still_waits_for_is_late(status, due, expected):
    """From the day after it was due."""
    assert expected == days_late(status, due, dt.date(2026, 11, 23))
