# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of an answer when the kind, the scale or the limits of its question change."""

import pytest

from tests.auditapp.checklist.revision.planning_cases import (
    CHOOSE,
    KEPT,
    MET,
    NEVER,
    RATING,
    SET_ASIDE,
    SEVERAL,
    TO_CONFIRM,
)
from tests.auditapp.checklist.revision.revising import outcome

NUMBER = {"id": "q", "kind": "number"}
WHOLE = NUMBER | {"whole": True}
TEXT = {"id": "q", "kind": "text"}
DATE = {"id": "q", "kind": "date"}
DATES = {"id": "q", "kind": "dates"}
ALLOWED = {"not_applicable": {"allowed": True}}


def scale(answers, scale_id="own"):
    """Make a scale; an answer is its id, its text and perhaps a map."""
    return {
        "id": scale_id,
        "title": "Own",
        "measures": "compliance",
        "answers": [
            {"id": each[0], "text": each[1], "counts_as": "met"}
            | ({"from": each[2]} if len(each) > 2 else {})
            for each in answers
        ],
    }


SAME = [
    ("met", "Met"),
    ("partly_met", "Partly met"),
    ("not_met", "Not met"),
    ("could_not_find", "Could not find on file"),
]
MAPPED = [("good", "Good", {"compliance": "met"}), ("poor", "Poor", {"compliance": "not_met"})]


@pytest.mark.parametrize(
    ("answers", "value", "state", "new_value"),
    [
        (SAME, "met", KEPT, "met"),
        (MAPPED, "met", TO_CONFIRM, "good"),
        (MAPPED, "not_met", TO_CONFIRM, "poor"),
        (MAPPED, "partly_met", SET_ASIDE, "partly_met"),
        (SAME[:3], "met", SET_ASIDE, "met"),
        ([("met", "Done"), *SAME[1:]], "not_met", SET_ASIDE, "not_met"),
    ],
    ids=["same", "mapped", "mapped too", "not in the map", "fewer answers", "other words"],
)
def test_another_scale(answers, value, state, new_value):
    """Equal scales keep, a map is confirmed, and nothing is ever worked out."""
    after = RATING | {"scale": "own", "looks_like": {}}
    fate = outcome(RATING, after, {"value": value}, scales=[scale(answers)])

    assert (state, new_value) == (fate.state, fate.answer.value)


@pytest.mark.parametrize(
    ("answers", "value", "state", "new_value"),
    [
        ([("a", "All"), ("c", "None")], "a", KEPT, "a"),
        ([("a", "All"), ("c", "None")], "b", SET_ASIDE, "b"),
        ([("a", "Everything"), ("b", "Some")], "a", TO_CONFIRM, "a"),
        ([("a", "All"), ("d", "Some", {"own": "b"})], "b", KEPT, "d"),
        ([("a", "All"), ("d", "A part", {"own": ["b"]})], "b", TO_CONFIRM, "d"),
    ],
    ids=["stays", "removed", "reworded", "renamed", "renamed and reworded"],
)
def test_a_scale_whose_answers_changed(answers, value, state, new_value):
    """A revised scale is treated like the answers of a choice."""
    question = RATING | {"scale": "own", "looks_like": {}}
    fate = outcome(
        question,
        question,
        {"value": value},
        old_head={"scales": [scale([("a", "All"), ("b", "Some")])]},
        scales=[scale(answers)],
    )

    assert (state, new_value) == (fate.state, fate.answer.value)


