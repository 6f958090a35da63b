# SPDX-License-Identifier: MPL-2.0
"""Say conditions for those who have the checklist on paper."""

import pytest
from pydantic import TypeAdapter

from auditapp.checklist.condition_models import Condition
from auditapp.checklist.paper_conditions import PaperConditions
from auditapp.checklist.question_numbers import question_numbers
from tests.making import make_checklist

CONDITION = TypeAdapter(Condition)
ANSWERS = [{"id": "now", "text": "Yes, now"}, {"id": "later", "text": "Later"}]


@pytest.fixture(scope="module")
def conditions():
    """Return the conditions of a checklist with a question of each kind that matters here."""
    checklist = make_checklist(
        {"id": "r"},
        {"id": "c", "kind": "choice", "answers": ANSWERS},
        {"id": "d", "kind": "date"},
        {"id": "s", "kind": "dates"},
        {"id": "old", "retired": True},
    )
    return PaperConditions(checklist, question_numbers([checklist]))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"question": "r", "is": ["partly_met", "not_met"]}, "1 is Partly met or Not met"),
        ({"question": "c", "is_not": "now"}, "2 is not “Yes, now”"),
        ({"question": "c", "answered": True}, "2 is answered"),
        ({"question": "old", "answered": True}, "old is answered"),
        ({"question": "d", "less_than": {"today": 0}}, "3 is before the last day of the period"),
        (
            {"question": "d", "at_most": {"today": -1}},
            "3 is on or before 1 day before the last day of the period",
        ),
        (
            {"question": "d", "more_than": {"today": 30}},
            "3 is after 30 days after the last day of the period",
        ),
        ({"question": "d", "at_least": {"question": "d"}}, "3 is on or after the answer to 3"),
        (
            {"question": "s", "of": "count", "less_than": 2},
            "the number of answers to 4 is less than 2",
        ),
        (
            {"question": "s", "timescale": ["late", "not_applicable"]},
            "4 has the timescale late or not applicable",
        ),
        ({"cohort": ["CIC", "CP"]}, "the child is “Child in care” or “Child protection plan”"),
        (
            {"answers_in": "only", "equal": ["not_met", "unheard"], "at_least": 2},
            "at least 2 answers in “The only section” are Not met or unheard",
        ),
        (
            {"answers_in": "checklist", "equal": "met", "at_least": 1},
            "at least 1 answer in this checklist is Met",
        ),
    ],
)
def test_conditions_are_said_by_what_is_printed(conditions, condition, words):
    """Numbers for questions, titles for sections, words for groups and answers."""
    assert f"Only if {words}." == conditions.only_if(CONDITION.validate_python(condition))


def test_what_is_always_asked_has_no_condition(conditions):
    """Nothing is said."""
    assert "" == conditions.only_if(None)
