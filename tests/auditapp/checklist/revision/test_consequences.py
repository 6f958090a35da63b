# SPDX-License-Identifier: MPL-2.0
"""Test that what is said of all answers is what becomes of each of them."""

import pytest
from hypothesis import given

from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.consequences import Consequences
from auditapp.checklist.revision.fates import AnswerState, worst
from auditapp.checklist.revision.planning import plan
from tests.auditapp.checklist.revision.revising import (
    CHOICE,
    LOOKS_LIKE,
    declare,
    make_version,
    outcome,
)
from tests.auditapp.checklist.revision.test_properties import MAPPED, revisions

KEPT, TO_CONFIRM, SET_ASIDE = AnswerState

MET = {"value": "met"}
YES = {"value": "yes"}
TWO = {"value": ("yes", "no")}
NEVER = {"not_applicable": True}
NO_DATE = {"none_on_file": True}
ALLOWED = {"not_applicable": {"allowed": True, "reason": "optional"}}
Q = {"id": "q"}
CHOOSE = Q | {"kind": "choice"}
SEVERAL = Q | {"kind": "choices"}
NUMBER = Q | {"kind": "number"}
DATE = Q | {"kind": "date"}
DATES = Q | {"kind": "dates"}
TEXT = Q | {"kind": "text"}
OWN = Q | {"scale": "own"}
LEVELS = [{"id": each, "text": each, "counts_as": "met"} for each in LOOKS_LIKE]
COPY = {"id": "copy", "title": "Copy", "measures": "compliance", "answers": LEVELS}
TWIN = COPY | {"id": "twin"}
TOTAL = MAPPED | {
    "id": "total",
    "answers": [
        each | {"text": each["id"].upper(), "from": {"copy": each["id"]}} for each in LEVELS
    ],
}
YES_ALONE = [CHOICE[0] | {"exclusive": True}, *CHOICE[1:]]
HEAD = {"scales": [MAPPED, COPY, TWIN, TOTAL]}


@pytest.mark.parametrize(
    ("before", "after", "answer", "state"),
    [
        (Q, {"text": "Is it here?"}, MET, TO_CONFIRM),
        (Q, {"hint": "Look twice."}, MET, KEPT),
        (Q, {"weight": 2}, MET, KEPT),
        (Q, {"when": {"cohort": "CIC"}}, MET, KEPT),
        (Q, {"retired": True}, MET, SET_ASIDE),
        (Q, {"scale": "own"}, {"value": "partly_met"}, SET_ASIDE),
        (Q | {"scale": "copy"}, {"scale": "twin"}, MET, KEPT),
        (Q | {"scale": "copy"}, {"scale": "total"}, MET, TO_CONFIRM),
        (Q | {"scale": "copy"}, {"scale": "own"}, MET, SET_ASIDE),
        (CHOOSE, {"answers": CHOICE[1:]}, YES, SET_ASIDE),
        (CHOOSE, {"answers": [*CHOICE, {"id": "n", "text": "N"}]}, YES, KEPT),
        (CHOOSE, {"answers": [CHOICE[0] | {"text": "Aye"}, *CHOICE[1:]]}, YES, TO_CONFIRM),
        (CHOOSE, {"answers": [CHOICE[0] | {"raises": "concern"}, *CHOICE[1:]]}, YES, KEPT),
        (SEVERAL, {"answers": YES_ALONE}, TWO, TO_CONFIRM),
        (SEVERAL | {"answers": YES_ALONE}, {"answers": CHOICE}, TWO, KEPT),
        (CHOOSE, {"kind": "choices"}, YES, KEPT),
        (SEVERAL, {"kind": "choice"}, TWO, SET_ASIDE),
        (CHOOSE, {"kind": "text", "answers": ()}, YES, SET_ASIDE),
        (
            CHOOSE | {"answers": [{"id": each, "text": each} for each in LOOKS_LIKE]},
            {"kind": "rating", "scale": "copy", "answers": (), "looks_like": LOOKS_LIKE},
            MET,
            TO_CONFIRM,
        ),
        (Q, {"kind": "choice", "scale": None, "looks_like": {}, "answers": CHOICE}, MET, SET_ASIDE),
        (DATE, {"kind": "dates"}, {"value": "2026-05-04"}, KEPT),
        (DATE, {"kind": "text"}, NO_DATE, SET_ASIDE),
        (NUMBER, {"kind": "text"}, {"value": 4}, KEPT),
        (TEXT, {"kind": "number"}, {"value": "Four"}, SET_ASIDE),
        (NUMBER, {"whole": True}, {"value": 4.5}, SET_ASIDE),
        (NUMBER | {"whole": True}, {"whole": False}, {"value": 4}, KEPT),
        (NUMBER, {"min": 5}, {"value": 4}, TO_CONFIRM),
        (NUMBER | {"max": 3}, {"max": None}, {"value": 4}, KEPT),
        (NUMBER, {"unit": "visits"}, {"value": 4}, KEPT),
        (Q | ALLOWED, {"not_applicable": None}, NEVER, SET_ASIDE),
        (Q | ALLOWED, {"not_applicable": {"allowed": True}}, NEVER, TO_CONFIRM),
        (Q | {"not_applicable": {"allowed": True}}, ALLOWED, NEVER, KEPT),
        (Q, ALLOWED, MET, KEPT),
        (Q, {"timescale": None, "required": False}, MET, KEPT),
    ],
)
def test_an_answer_comes_as_far_as_is_said(before, after, answer, state):
    """For each change there is an answer that ends in the state that is said to be the farthest."""
    after = before | after
    fate = outcome(before, after, answer, old_head=HEAD, **HEAD)
    old, new = make_version(before, **HEAD), make_version(after, version="2.0", **HEAD)
    said = Consequences(old, new)

    assert (state, state) == (fate.state, said.of_questions(compare(old, new))["q"])


