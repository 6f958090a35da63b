# SPDX-License-Identifier: MPL-2.0
"""Test what a workspace does with its audits over their lives."""

import pytest

from auditapp.errors import AuditLockedError, AuditNotFoundError, NotAllowedError
from auditapp.judgement.gaps import gaps
from auditapp.model.audit import AuditStatus
from auditapp.model.chain import first_fault
from auditapp.model.edits import change_front, clear_answer, give_grade, put_feedback
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.tables import content_hash
from tests.auditapp.workspace_fixtures import NAME, by, kinds, reopened, write
from tests.making import make_front


def make_complete(workspace, audit_id):
    """Answer and grade everything, so that the audit can be signed off."""
    for _round in range(9):  # an answer may bring up further questions
        outline = workspace.outline(workspace.open_audit(audit_id))
        missing = [gap for gap in gaps(outline) if gap.blocks]
        for gap in missing:
            _settle(workspace, audit_id, outline, gap)
        if not missing:
            return


def _settle(workspace, audit_id, outline, gap):
    now = workspace.clock()
    if gap.question:
        key = gap.question
        if gap.kind == "no_late_reason":
            write(workspace, audit_id, key, late_reason="Not on file")
            return
        write(workspace, audit_id, key, **_any_answer(outline.by_key[key]))
    elif gap.grade:
        grade = Grade(band=GradeBand.GOOD, reason="Read whole.", given_at=now, given_by=NAME)
        workspace.commit(audit_id, give_grade(gap.grade, grade, by(workspace)))
    else:
        edit = put_feedback(gap.feedback, Feedback(asked=False, why_not="x"), by(workspace))
        workspace.commit(audit_id, edit)


def _any_answer(asked):
    kind = asked.question.kind
    if kind == "rating":
        return {"value": asked.checklist.scale(asked.question.scale).answers[0].id, "note": "Seen"}
    return {
        "choice": lambda: {"value": asked.question.answers[0].id},
        "choices": lambda: {"value": (asked.question.answers[0].id,)},
        "text": lambda: {"value": "She says she is heard."},
        "number": lambda: {"value": 1},
        "date": lambda: {"value": "2026-10-20"},
        "dates": lambda: {"value": ("2026-10-20",)},
    }[kind]()


def test_an_audit_carries_its_checklist(tmp_path, workspace, audit_id):
    """It can be read when the library no longer has the checklist it was answered with."""
    workspace.close_audit(audit_id)
    workspace.library._folders = ()

    assert workspace.outline(workspace.open_audit(audit_id)).questions


def test_history_is_chained_and_survives(workspace, audit_id, clock):
    """Every change leaves one line; the chain is whole after reopening."""
    write(workspace, audit_id, "visits/VS2", value="not_met")
    write(workspace, audit_id, "visits/VS2", cause="practice")
    edit = change_front(make_front(team="South"), by(workspace))
    workspace.commit(audit_id, edit)
    reopened(workspace, audit_id)

    assert ["created", "answer", "cause", "front_sheet"] == kinds(workspace, audit_id)
    assert first_fault(workspace.history(audit_id)) is None


def test_a_run_of_typing_is_one_line_of_history(workspace, audit_id, clock):
    """Pauses of less than a minute go on with the same line: from the old text to the last."""
    for text in ("Seen", "Seen alone", "Seen alone at school."):
        write(workspace, audit_id, "visits/VS2", note=text, typing="note")
        clock.move(seconds=20)
    reopened(workspace, audit_id)
    history = workspace.history(audit_id)

    assert ["created", "note"] == kinds(workspace, audit_id)
    assert "Seen alone at school." == history[-1].changes[0].new["note"]
    assert history[-1].changes[0].old is None
    assert first_fault(history) is None


@pytest.mark.parametrize(
    ("seconds", "field", "key"),
    [(61, "note", "VS2"), (1, "late_reason", "VS2"), (1, "note", "VS1-safe")],
)
def test_another_field_question_or_a_long_pause_begins_a_new_line(
    workspace, audit_id, clock, seconds, field, key
):
    """What belongs to another thought is undone on its own."""
    write(workspace, audit_id, "visits/VS2", note="Seen", typing="note")
    clock.move(seconds=seconds)
    write(workspace, audit_id, f"visits/{key}", typing=field, **{field: "Seen alone"})

    assert 3 == len(workspace.history(audit_id))


def test_a_change_between_ends_the_run_of_typing(workspace, audit_id):
    """Choosing a rating in mid-note makes two lines of the note."""
    write(workspace, audit_id, "visits/VS2", note="Seen", typing="note")
    write(workspace, audit_id, "visits/VS2", value="met")
    write(workspace, audit_id, "visits/VS2", note="Seen alone", typing="note")

    assert ["created", "note", "answer", "note"] == kinds(workspace, audit_id)