@pytest.mark.parametrize(
    ("before", "after", "value", "state", "new_value"),
    [
        (CHOOSE, SEVERAL, "no", KEPT, ("no",)),
        (DATE, DATES, "2026-05-04", KEPT, ("2026-05-04",)),
        (NUMBER, TEXT, 4.0, KEPT, "4"),
        (NUMBER, TEXT, 4.5, KEPT, "4.5"),
        (WHOLE, TEXT, 4, KEPT, "4"),
        (WHOLE, NUMBER, 4, KEPT, 4),
        (DATE, TEXT, "2026-05-04", KEPT, "2026-05-04"),
        (NUMBER, WHOLE, 4.0, TO_CONFIRM, 4),
        (NUMBER, WHOLE, 4, KEPT, 4),
        (NUMBER, WHOLE, 4.5, SET_ASIDE, 4.5),
        (SEVERAL, CHOOSE, ("no",), TO_CONFIRM, "no"),
        (SEVERAL, CHOOSE, ("no", "once"), SET_ASIDE, ("no", "once")),
        (DATES, DATE, ("2026-05-04",), TO_CONFIRM, "2026-05-04"),
        (DATES, DATE, ("2026-05-04", "2026-06-04"), SET_ASIDE, ("2026-05-04", "2026-06-04")),
        (TEXT, NUMBER, " 12 ", TO_CONFIRM, 12),
        (TEXT, NUMBER, "1.5", TO_CONFIRM, 1.5),
        (TEXT, NUMBER, "about 12", SET_ASIDE, "about 12"),
        (TEXT, DATE, "2026-05-04", TO_CONFIRM, "2026-05-04"),
        (TEXT, DATE, "in May", SET_ASIDE, "in May"),
        (TEXT, DATE, "20260504", SET_ASIDE, "20260504"),
        (TEXT, WHOLE, "12", TO_CONFIRM, 12),
        (TEXT, WHOLE, "1.5", SET_ASIDE, "1.5"),
        (RATING, TEXT, "met", SET_ASIDE, "met"),
        (CHOOSE, RATING, "no", SET_ASIDE, "no"),
        (DATES, NUMBER, ("2026-05-04",), SET_ASIDE, ("2026-05-04",)),
    ],
)
def test_another_kind(before, after, value, state, new_value):
    """A wider kind takes every answer, a narrower one only what fits exactly."""
    fate = outcome(before, after, {"value": value})

    assert (state, new_value) == (fate.state, fate.answer.value)


def test_a_choice_that_becomes_a_rating_with_the_same_answers():
    """The answers are the same, and what they count for is new: a person looks at it."""
    answers = [{"id": each, "text": text} for each, text in SAME]
    fate = outcome(CHOOSE | {"answers": answers}, RATING, MET)

    assert (TO_CONFIRM, "met") == (fate.state, fate.answer.value)


@pytest.mark.parametrize(
    ("before", "after", "value", "state"),
    [
        ({}, {"min": 3}, 2, TO_CONFIRM),
        ({}, {"max": 3}, 4, TO_CONFIRM),
        ({}, {"min": 1, "max": 3}, 2, KEPT),
        ({"max": 3}, {"max": 3}, 4, KEPT),
        ({"max": 3}, {}, 4, KEPT),
    ],
)
def test_stricter_limits(before, after, value, state):
    """An answer outside limits that were narrowed is looked at again."""
    assert state is outcome(NUMBER | before, NUMBER | after, {"value": value}).state


@pytest.mark.parametrize(
    ("before", "after", "answer", "state"),
    [
        (ALLOWED, ALLOWED, NEVER, KEPT),
        (ALLOWED, {}, NEVER, SET_ASIDE),
        ({"not_applicable": {"reason": "optional"}}, ALLOWED, {"not_applicable": True}, TO_CONFIRM),
        ({"not_applicable": {"reason": "optional"}}, ALLOWED, NEVER, KEPT),
    ],
)
def test_not_applicable(before, after, answer, state):
    """It is an answer like another: it may no longer be offered, or want a reason."""
    assert state is outcome(RATING | before, RATING | after, answer).state


@pytest.mark.parametrize(("after", "state"), [(DATES, KEPT), (TEXT, SET_ASIDE)])
def test_no_date_on_file(after, state):
    """It answers any question for dates, and no other."""
    assert state is outcome(DATE, after, {"none_on_file": True}).state