@given(revisions())
def test_no_answer_comes_farther_than_is_said(revision):
    """Whatever was changed and whatever was answered."""
    audit, old, new = revision
    reached = Consequences(old, new).of_questions(compare(old, new))
    for fate in plan(audit, old, new).fates:
        question = old.question(fate.key.partition("/")[2])
        if not question.retired and _could_be_given(audit.answers[fate.key], question, old):
            said = reached[question.id]
            assert said is worst(said, fate.state)


def _could_be_given(answer, question, checklist):
    """Tell whether the question offered the answer; the draws do not always look."""
    if answer.not_applicable:
        return question.can_be_not_applicable
    offered = set(checklist.answer_texts(question.id))
    value = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return answer.value is None or not offered or offered.issuperset(value)


@pytest.mark.parametrize(
    ("meaning", "state"),
    [("same_meaning", KEPT), ("changed_meaning", SET_ASIDE), (None, TO_CONFIRM)],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Q, {"text": "Is it here?"}),
        (CHOOSE, {"answers": [CHOICE[0] | {"text": "Aye"}, *CHOICE[1:]]}),
    ],
)
def test_what_the_checklist_declares_decides(before, after, meaning, state):
    """About the wording of a question and of its answers; a changed meaning sets all aside."""
    changes = declare(meaning, "q") if meaning else ()
    old = make_version(before)
    new = make_version(before | after, version="2.0", changes=changes)

    assert {"q": state} == Consequences(old, new).of_questions(compare(old, new))


def test_another_meaning_in_the_same_words_is_a_change():
    """Or else answers would be set aside and nobody had been told."""
    old, new = (
        make_version(Q),
        make_version(Q, version="2.0", changes=declare("changed_meaning", "q")),
    )
    (change,) = compare(old, new)

    assert ChangeKind.MEANING is change.kind
    assert SET_ASIDE is Consequences(old, new).of(change).state


def test_the_rules_of_an_answer():
    """A warning that is taken away asks for nothing; a new one may ask for a confirmation."""
    rules = [{"must": {"question": "q", "at_most": 5}, "message": "A lot."}]
    without, with_rule = make_version(NUMBER), make_version(NUMBER | {"rules": rules})
    for old, new, state in [(without, with_rule, TO_CONFIRM), (with_rule, without, KEPT)]:
        assert {"q": state} == Consequences(old, new).of_questions(compare(old, new))


def test_questions_come_and_go():
    """New ones are open, gone ones are set aside, and what was no longer asked is not counted."""
    old = make_version(Q, {"id": "gone"}, {"id": "long-gone", "retired": True}, {"id": "two"})
    halves = [{"id": each, "renamed_from": ["two"]} for each in ("half", "other")]
    new = make_version(Q, {"id": "extra"}, *halves, version="2.0")
    changes = compare(old, new)
    said = Consequences(old, new)

    assert {"q": KEPT, "gone": SET_ASIDE, "two": SET_ASIDE} == said.of_questions(changes)
    (added,) = [each for each in changes if each.kind is ChangeKind.ADDED]
    assert said.of(added).state is None


def test_what_is_about_no_question_keeps_every_answer():
    """Sections, caps and the head."""
    version = make_version(Q)
    said = Consequences(version, version)
    about = {"section": "only"}, {"cap": "c1"}, {}
    kinds = ChangeKind.SECTION_CHANGED, ChangeKind.CAP_ADDED, ChangeKind.HEAD
    changes = [ChecklistChange(kind, **of) for kind, of in zip(kinds, about, strict=True)]
    hidden = ChecklistChange(ChangeKind.SECTION_CHANGED, section="only", field="when")

    assert [KEPT, KEPT, KEPT] == [said.of(change).state for change in changes]
    assert "counts for nothing" in said.of(hidden).sentence
