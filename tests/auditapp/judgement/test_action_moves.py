# SPDX-License-Identifier: MPL-2.0
"""Test what is said of an action that was put off or handed on."""

import datetime as dt

import pytest

from auditapp.judgement.action_moves import change_words, due_words
from auditapp.model.action_progress import ActionNow
from auditapp.model.follow_up import Action
from tests.making import Clock

FIRST = dt.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ""),
        ({"due_moves": 1, "first_due": FIRST}, "First due 1 October 2026, moved once"),
        ({"due_moves": 2, "first_due": FIRST}, "First due 1 October 2026, moved twice"),
        ({"due_moves": 5, "first_due": FIRST}, "First due 1 October 2026, moved 5 times"),
        ({"due_moves": 1}, "At first without a date, moved once"),
        ({"owner_moves": 1, "first_owner": "Social worker"}, "At first: Social worker"),
        ({"owner_moves": 1}, "At first: nobody"),
        (
            {"due_moves": 1, "first_due": FIRST, "owner_moves": 2, "first_owner": "Nurse"},
            "First due 1 October 2026, moved once. At first: Nurse",
        ),
    ],
)
def test_the_first_date_and_owner_stay_in_sight(fields, expected):
    """And how often the date was moved."""
    assert expected == change_words(ActionNow(what="Visit.", created_at=Clock().now, **fields))


def test_an_action_as_it_was_signed_says_nothing_of_that():
    """It has a date, or none."""
    action = Action(what="Visit.", created_at=Clock().now, due=FIRST)
    assert ("", "1 October 2026") == (change_words(action), due_words(action))
    assert "No date" == due_words(action.model_copy(update={"due": None}))
