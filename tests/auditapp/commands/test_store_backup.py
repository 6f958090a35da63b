# SPDX-License-Identifier: MPL-2.0
"""Test the commands about backups as somebody types them."""

import argparse

import pytest

from auditapp.commands import store_backup
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import RestoreChoiceError, UnsafePathError, WrongPassphraseError
from auditapp.model.edits import Author, change_answer
from auditapp.paths import find_paths
from tests.making import make_workspace, start_audit
from tests.mistyped import MISTYPED_KEY


@pytest.fixture
def audit_id(change_workspace):
    """Return the id of an audit in the workspace."""
    return change_workspace(start_audit)


@pytest.fixture
def file(typed, audit_id, tmp_path):
    """Return a backup made by the command."""
    file = tmp_path / "backup.zip"
    assert (0, ["1 audit was backed up (1 MB) and read back."]) == typed(f"store backup -o {file}")
    return file


def references(change_workspace):
    """Return the case references of the audits."""
    return change_workspace(lambda workspace: [row.case_reference for row in workspace.audits()])


def remove(change_workspace, audit_id):
    """Remove the audit."""
    change_workspace(lambda workspace: workspace.remove_audit(audit_id))


def test_a_backup_is_not_written_over(typed, file):
    """Unless that is asked for."""
    with pytest.raises(WrongUseError, match="exists already"):
        typed(f"store backup -o {file}")
    code, _lines = typed(f"store backup -o {file} --force")
    assert 0 == code


def test_a_backup_among_the_audits_is_refused(typed, workspace_home):
    """It would be lost with them."""
    with pytest.raises(UnsafePathError):
        typed(f"store backup -o {workspace_home / 'store' / 'backup.zip'}")


def test_a_damaged_audit_is_a_fault(typed, audit_id, workspace_home, tmp_path):
    """The backup is made, and says what is not in it."""
    audit = workspace_home / "store" / "audits" / f"{audit_id}.seal"
    audit.write_bytes(b"damaged")
    code, lines = typed(f"store backup -o {tmp_path / 'backup.zip'}")
    assert 1 == code
    assert "HX-2047 is not in the backup, because its file is damaged." == lines[0]


def test_a_check_lists_the_audits(typed, file, audit_id):
    """With the ids that a restore takes."""
    code, (head, audit, verdict) = typed(f"store check-backup {file}")
    assert (0, "All is well.") == (code, verdict)
    assert head.endswith(": 1 audit, 1 MB.")
    assert audit.startswith(f"{audit_id}  HX-2047, Draft, last changed 2026-11-21 ")


def test_a_damaged_backup_is_a_fault(typed, file, audit_id):
    """It is named."""
    contents = bytearray(file.read_bytes())
    contents[contents.index(b"CFAUDT") + 90] ^= 1
    file.write_bytes(contents)
    code, lines = typed(f"store check-backup {file}")
    assert (1, "The backup is damaged.") == (code, lines[-1])
    assert "HX-2047 is damaged in the backup." in lines


def test_a_check_needs_the_passphrase(typed, file, passphrase_file):
    """Another one says nothing of what is inside."""
    passphrase_file.write_text("something else altogether")
    with pytest.raises(WrongPassphraseError, match="recovery key of the backup") as caught:
        typed(f"store check-backup {file}")
    assert "in force when it was made" in caught.value.remedy


def test_a_typing_mistake_in_the_recovery_key_is_told(typed, file, passphrase_file):
    """Or it would be taken for that of another time, on the day when nothing else is left."""
    passphrase_file.write_text(MISTYPED_KEY)
    with pytest.raises(WrongPassphraseError, match="typing mistake in the recovery key"):
        typed(f"store check-backup {file}")


def test_a_restore_goes_on_where_nobody_reads_what_it_says(
    typed, audit_id, workspace_home, file, tmp_path
):
    """It would end as done, and nothing would be."""
    (workspace_home / "store" / "audits" / f"{audit_id}.seal").write_bytes(b"damaged")
    assert 1 == typed(f"store backup -o {file} --force")[0]
    new = tmp_path / "new"
    args = argparse.Namespace(file=file, audit=None, home=new, force=False)

    def leave(_line):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        store_backup.restore(args, leave)
    assert find_paths(new).has_store


def test_the_whole_wants_force_where_there_are_audits(
    typed, file, audit_id, change_workspace, workspace_home
):
    """What is here is put aside, and its folder named."""
    remove(change_workspace, audit_id)
    with pytest.raises(RestoreChoiceError) as refusal:
        typed(f"store restore {file}")
    assert "--force" in refusal.value.remedy
    assert [] == references(change_workspace)
    code, (count, kept, _passphrase) = typed(f"store restore {file} --force")
    assert (0, "1 audit is here now.") == (code, count)
    assert str(workspace_home / "before-restore-") in kept
    assert ["HX-2047"] == references(change_workspace)


def test_the_whole_comes_to_a_new_computer(typed, file, tmp_path):
    """Nothing is there, so nothing is asked."""
    home = tmp_path / "new"
    code, lines = typed(f"store restore {file}", home=home)
    assert (0, 2) == (code, len(lines))
    code, lines = typed("audit list", home=home)
    assert "HX-2047" in lines[0]


def test_other_audits_are_told_apart(typed, file, tmp_path):
    """In a check, and before a restore."""
    home = tmp_path / "other"
    make_workspace(home).close()
    _code, lines = typed(f"store check-backup {file}", home=home)
    assert "It is of other audits than those on this computer." in lines
    with pytest.raises(RestoreChoiceError, match="of other audits"):
        typed(f"store restore {file}", home=home)


def test_one_audit_comes_back(typed, file, audit_id, change_workspace):
    """One that was removed, by force."""
    remove(change_workspace, audit_id)
    with pytest.raises(RestoreChoiceError, match="removed here") as refusal:
        typed(f"store restore {file} --audit {audit_id}")
    assert "--force" in refusal.value.remedy
    code, (line,) = typed(f"store restore {file} --audit {audit_id} --force")
    assert 0 == code
    assert line.startswith("HX-2047 is again as it was in the backup of ")
    assert ["HX-2047"] == references(change_workspace)


def test_an_audit_in_a_backup_has_its_case_reference(typed, file, audit_id, change_workspace):
    """One that is not in it is said not to be; nobody is sent to a backup."""
    remove(change_workspace, audit_id)
    assert 0 == typed(f"store restore {file} --audit hx-2047 --force")[0]
    with pytest.raises(WrongUseError, match="There is no audit 'nope'") as caught:
        typed(f"store restore {file} --audit nope --force")
    assert f"'store check-backup {file}' lists those that are in the" in caught.value.remedy


def test_a_restored_audit_is_whole(typed, file, audit_id, change_workspace):
    """History, seal and list agree."""

    def write(workspace):
        audit = workspace.open_audit(audit_id)
        by = Author("R. Okafor", workspace.clock())
        workspace.commit(audit_id, change_answer(audit, "visits/VS1", by, note="Later."))

    change_workspace(write)
    typed(f"store restore {file} --audit {audit_id} --force")
    code, lines = typed("store check")
    assert (0, "All is well.") == (code, lines[-1])
    (replaced,) = (line for line in lines if line.startswith(f"{audit_id}.seal.replaced-1: "))
    assert (
        "What was here before a backup or a package took its place: the audit HX-2047." in replaced
    )
