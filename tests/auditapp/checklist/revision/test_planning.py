# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of the answers of an audit when its questions come, go and merge."""

import pytest

from auditapp.checklist.revision.planning import plan
from auditapp.errors import AuditLockedError, NotAllowedError
from auditapp.model.answer import Answer, Cause, Evidence, ToConfirm
from auditapp.model.audit import AuditStatus
from tests.auditapp.checklist.revision.planning_cases import (
    CHOOSE,
    KEPT,
    MET,
    NEVER,
    NO_NO,
    RATING,
    REWORDED,
    SET_ASIDE,
    TO_CONFIRM,
)
from tests.auditapp.checklist.revision.revising import draft, make_version, move, outcome
from tests.making import Clock


def test_a_renamed_question():
    """The answer goes on under the new id."""
    fate = outcome(RATING, {"id": "r", "renamed_from": ["q"]}, MET)

    assert (KEPT, "sample/r", "The question has another id now.") == (
        fate.state,
        fate.new_key,
        fate.why,
    )


def test_a_split_question():
    """Nobody can say which part was answered: it is shown beside each."""
    parts = [{"id": each, "renamed_from": ["q"]} for each in ("r", "s")]
    fate = outcome(RATING, parts, MET)

    assert (SET_ASIDE, None, ("sample/r", "sample/s")) == (fate.state, fate.new_key, fate.beside)


def merge(first, second):
    """Return the fates of two answers whose questions became one, and the draft after it."""
    old = make_version({"id": "a"}, {"id": "b"})
    new = make_version({"id": "c", "renamed_from": ["a", "b"]}, version="2.0")
    answers = {name: each for name, each in (("a", first), ("b", second)) if each}
    audit = draft(old, **answers)
    return plan(audit, old, new).fates, move(audit, old, new)


def test_merged_questions_with_equal_answers():
    """One answer holds what both said, and waits to be confirmed."""
    first = {"note": "At school.", "evidence": [Evidence(document="Visit 1")], "cause": "practice"}
    second = {"note": "At home.", "evidence": [Evidence(document="Visit 2")], "cause": "practice"}
    stamp = {"changed_at": Clock().now, "changed_by": "R. Okafor"}
    fates, after = merge(MET | first, MET | second | stamp)

    assert [(TO_CONFIRM, "sample/c")] * 2 == [(fate.state, fate.new_key) for fate in fates]
    answer = after.answers["sample/c"]
    assert ("met", "At school.\n\nAt home.", Cause.PRACTICE, "R. Okafor") == (
        answer.value,
        answer.note,
        answer.cause,
        answer.changed_by,
    )
    assert ["Visit 1", "Visit 2"] == [each.document for each in answer.evidence]


@pytest.mark.parametrize(
    ("first", "second"),
    [(MET, {"value": "not_met"}), (MET, None), (MET | {"cause": "system"}, MET), (MET, NEVER)],
)
def test_merged_questions_with_different_answers(first, second):
    """Neither answers the whole: each is set aside with its own words."""
    fates, after = merge(first, second)

    assert {SET_ASIDE} == {fate.state for fate in fates}
    assert {} == after.answers
    assert [Answer(**each) for each in (first, second) if each] == [
        row.answer for row in after.set_aside.values()
    ]


def test_notes_of_merged_questions_without_answers():
    """They stand together under the new question, which is open."""
    fates, after = merge({"note": "One."}, {"note": "Two."})

    assert [KEPT, KEPT] == [fate.state for fate in fates]
    assert ("One.\n\nTwo.", {}) == (after.answers["sample/c"].note, after.to_confirm)


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (RATING | {"retired": True}, "The question is no longer asked."),
        ({"id": "other"}, "The question is no longer in the checklist."),
    ],
)
def test_a_question_that_is_gone(after, why):
    """Retired or vanished, the answer is set aside and stays readable."""
    fate = outcome(RATING, after, MET)

    assert (SET_ASIDE, why, ()) == (fate.state, fate.why, fate.beside)


def test_an_added_question_has_no_fate():
    """It is open, and no old answer is about it."""
    assert "q" == outcome(RATING, [RATING, {"id": "new"}], MET).key.partition("/")[2]


def test_the_worst_reason_decides():
    """Reworded, and the chosen answer is gone: it is set aside, for that reason."""
    after = CHOOSE | REWORDED | {"answers": NO_NO}
    fate = outcome(CHOOSE, after, {"value": "no"})

    assert (SET_ASIDE, "The answer is no longer offered.") == (fate.state, fate.why)


def test_an_answer_to_no_known_question_is_not_lost():
    """It was stored by something else; it is set aside with what there is."""
    old, new = make_version(RATING), make_version(RATING, version="2.0")
    (fate,) = plan(draft(old, gone={"value": "x", "note": "Mine."}), old, new).fates

    assert (SET_ASIDE, "Question sample/gone", "x", "Mine.") == (
        fate.state,
        fate.question_text,
        fate.answer_text,
        fate.answer.note,
    )


def test_an_answer_that_still_waits_keeps_its_first_wording():
    """It was given to the first version, and no later one makes that untrue."""
    old = make_version(RATING | REWORDED, version="2.0")
    new = make_version(RATING | {"text": "Is it there now?"}, version="3.0")
    mark = ToConfirm(
        question_text="Is it there?",
        answer_text="Met",
        why="The question was reworded.",
        checklist_version="1.0",
    )
    audit = draft(old, q=MET).model_copy(update={"to_confirm": {"sample/q": mark}})

    assert {"sample/q": mark} == move(audit, old, new).to_confirm


def test_answers_to_other_checklists_are_left_alone():
    """An audit may use several."""
    old, new = make_version(RATING), make_version(RATING | REWORDED, version="2.0")
    audit = draft(old, q=MET)
    other = {"visits/VS2": Answer(value="met")}
    audit = audit.model_copy(update={"answers": audit.answers | other})

    assert ["sample/q"] == [fate.key for fate in plan(audit, old, new).fates]
    assert other["visits/VS2"] is move(audit, old, new).answers["visits/VS2"]


def test_an_older_version_is_warned_of():
    """Going back is possible, and said."""
    old, new = make_version(RATING, version="1.10"), make_version(RATING, version="1.9")

    assert ("Version 1.9 is older than version 1.10, which the audit uses.",) == plan(
        draft(old), old, new
    ).warnings


def test_a_signed_audit_is_refused():
    """It stays with the checklist that it was signed with, for ever."""
    old = make_version(RATING)
    audit = draft(old).model_copy(update={"status": AuditStatus.SIGNED_OFF})

    with pytest.raises(AuditLockedError, match="it stays with the checklist it was signed with"):
        plan(audit, old, make_version(RATING, version="2.0"))


def test_another_checklist_is_refused():
    """A draft moves to a version of its own checklist."""
    with pytest.raises(NotAllowedError, match="'visits' is not a version of 'sample'"):
        plan(draft(make_version(RATING)), make_version(RATING), make_version(RATING, id="visits"))


def test_the_counts():
    """Each state has its number, and none is left out."""
    old = make_version({"id": "a"}, {"id": "b"}, {"id": "c"})
    new = make_version({"id": "a"}, {"id": "b", "text": "Is it here?"}, version="2.0")
    made = plan(draft(old, a=MET, b=MET, c=MET), old, new)

    assert {KEPT: 1, TO_CONFIRM: 1, SET_ASIDE: 1} == made.counts
