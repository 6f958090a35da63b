# SPDX-License-Identifier: MPL-2.0
"""Test the edits of an audit, and that each can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.model import edits, tables
from auditapp.model.answer import Evidence, ToConfirm
from auditapp.model.audit import Overall
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import QuestionKey, RecordId
from tests.making import Clock, make_audit, make_front

KEY = QuestionKey("visits/VS2")
BY = edits.Author("R. Okafor", Clock().now)


def make(audit, edit):
    """Carry out an edit."""
    return tables.apply(audit, edit.puts)


def answered(**fields):
    """Return an audit with one answer."""
    audit = make_audit()
    return make(audit, edits.change_answer(audit, KEY, BY, **fields))


def entry_of(audit, edit):
    """Return the line of history that an edit makes."""
    changes = edits.row_changes(audit, edit.puts)
    return HistoryEntry(seq=1, at=BY.now, by=BY.name, kind=edit.kind, changes=changes)


def test_an_answer_is_stamped():
    """An answer says when and by whom it was last changed."""
    answer = answered(value="met").answer(KEY)

    assert ("met", BY.now, BY.name) == (answer.value, answer.changed_at, answer.changed_by)


def test_a_field_is_changed_and_the_others_stay():
    """Writing a note leaves the rating as it was."""
    audit = answered(value="met")
    audit = make(audit, edits.change_answer(audit, KEY, BY, note="Seen at school."))

    assert ("met", "Seen at school.") == (audit.answer(KEY).value, audit.answer(KEY).note)


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        ({"not_applicable": True, "reason": "A baby"}, {"value": "met"}, ("met", False, False, "")),
        ({"value": "met"}, {"not_applicable": True}, (None, True, False, "")),
        ({"none_on_file": True}, {"value": ("2026-05-01",)}, (("2026-05-01",), False, False, "")),
        ({"value": ("2026-05-01",)}, {"none_on_file": True}, (None, False, True, "")),
        ({"none_on_file": True}, {"not_applicable": True}, (None, True, False, "")),
        ({"not_applicable": True, "reason": "x"}, {"none_on_file": True}, (None, False, True, "")),
    ],
)
def test_ways_of_answering_exclude_each_other(first, second, left):
    """A value, not applicable and none on file take each other back."""
    audit = answered(**first)
    answer = make(audit, edits.change_answer(audit, KEY, BY, **second)).answer(KEY)

    assert left == (answer.value, answer.not_applicable, answer.none_on_file, answer.reason)


def test_a_blank_answer_is_removed():
    """An answer of which nothing is left is no answer."""
    audit = answered(note="A slip")
    audit = make(audit, edits.change_answer(audit, KEY, BY, note=""))

    assert {} == audit.answers


def test_text_that_no_file_can_hold_is_made_storable():
    """A null character or half a pair becomes a replacement character; the rest stays."""
    evidence = (Evidence(document="Visit \ud83d record"),)
    answer = answered(note="a\x00b", evidence=evidence).answer(KEY)

    assert "a\ufffdb" == answer.note
    assert "Visit \ufffd record" == answer.evidence[0].document


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"note": "x"}, HistoryKind.NOTE),
        ({"flagged": True}, HistoryKind.FLAG),
        ({"cause": "practice"}, HistoryKind.CAUSE),
        ({"value": "met"}, HistoryKind.ANSWER),
        ({"value": "met", "note": "x"}, HistoryKind.ANSWER),
    ],
)
def test_history_says_what_was_changed(fields, kind):
    """One field alone gives its name to the line of history."""
    assert kind is edits.change_answer(make_audit(), KEY, BY, **fields).kind


def test_giving_the_same_answer_again_changes_nothing():
    """A row in which only the stamp differs is no change."""
    audit = answered(value="met")
    later = edits.Author("R. Okafor", BY.now.replace(hour=23))

    assert () == edits.row_changes(audit, edits.change_answer(audit, KEY, later, value="met").puts)


def test_history_keeps_only_the_fields_that_differ():
    """A long note is not copied into the history when the rating changes."""
    audit = answered(value="met", note="x" * 1000)
    edit = edits.change_answer(audit, KEY, BY, value="not_met")
    (change,) = edits.row_changes(audit, edit.puts)

    assert ({"value": "met"}, {"value": "not_met"}) == (change.old, change.new)


GRADE = Grade(band=GradeBand.GOOD, reason="Seen.", given_at=BY.now, given_by=BY.name)
EVERY_EDIT = [
    edits.change_answer(make_audit(), KEY, BY, value="not_met", note="n", cause="practice"),
    edits.clear_answer(KEY, BY),
    edits.give_grade(PRACTICE, GRADE, BY),
    edits.put_action(RecordId("a" * 32), Action(what="See her", created_at=BY.now), BY),
    edits.put_concern(RecordId("c" * 32), Concern(what="Unseen", found_at=BY.now), BY),
    edits.put_feedback(FeedbackFrom.CHILD, Feedback(asked=True, said="She listens"), BY),
    edits.change_front(make_front(team="South"), BY),
    edits.change_overall(Overall(strengths="Her words"), BY),
]


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=lambda edit: edit.kind.value)
def test_every_edit_can_be_undone_and_made_again(edit):
    """Undo gives the audit of before, redo the one of after, to the last field."""
    before = answered(value="met", note="Seen alone.")
    after = make(before, edit)
    entry = entry_of(before, edit)
    undone = tables.apply(after, edits.puts_back(after, entry))

    assert before == undone
    assert after == tables.apply(undone, edits.puts_again(undone, entry))


@given(
    st.lists(st.tuples(st.sampled_from(["met", "not_met", ""]), st.text(max_size=8)), max_size=8)
)
def test_any_run_of_edits_can_be_undone_one_by_one(run):
    """Walking back through any edits gives each earlier audit in turn."""
    audit, states, entries = make_audit(), [], []
    for value, note in run:
        edit = edits.change_answer(audit, KEY, BY, value=value or None, note=note)
        states.append(audit)
        entries.append(entry_of(audit, edit))
        audit = make(audit, edit)
    for state, entry in zip(reversed(states), reversed(entries), strict=True):
        audit = tables.apply(audit, edits.puts_back(audit, entry))
        assert state == audit


MARK = ToConfirm(question_text="Was she?", answer_text="Met", why="x", checklist_version="1.0")


@pytest.mark.parametrize(
    ("edit", "is_confirmed"),
    [
        (lambda _audit: edits.confirm_answer(KEY, BY), True),
        (lambda _audit: edits.clear_answer(KEY, BY), True),
        (lambda audit: edits.change_answer(audit, KEY, BY, value="met"), True),
        (lambda audit: edits.change_answer(audit, KEY, BY, value=None), True),
        (lambda audit: edits.change_answer(audit, KEY, BY, not_applicable=True), True),
        (lambda audit: edits.change_answer(audit, KEY, BY, note="Seen."), False),
        (lambda audit: edits.change_answer(audit, KEY, BY, flagged=True), False),
    ],
)
def test_giving_an_answer_confirms_it(edit, is_confirmed):
    """Writing about it does not; and undo brings the mark back."""
    before = answered(value="met").model_copy(update={"to_confirm": {KEY: MARK}})
    made = edit(before)
    after = make(before, made)

    assert is_confirmed is (KEY not in after.to_confirm)
    assert before == tables.apply(after, edits.puts_back(after, entry_of(before, made)))


def test_a_later_field_comes_and_goes():
    """It is not written while it holds nothing; taking it away is a change all the same."""
    before = answered(value="met")
    edit = edits.change_answer(before, KEY, BY, agencies=("police",))
    after, entry = make(before, edit), entry_of(before, edit)
    undone = tables.apply(after, edits.puts_back(after, entry))
    cleared = edits.change_answer(after, KEY, BY, agencies=())

    assert ("police",) == after.answer(KEY).agencies
    assert before == undone
    assert after == tables.apply(undone, edits.puts_again(undone, entry))
    assert [({"agencies": ["police"]}, {})] == [
        (each.old, each.new) for each in edits.row_changes(after, cleared.puts)
    ]
