# SPDX-License-Identifier: MPL-2.0
"""Test taking single audits out of a backup."""

import errno

import pytest

from auditapp.backups import Backup
from auditapp.errors import (
    AuditNotFoundError,
    NotAllowedError,
    RestoreChoiceError,
    SaveFailedError,
)
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, change_answer
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.model.tables import content_hash
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit

BEFORE, AFTER = "Written before the backup.", "Written after the backup."


@pytest.fixture
def audit_id(workspace):
    """Return the id of an audit with a note."""
    audit_id = start_audit(workspace)
    write(workspace, audit_id, BEFORE)
    return audit_id


@pytest.fixture
def backup(workspace, audit_id, tmp_path):
    """Return a backup of it, opened; an hour has gone by since it was made."""
    path = workspace.back_up(tmp_path / "backup.zip").path
    workspace.clock.move(hours=1)
    return Backup.open(workspace.paths, path, PASSPHRASE)


def write(workspace, audit_id, note):
    """Write a note and close the audit."""
    edit = change_answer(workspace.open_audit(audit_id), "visits/VS1", by(workspace), note=note)
    workspace.commit(audit_id, edit)
    workspace.close_audit(audit_id)


def by(workspace):
    """Return who does it."""
    return Author("R. Okafor", workspace.clock())


def note(workspace, audit_id):
    """Return the note."""
    return workspace.open_audit(audit_id).answers["visits/VS1"].note


def restore(workspace, backup, audit_id, *, is_wanted=False):
    """Restore the audit."""
    workspace.restore_audit(backup, audit_id, by(workspace), is_wanted=is_wanted)


def sign(workspace, audit_id):
    """Sign the audit off, complete or not, and close it."""
    workspace._sessions.get(audit_id).sign_off(by(workspace))
    workspace.close_audit(audit_id)


def audit_file(workspace, audit_id):
    """Return the file of the audit."""
    return workspace.paths.store / "audits" / f"{audit_id}.seal"


def break_both_files(workspace, audit_id):
    """Damage the audit so that it cannot be opened."""
    path = audit_file(workspace, audit_id)
    for each in (path, path.with_suffix(".prev")):
        each.write_bytes(b"damaged")


def reopened(workspace):
    """Lock and unlock."""
    workspace.close()
    return Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=Clock())


def test_what_was_written_since_is_replaced_by_choice_only(workspace, backup, audit_id):
    """The sentence names both times."""
    write(workspace, audit_id, AFTER)
    with pytest.raises(RestoreChoiceError, match="What was done since then goes out of sight"):
        restore(workspace, backup, audit_id)
    assert AFTER == note(workspace, audit_id)
    workspace.close_audit(audit_id)
    restore(workspace, backup, audit_id, is_wanted=True)
    assert BEFORE == note(workspace, audit_id)


def test_what_was_replaced_stays_on_the_disk(workspace, backup, audit_id):
    """In a file that no save touches, sealed as it was."""
    write(workspace, audit_id, AFTER)
    path = audit_file(workspace, audit_id)
    replaced = path.read_bytes()
    restore(workspace, backup, audit_id, is_wanted=True)
    write(workspace, audit_id, "Once more.")
    assert replaced == path.with_name(f"{path.name}.replaced-1").read_bytes()


def test_a_restore_is_on_record(workspace, backup, audit_id):
    """In the history, whose chain goes on, and in the logbook by the id of the audit."""
    write(workspace, audit_id, AFTER)
    restore(workspace, backup, audit_id, is_wanted=True)
    history = workspace.history(audit_id)
    assert (HistoryKind.RESTORED, "R. Okafor") == (history[-1].kind, history[-1].by)
    assert history[-1].detail
    assert first_fault(history) is None
    line = workspace.logbook()[-1]
    assert (LogKind.AUDIT_RESTORED, audit_id) == (line.kind, line.audit_id)
    assert [] == workspace.logbook_faults()


def test_a_restored_audit_is_newer_than_any_save(workspace, backup, audit_id):
    """So that an older copy of its file is still noticed."""
    for number in range(5):
        write(workspace, audit_id, f"{number}")
    newest = workspace._repository.generations()[audit_id]
    restore(workspace, backup, audit_id, is_wanted=True)
    assert newest + 1 == workspace._repository.generations()[audit_id]
    again = reopened(workspace)
    assert [] == again.problems
    assert BEFORE == note(again, audit_id)
    again.close()


def test_nothing_is_asked_when_nothing_is_lost(workspace, audit_id, backup, tmp_path):
    """The audit here is an earlier state of the one in the backup."""
    write(workspace, audit_id, AFTER)
    later = workspace.back_up(tmp_path / "later.zip").path
    restore(workspace, backup, audit_id, is_wanted=True)
    newer = Backup.open(workspace.paths, later, PASSPHRASE)
    with pytest.raises(RestoreChoiceError):  # the line that it was restored is not in the backup
        restore(workspace, newer, audit_id)
    workspace.close()
    backup.restore(backup.check(), workspace.clock.now, is_wanted=True)
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=workspace.clock)
    assert BEFORE == note(again, audit_id)
    again.close_audit(audit_id)
    restore(again, newer, audit_id)
    assert AFTER == note(again, audit_id)
    again.close()


def test_the_same_is_not_restored(workspace, backup, audit_id):
    """It would only add a line."""
    with pytest.raises(NotAllowedError, match="already as it is in the backup"):
        restore(workspace, backup, audit_id, is_wanted=True)


def test_an_open_audit_is_not_restored(workspace, backup, audit_id):
    """Somebody is at work in it."""
    workspace.open_audit(audit_id)
    with pytest.raises(NotAllowedError, match="is open"):
        restore(workspace, backup, audit_id)