def test_typing_after_the_text_was_cleared_begins_anew(workspace, audit_id):
    """Clearing removes the row; the words that follow are another line."""
    write(workspace, audit_id, "visits/VS2", note="Seen", typing="note")
    write(workspace, audit_id, "visits/VS2", note="", typing="note")
    write(workspace, audit_id, "visits/VS2", note="Heard", typing="note")

    assert first_fault(workspace.history(audit_id)) is None
    assert "Heard" == reopened(workspace, audit_id).answer("visits/VS2").note
    while workspace.undo(audit_id, by(workspace)):
        pass
    assert {} == workspace.open_audit(audit_id).answers


def test_undo_and_redo_reach_across_a_restart(workspace, audit_id):
    """What was changed before closing can be taken back after opening, and made again."""
    write(workspace, audit_id, "visits/VS2", value="met")
    workspace.commit(audit_id, clear_answer("visits/VS2", by(workspace)))
    reopened(workspace, audit_id)

    assert "met" == workspace.undo(audit_id, by(workspace)).audit.answer("visits/VS2").value
    assert {} == workspace.undo(audit_id, by(workspace)).audit.answers
    assert workspace.undo(audit_id, by(workspace)) is None
    reopened(workspace, audit_id)
    assert "met" == workspace.redo(audit_id, by(workspace)).audit.answer("visits/VS2").value
    assert {} == workspace.redo(audit_id, by(workspace)).audit.answers
    assert workspace.redo(audit_id, by(workspace)) is None
    assert first_fault(workspace.history(audit_id)) is None


def test_an_incomplete_audit_cannot_be_signed_off(workspace, audit_id):
    """It says how much is missing, and stays a draft."""
    with pytest.raises(NotAllowedError, match=r"\d+ things are missing"):
        workspace.sign_off(audit_id, by(workspace))

    assert reopened(workspace, audit_id).is_draft


@pytest.fixture
def signed(workspace, audit_id):
    """Return an audit that has been signed off."""
    make_complete(workspace, audit_id)
    workspace.sign_off(audit_id, by(workspace))
    return audit_id


def test_signing_off_locks_the_audit_for_good(workspace, signed):
    """No edit, undo or redo reaches a signed audit, before or after reopening."""
    for _time in range(2):
        with pytest.raises(AuditLockedError):
            write(workspace, signed, "visits/VS2", value="not_met")
        with pytest.raises(AuditLockedError):
            workspace.undo(signed, by(workspace))
        with pytest.raises(AuditLockedError):
            workspace.redo(signed, by(workspace))
        with pytest.raises(AuditLockedError):
            workspace.sign_off(signed, by(workspace))
        assert AuditStatus.SIGNED_OFF is reopened(workspace, signed).status


def test_the_sign_off_holds_the_hash_of_what_was_signed(workspace, signed):
    """Anyone can compute it again from the audit and the head of its history."""
    audit = reopened(workspace, signed)
    history = workspace.history(signed)
    head = history[-2].hash

    assert HistoryKind.SIGNED_OFF is history[-1].kind
    assert head == audit.sign_off.history_head
    assert content_hash(audit, head) == audit.sign_off.content_hash
    assert AuditStatus.SIGNED_OFF is workspace.audits()[0].status


def test_the_list_shows_the_practice_grade(workspace, signed):
    """The grade stands in the row as soon as it is given."""
    assert GradeBand.GOOD is workspace.audits()[0].grade
    assert {PRACTICE, IMPACT} < workspace.open_audit(signed).grades.keys()


def test_a_removed_audit_is_gone(workspace, audit_id):
    """From the list and from the disk."""
    workspace.remove_audit(audit_id)

    assert [] == workspace.audits()
    with pytest.raises(AuditNotFoundError):
        workspace.open_audit(audit_id)


def test_recovery_after_damage_is_told_and_recorded(workspace, audit_id):
    """The save before stands in; the audit's history says so."""
    write(workspace, audit_id, "visits/VS2", value="met")
    write(workspace, audit_id, "visits/VS2", value="not_met")
    workspace.close_audit(audit_id)
    path = workspace.paths.store / "audits" / f"{audit_id}.seal"
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)

    assert "met" == workspace.open_audit(audit_id).answer("visits/VS2").value
    assert ["created", "answer", "recovered"] == kinds(workspace, audit_id)


def test_feedback_of_all_people_is_kept(workspace, audit_id):
    """Each person has a row of their own."""
    for person in FeedbackFrom:
        edit = put_feedback(person, Feedback(asked=True, said=person.value), by(workspace))
        workspace.commit(audit_id, edit)

    feedback = reopened(workspace, audit_id).feedback
    assert list(FeedbackFrom) == list(feedback)
    assert FeedbackFrom.CHILD.value == feedback[FeedbackFrom.CHILD].said
