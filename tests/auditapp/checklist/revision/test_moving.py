# SPDX-License-Identifier: MPL-2.0
"""Test what a draft holds after its move, and that one undo takes all of it back."""

from auditapp.checklist.revision.moving import migration_edit
from auditapp.checklist.revision.planning import plan
from auditapp.model.answer import Answer, Evidence, SetAsideAnswer, ToConfirm
from auditapp.model.edits import Author, puts_back, row_changes
from auditapp.model.follow_up import Action, Concern, EarlierWording
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.tables import apply
from tests.auditapp.checklist.revision.revising import (
    declare,
    draft,
    make_version,
    move,
    pin_of,
)
from tests.making import Clock

NOW = Clock().now
BY = Author("R. Okafor", NOW)
Q = {"id": "q"}
REWORDED = {"id": "q", "text": "Is it really there?"}
GIVEN = {
    "value": "not_met",
    "note": "Asked twice.",
    "evidence": [Evidence(document="Plan", place="page 3")],
    "cause": "system",
    "flagged": True,
    "changed_at": NOW,
    "changed_by": "R. Okafor",
}


def test_an_answer_to_confirm_stands_beside_the_old_wording():
    """The answer is as it was; the mark says what it was given to."""
    old, new = make_version(Q), make_version(REWORDED, version="2.0")
    audit = draft(old, q=GIVEN)
    after = move(audit, old, new)

    assert audit.answers == after.answers
    assert {
        "sample/q": ToConfirm(
            question_text="Is it there?",
            answer_text="Not met",
            why="The question was reworded.",
            checklist_version="1.0",
        )
    } == after.to_confirm
    assert ["2.0"] == [pin.version for pin in after.checklists]


def test_an_answer_set_aside_is_kept_whole():
    """With its note, evidence and cause, the question it answered, and where it is asked now."""
    old = make_version(Q)
    new = make_version(
        {"id": "r", "renamed_from": ["q"]}, {"id": "s", "renamed_from": ["q"]}, version="2.0"
    )
    after = move(draft(old, q=GIVEN), old, new)

    assert {} == after.answers
    assert {
        "sample/q": SetAsideAnswer(
            question_text="Is it there?",
            answer_text="Not met",
            answer=Answer(**GIVEN),
            why="The question was divided into several.",
            checklist_version="1.0",
            question="sample/q",
            beside=("sample/r", "sample/s"),
        )
    } == after.set_aside


def test_the_same_question_may_be_set_aside_twice():
    """The second does not push the first out; what it stands beside follows a new id."""
    one = make_version(Q)
    two = make_version(REWORDED, version="2.0", changes=declare("changed_meaning", "q"))
    renamed = REWORDED | {"id": "r", "renamed_from": ["q"]}
    changes = declare("changed_meaning", "r", version="3.0")
    three = make_version(renamed, version="3.0", changes=changes)
    first = move(draft(one, q=GIVEN), one, two)
    again = first.model_copy(update={"answers": {"sample/q": Answer(value="met", note="Now.")}})
    after = move(again, two, three)

    assert ["sample/q", "sample/q (2)"] == list(after.set_aside)
    assert ["Asked twice.", "Now."] == [row.answer.note for row in after.set_aside.values()]
    assert {("sample/r",)} == {row.beside for row in after.set_aside.values()}
    free = move(after.model_copy(update={"answers": {"sample/r": Answer(value="met")}}), three, one)
    assert ["sample/q", "sample/q (2)"] == list(free.set_aside)


def linked(question):
    """Return an action and a concern that come from a question, as fields of an audit."""
    action = Action(what="See her", question=question, created_at=NOW)
    concern = Concern(what="Unseen", question=question, found_at=NOW)
    return {"actions": {"a": action}, "concerns": {"c": concern}}


def test_actions_and_concerns_follow_a_renamed_question():
    """They point at the question under its new id."""
    old = make_version(Q)
    new = make_version({"id": "r", "renamed_from": ["q"]}, version="2.0")
    audit = draft(old, q=GIVEN).model_copy(update=linked("sample/q"))
    after = move(audit, old, new)

    assert {"sample/r"} == {after.actions["a"].question, after.concerns["c"].question}
    assert {} == after.earlier_wordings


def test_actions_and_concerns_keep_the_old_question_text():
    """Whether the question has changed its meaning or is gone, and whether it was answered."""
    old = make_version(Q, {"id": "r", "text": "And this?"})
    changes = declare("changed_meaning", "q")
    new = make_version(REWORDED, version="2.0", changes=changes)
    audit = draft(old, q=GIVEN).model_copy(
        update={
            "actions": linked("sample/q")["actions"],
            "concerns": linked("sample/r")["concerns"],
        }
    )
    after = move(audit, old, new)

    assert ("sample/q", "sample/r") == (after.actions["a"].question, after.concerns["c"].question)
    assert {
        "a": EarlierWording(question_text="Is it there?", checklist_version="1.0"),
        "c": EarlierWording(question_text="And this?", checklist_version="1.0"),
    } == after.earlier_wordings


def test_two_ids_may_change_places():
    """Neither answer overwrites the other."""
    old = make_version({"id": "a"}, {"id": "b"})
    new = make_version(
        {"id": "c", "renamed_from": ["a"]}, {"id": "d", "renamed_from": ["b"]}, version="2.0"
    )
    after = move(draft(old, a={"value": "met"}, b={"value": "not_met"}), old, new)

    assert {"sample/c": "met", "sample/d": "not_met"} == {
        key: answer.value for key, answer in after.answers.items()
    }


def test_the_edit_is_one_line_of_history_and_one_step_of_undo():
    """All that was moved goes back at once."""
    old = make_version(Q, {"id": "r"}, {"id": "s"})
    new = make_version(REWORDED, {"id": "t", "renamed_from": ["r"]}, version="2.0")
    audit = draft(old, q=GIVEN, r={"value": "met"}, s={"note": "x"})
    audit = audit.model_copy(update=linked("sample/s"))
    edit = migration_edit(audit, plan(audit, old, new), pin_of(new), BY, "1.0 to 2.0")
    changes = row_changes(audit, edit.puts)
    entry = HistoryEntry(seq=1, at=NOW, by=BY.name, kind=edit.kind, changes=changes)
    after = apply(audit, edit.puts)

    assert (HistoryKind.MIGRATED, "1.0 to 2.0") == (edit.kind, edit.detail)
    assert move(audit, old, new) == after
    assert audit == apply(after, puts_back(after, entry))
