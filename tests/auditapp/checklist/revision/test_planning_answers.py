# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of one answer when the question that it was given to is reworded."""

import pytest

from auditapp.checklist.revision.planning import plan
from tests.auditapp.checklist.revision.planning_cases import (
    CHOOSE,
    KEPT,
    MET,
    NO_NO,
    RATING,
    REWORDED,
    SET_ASIDE,
    SEVERAL,
    TO_CONFIRM,
)
from tests.auditapp.checklist.revision.revising import CHOICE, declare, draft, make_version, outcome

NEW_NO = [CHOICE[0], {"id": "no", "text": "Not at all"}, CHOICE[2]]
NO_RETIRED = [CHOICE[0], CHOICE[1] | {"retired": True}, CHOICE[2]]
NO_RENAMED = [CHOICE[0], {"id": "never", "text": "No", "renamed_from": ["no"]}, CHOICE[2]]
NO_SPLIT = [
    CHOICE[0],
    {"id": "never", "text": "Never", "renamed_from": ["no"]},
    {"id": "rarely", "text": "Rarely", "renamed_from": ["no"]},
]
MORE = [*CHOICE, {"id": "often", "text": "Often"}]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("hint", "Look twice.", "The guidance was changed."),
        ("good", ["Seen."], "The guidance was changed."),
        ("weight", 2, "The question counts in another way."),
        ("critical", True, "The question counts in another way."),
        ("counts", False, "The question counts in another way."),
        ("sources", ["hull-2015 rec 8"], ""),
        ("required", False, ""),
        ("when", {"cohort": "CIC"}, ""),
        ("cause_when", ["not_met"], ""),
    ],
)
def test_what_does_not_touch_the_question_keeps_the_answer(field, value, sentence):
    """Guidance, weight, sources and conditions leave an answer as it is."""
    fate = outcome(RATING, RATING | {field: value}, MET)

    assert (KEPT, "met", sentence) == (fate.state, fate.answer.value, fate.why)


def test_another_section_or_place_keeps_the_answer():
    """Ids are the checklist's, not the section's."""
    other = {"id": "other", "kind": "text"}
    old = make_version(sections={"one": [RATING, other], "two": [{"id": "third", "kind": "text"}]})
    new = make_version(
        version="2.0", sections={"two": [{"id": "third", "kind": "text"}, other], "one": [RATING]}
    )
    answers = {"q": MET, "other": {"value": "x"}}

    assert [KEPT, KEPT] == [fate.state for fate in plan(draft(old, **answers), old, new).fates]


@pytest.mark.parametrize(
    ("meaning", "state", "why"),
    [
        ("same_meaning", KEPT, "The question was reworded; the checklist says that it means the"),
        (None, TO_CONFIRM, "The question was reworded."),
        ("changed_meaning", SET_ASIDE, "The question now asks something else."),
    ],
)
def test_a_reworded_question(meaning, state, why):
    """What the checklist declares decides; when it declares nothing, a person does."""
    changes = declare(meaning, "q") if meaning else ()
    fate = outcome(RATING, RATING | REWORDED, MET, changes)

    assert state is fate.state
    assert fate.why.startswith(why)
    assert ("Is it there?", "Met", "1.0") == (fate.question_text, fate.answer_text, fate.version)


@pytest.mark.parametrize(
    ("declared_in", "state"), [("1.0", TO_CONFIRM), ("1.5", KEPT), ("2.0", KEPT)]
)
def test_only_what_was_declared_since_counts(declared_in, state):
    """A declaration of the old version or before it was about an earlier rewording."""
    changes = declare("same_meaning", "q", version=declared_in)

    assert state is outcome(RATING, RATING | REWORDED, MET, changes).state


def test_a_changed_meaning_outlives_a_later_rewording():
    """Of all versions that are skipped, the one that changed the meaning decides."""
    changes = declare("changed_meaning", "q", version="1.5") + declare("same_meaning", "q")

    assert SET_ASIDE is outcome(RATING, RATING | REWORDED, MET, changes).state


@pytest.mark.parametrize(
    ("answers", "value", "state", "new_value"),
    [
        (NEW_NO, "no", TO_CONFIRM, "no"),
        (NEW_NO, "yes", KEPT, "yes"),
        (MORE, "no", KEPT, "no"),
        (NO_NO, "no", SET_ASIDE, "no"),
        (NO_NO, "yes", KEPT, "yes"),
        (NO_RETIRED, "no", SET_ASIDE, "no"),
        (NO_RENAMED, "no", KEPT, "never"),
        (NO_SPLIT, "no", SET_ASIDE, "no"),
        (CHOICE[::-1], "no", KEPT, "no"),
    ],
    ids=[
        "reworded",
        "another reworded",
        "added",
        "removed",
        "another removed",
        "retired",
        "renamed",
        "divided",
        "reordered",
    ],
)
def test_the_answers_of_a_choice(answers, value, state, new_value):
    """Only what was chosen counts, and only one successor is no guess."""
    fate = outcome(CHOOSE, CHOOSE | {"answers": answers}, {"value": value})

    assert (state, new_value) == (fate.state, fate.answer.value)


def test_a_reworded_answer_that_is_declared_the_same():
    """The declaration about the question is about its answers too."""
    changes = declare("same_meaning", "q")
    fate = outcome(CHOOSE, CHOOSE | {"answers": NEW_NO}, {"value": "no"}, changes)

    assert KEPT is fate.state


def test_new_answers_are_pointed_out():
    """The auditor may want one of them."""
    assert (
        "New answers are offered."
        in outcome(CHOOSE, CHOOSE | {"answers": MORE}, {"value": "no"}).why
    )


@pytest.mark.parametrize(
    ("answers", "state", "new_value"),
    [
        (NEW_NO, TO_CONFIRM, ("yes", "no")),
        (NO_NO, SET_ASIDE, ("yes", "no")),
        (NO_RENAMED, KEPT, ("yes", "never")),
        ([CHOICE[0], CHOICE[1] | {"exclusive": True}], TO_CONFIRM, ("yes", "no")),
    ],
)
def test_several_answers_at_once(answers, state, new_value):
    """One that is gone takes the whole answer with it: half of it was never said."""
    fate = outcome(SEVERAL, SEVERAL | {"answers": answers}, {"value": ("yes", "no")})

    assert (state, new_value) == (fate.state, fate.answer.value)


def test_a_note_without_an_answer_waits_with_its_question():
    """There is nothing to confirm while the question is open."""
    fate = outcome(RATING, RATING | REWORDED, {"note": "Ask again."})

    assert (KEPT, "sample/q") == (fate.state, fate.new_key)
