# SPDX-License-Identifier: MPL-2.0
"""Test how edits are carried into one stored audit, and what its history makes of them."""

import pytest

from auditapp.errors import AuditDamagedError, AuditLockedError, SaveFailedError
from auditapp.model.answer import ToConfirm
from auditapp.model.audit import AuditStatus
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, Edit, change_answer, change_overall, give_grade, put_action
from auditapp.model.follow_up import Action
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.records import Put
from auditapp.sessions.session import AuditSession

KEY = "visits/VS2"


@pytest.fixture
def session(workspace, audit_id):
    """Return the session of that audit."""
    return workspace._sessions.get(audit_id)


@pytest.fixture
def answer(session, author):
    """Return a function that changes an answer."""

    def change(name="R. Okafor", typing="", **fields):
        edit = change_answer(session.audit, KEY, author(name), typing=typing, **fields)
        return session.commit(edit)

    return change


def reread(session):
    """Return the session that somebody else would have of the same file."""
    return AuditSession(session._file, session.compiled, session._standards)


def test_memory_and_disk_agree_after_every_edit(session, answer):
    """What the session holds is what it would read."""
    answer(value="met", note="Seen")
    answer(note="Seen alone", typing="note")
    answer(value="not_met")
    stored = reread(session)

    assert stored.audit == session.audit
    assert stored.history == session.history
    assert stored._progress == session._progress


def test_a_clock_put_back_does_not_join_typing(session, answer, clock):
    """Words written an hour earlier by the clock are another thought."""
    answer(note="Seen", typing="note")
    clock.move(minutes=-30)
    answer(note="Seen alone", typing="note")

    assert ["", "Seen"] == [
        (entry.changes[0].old or {"note": ""})["note"] for entry in session.history[1:]
    ]
    assert first_fault(session.history) is None


def test_typing_of_two_people_is_not_joined(session, answer):
    """Each line of history is one person's."""
    answer(note="Seen", typing="note")
    answer("A. Moderator", note="Seen alone", typing="note")

    assert ["R. Okafor", "A. Moderator"] == [entry.by for entry in session.history[1:]]


def test_undoing_a_run_of_typing_brings_back_all_that_it_changed(session, author):
    """Also a field that changed only later in the run."""
    now = author().now
    grade = Grade(band="good", reason="Old", given_at=now, given_by="R. Okafor")
    session.commit(give_grade(PRACTICE, grade, author()))
    for changes in ({"reason": "N"}, {"reason": "New", "suggested": GradeBand.GOOD}):
        typed = grade.model_copy(update=changes)
        session.commit(give_grade(PRACTICE, typed, author(), typing="reason"))
    assert 3 == len(session.history)

    session.undo(author())
    assert grade == session.audit.grades[PRACTICE]
    session.redo(author())
    assert ("New", GradeBand.GOOD) == (
        session.audit.grades[PRACTICE].reason,
        session.audit.grades[PRACTICE].suggested,
    )


def test_undoing_typing_that_made_a_row_takes_the_row_away(session, author):
    """A new action, typed letter by letter, is one step."""
    for what in ("V", "Visit"):
        action = Action(what=what, created_at=author().now)
        session.commit(put_action("a" * 32, action, author(), typing="what"))
    session.undo(author())

    assert {} == session.audit.actions
    assert reread(session).audit == session.audit


def test_an_event_between_is_stepped_over_by_undo(session, answer, author):
    """A report was made: that stays on record, and the answer before it is taken back."""
    answer(value="met")
    session.note_event(HistoryKind.EXPORTED, author(), "pdf 00")
    change = session.undo(author())

    assert {} == change.audit.answers
    assert (HistoryKind.UNDONE, 2) == (session.history[-1].kind, session.history[-1].takes_back)


def test_a_signed_audit_takes_notes_and_nothing_else(session, answer, author):
    """The lock is in the file as well, so that no program of ours gets round it."""
    answer(value="met")
    change = session.sign_off(author())
    session.note_event(HistoryKind.EXPORTED, author(), "pdf 00")

    assert AuditStatus.SIGNED_OFF is change.audit.status
    assert change.touches("sign_off")
    with pytest.raises(AuditLockedError):
        answer(value="not_met")
    with pytest.raises(AuditLockedError):
        session._write((Put("answers", KEY, None),), session.history[-1])
    assert "met" == reread(session).audit.answer(KEY).value
    assert first_fault(session.history) is None


def test_progress_follows_the_answers(session, answer):
    """Writing about an answer does not count; giving and clearing it does."""
    answer(note="Seen", flagged=True)
    assert 0 == session._progress.answered
    answer(value="met")
    assert 1 == session._progress.answered
    answer(note="Seen alone", cause="practice")
    answer(value=None)
    assert 0 == session._progress.answered
    assert reread(session)._progress == session._progress


def test_a_save_that_fails_changes_nothing(session, answer, author, monkeypatch):
    """Neither in memory nor on the disk; the same edit goes through later."""
    answer(value="met")
    before = (session.audit, list(session.history))

    def refuse(*_args, **_options):
        raise SaveFailedError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(session._file._storage._folder, "save", refuse)
        with pytest.raises(SaveFailedError):
            answer(value="not_met")
    assert before == (session.audit, session.history)
    assert before == (reread(session).audit, reread(session).history)

    answer(value="not_met")
    assert "not_met" == reread(session).audit.answer(KEY).value
    assert first_fault(session.history) is None


def test_numbers_are_stored_whatever_their_size(session, answer):
    """A slip of the finger on the number keys must not block every later save."""
    for number in (0, -3, 2.5, 2**63 - 1, 2**70):
        answer(value=number)

        assert number == reread(session).audit.answer(KEY).value


def test_words_about_the_whole_file_are_kept(session, author):
    """A table with one row is changed like any other."""
    overall = session.audit.overall.model_copy(update={"strengths": "She is heard."})
    session.commit(change_overall(overall, author()))
    assert overall == reread(session).audit.overall

    session.undo(author())
    assert "" == reread(session).audit.overall.strengths


def test_what_the_models_do_not_know_is_refused_without_quoting_it(session):
    """The file was written by another version; its words stay in it."""
    row = session.audit.front.record() | {"nickname": "secret"}
    session._file.commit(
        [Put("front", "1", row)], [], replace_last=False, row=session._file._storage.read()["meta"]
    )
    with pytest.raises(AuditDamagedError) as caught:
        AuditSession.read(session._file, session.compiled, session._standards)

    assert "secret" not in f"{caught.value} {caught.value.remedy}"
    assert caught.value.__suppress_context__


def test_undo_takes_back_the_stamp_of_an_answer_that_was_given_again(session, clock):
    """An answer to confirm that is given once more differs by its stamp alone, beside the mark."""
    by = Author("R. Okafor", clock())
    session.commit(change_answer(session.audit, KEY, by, value="met"))
    mark = ToConfirm(question_text="Then?", answer_text="Met", why="New.", checklist_version="1")
    session.commit(Edit(HistoryKind.MIGRATED, by, (Put("to_confirm", KEY, mark.record()),)))
    before = session.audit
    clock.move(minutes=5)
    later = Author("R. Okafor", clock())
    session.commit(change_answer(session.audit, KEY, later, value="met"))
    assert later.now == session.audit.answer(KEY).changed_at
    session.undo(later)

    assert before == session.audit