def test_a_removed_audit_comes_back_by_choice(workspace, backup, audit_id):
    """And is not removed again at the next start."""
    workspace.remove_audit(audit_id)
    with pytest.raises(RestoreChoiceError, match="was removed here"):
        restore(workspace, backup, audit_id)
    assert [] == workspace.audits()
    restore(workspace, backup, audit_id, is_wanted=True)
    (workspace.paths.store / "in-use").touch()
    again = reopened(workspace)
    assert BEFORE == note(again, audit_id)
    again.close()


def test_a_removed_audit_stays_removed_when_that_cannot_be_taken_back(
    workspace, backup, audit_id, monkeypatch
):
    """Were its removal still on the disk, the next start would delete it after all."""
    workspace.remove_audit(audit_id)

    def refuse(_descriptor):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(SaveFailedError):
        restore(workspace, backup, audit_id, is_wanted=True)
    monkeypatch.undo()
    assert [] == workspace.audits()
    assert workspace._repository.is_removed(audit_id)
    restore(workspace, backup, audit_id, is_wanted=True)
    assert BEFORE == note(workspace, audit_id)


def test_a_damaged_audit_is_restored_without_asking(workspace, backup, audit_id):
    """Its files are kept for a specialist, and it counts as whole again."""
    write(workspace, audit_id, AFTER)
    break_both_files(workspace, audit_id)
    workspace._vault.close()  # as by a crash, after which every file is looked at
    again = reopened(workspace)
    assert 1 == len(again.problems)
    restore(again, backup, audit_id)
    assert BEFORE == note(again, audit_id)
    assert [] == again.problems
    path = audit_file(again, audit_id)
    assert b"damaged" == path.with_name(f"{path.name}.damaged-1").read_bytes()
    again.close()


def test_an_audit_with_one_good_file_keeps_that_by(workspace, backup, audit_id):
    """The save that would have stood in for the damaged one."""
    write(workspace, audit_id, AFTER)
    write(workspace, audit_id, "The last, lost.")
    path = audit_file(workspace, audit_id)
    good = path.with_suffix(".prev").read_bytes()
    path.write_bytes(b"damaged")
    workspace._repository.make_way(audit_id)
    assert good == path.with_name(f"{path.name}.replaced-1").read_bytes()
    assert b"damaged" == path.with_name(f"{path.name}.damaged-1").read_bytes()


def test_an_audit_that_opens_one_save_earlier_is_replaced_by_choice(workspace, backup, audit_id):
    """Looking at it mends it; what it was then is not in the backup."""
    write(workspace, audit_id, AFTER)
    write(workspace, audit_id, "The last, lost.")
    audit_file(workspace, audit_id).write_bytes(b"damaged")
    with pytest.raises(RestoreChoiceError, match="was changed here"):
        restore(workspace, backup, audit_id)
    restore(workspace, backup, audit_id, is_wanted=True)
    assert BEFORE == note(workspace, audit_id)


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_missing_or_rolled_back_audit_is_restored(workspace, backup, audit_id, is_gone):
    """It cannot be opened as it is."""
    path = audit_file(workspace, audit_id)
    old = path.read_bytes()
    write(workspace, audit_id, AFTER)
    write(workspace, audit_id, "And again.")
    if is_gone:
        path.unlink()
        path.with_suffix(".prev").unlink()
    else:
        path.write_bytes(old)
    again = reopened(workspace)
    restore(again, backup, audit_id)
    assert BEFORE == note(again, audit_id)
    again.close()
    once_more = reopened(again)
    assert [] == once_more.problems
    once_more.close()


def test_what_was_signed_off_is_not_replaced_by_a_draft(workspace, backup, audit_id):
    """Not even by choice."""
    sign(workspace, audit_id)
    with pytest.raises(NotAllowedError, match="signed off here after the backup"):
        restore(workspace, backup, audit_id, is_wanted=True)
    assert not workspace.open_audit(audit_id).is_draft


def test_a_damaged_signed_audit_is_replaced_by_a_draft_by_choice(workspace, backup, audit_id):
    """The draft is all that is left; that it is one is said."""
    sign(workspace, audit_id)
    break_both_files(workspace, audit_id)
    with pytest.raises(RestoreChoiceError, match="as it was before that"):
        restore(workspace, backup, audit_id)
    restore(workspace, backup, audit_id, is_wanted=True)
    assert workspace.open_audit(audit_id).is_draft


def test_a_signed_audit_comes_back_signed(workspace, audit_id, tmp_path):
    """Locked, and still what was signed."""
    sign(workspace, audit_id)
    path = workspace.back_up(tmp_path / "signed.zip").path
    backup = Backup.open(workspace.paths, path, PASSPHRASE)
    workspace.remove_audit(audit_id)
    restore(workspace, backup, audit_id, is_wanted=True)
    audit = workspace.open_audit(audit_id)
    assert audit.sign_off.content_hash == content_hash(audit, audit.sign_off.history_head)
    assert workspace._sessions.get(audit_id)._file.is_locked


def test_another_workspace_gives_no_single_audits(workspace, backup, audit_id, tmp_path):
    """Its history and its keys are other ones."""
    other = make_workspace(tmp_path / "other")
    with pytest.raises(NotAllowedError, match="of other audits"):
        restore(other, backup, audit_id, is_wanted=True)
    other.close()


def test_an_audit_that_is_not_in_the_backup(workspace, backup):
    """Is not there."""
    with pytest.raises(AuditNotFoundError):
        restore(workspace, backup, start_audit(workspace))
