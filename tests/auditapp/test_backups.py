# SPDX-License-Identifier: MPL-2.0
"""Test opening, checking and restoring a backup without an unlocked workspace."""

import datetime as dt
import errno

import pytest

from auditapp.backups import Backup
from auditapp.errors import RestoreChoiceError, WrongPassphraseError
from auditapp.model.logbook import LogKind
from auditapp.paths import find_paths
from auditapp.settings import Settings, load, save
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit

LATER = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace with two audits, unlocked."""
    workspace = make_workspace(tmp_path / "home")
    start_audit(workspace)
    workspace.clock.move(hours=1)
    start_audit(workspace, case_reference="HX-2048")
    yield workspace
    workspace.close()


@pytest.fixture
def path(workspace, tmp_path):
    """Return the path of a backup of it."""
    return workspace.back_up(tmp_path / "backup.zip").path


def opened(workspace, path, secret=PASSPHRASE):
    """Open the backup."""
    return Backup.open(workspace.paths, path, secret)


def damage(path, name):
    """Change one byte of a file in the archive."""
    contents = bytearray(path.read_bytes())
    contents[contents.index(name.encode()) + len(name) + 100] ^= 1
    path.write_bytes(contents)


def references(workspace):
    """Return the case references of the audits."""
    return sorted(row.case_reference for row in workspace.audits())


def unlocked(paths):
    """Unlock the workspace at these places."""
    return Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=Clock(LATER))


def test_a_check_lists_what_is_in_it(workspace, path):
    """The audits, the one changed last first, and when it was made."""
    backup = opened(workspace, path)
    check = backup.check()
    assert ["HX-2048", "HX-2047"] == [row.case_reference for row in check.audits]
    assert () == check.remarks == check.faults
    assert (2, workspace.clock.now) == (backup.audit_count, backup.made_at)
    assert 0 < backup.size < path.stat().st_size
    assert path == backup.path


def test_a_check_reports_progress_to_its_end(workspace, path):
    """One step for each file."""
    told = []
    opened(workspace, path).check(lambda *each: told.append(each))
    assert [(number, len(told)) for number in range(1, len(told) + 1)] == told


def test_only_its_own_secret_opens_it(workspace, path):
    """As the audits themselves."""
    with pytest.raises(WrongPassphraseError):
        opened(workspace, path, "something else altogether")


def test_a_damaged_audit_is_named_by_its_case_reference(workspace, path):
    """And is not among those that can be restored."""
    (row,) = [row for row in workspace.audits() if row.case_reference == "HX-2047"]
    damage(path, f"audits/{row.id}.seal")
    check = opened(workspace, path).check()
    assert ("HX-2047 is damaged in the backup.",) == check.faults
    assert ["HX-2048"] == [row.case_reference for row in check.audits]


def test_other_damaged_files_are_named_in_words(workspace, path):
    """Whatever they are; without the list a damaged audit goes by the name of its file."""
    (row,) = [row for row in workspace.audits() if row.case_reference == "HX-2047"]
    for name in ("catalogue.seal", "log-000001.seal", "beside.seal", f"audits/{row.id}.seal"):
        damage(path, name)
    check = opened(workspace, path).check()
    assert {
        "The list of audits is damaged in the backup.",
        "A page of the logbook is damaged in the backup.",
        "The file with the settings and the loaded checklists is damaged in the backup.",
        f"The file {row.id}.seal is damaged in the backup.",
    } == set(check.faults)
    assert ["HX-2048"] == [row.case_reference for row in check.audits]


def test_what_was_damaged_before_is_said_again(workspace, tmp_path):
    """By whoever checks the backup years later."""
    first, second = workspace.audits()
    folder = workspace.paths.store / "audits"
    (folder / f"{first.id}.seal").write_bytes(b"damaged")
    path = tmp_path / "backup.zip"
    remarks = ("HX-2048 is not in the backup, because its file is damaged.",)
    assert remarks == workspace.back_up(path).remarks
    assert remarks == opened(workspace, path).check().remarks
    assert [second.id] == [row.id for row in opened(workspace, path).check().audits]


def test_restoring_the_whole_wants_a_choice(workspace, path):
    """Because what is here goes out of sight."""
    workspace.close()
    backup = opened(workspace, path)
    with pytest.raises(RestoreChoiceError, match="are put aside"):
        backup.restore(backup.check(), LATER)
    assert not backup.is_of_others


def test_restoring_the_whole_is_written_down(workspace, path):
    """What was done since the backup is in the folder that was put aside."""
    start_audit(workspace, case_reference="HX-2049")
    workspace.close()
    backup = opened(workspace, path)
    restored = backup.restore(backup.check(), LATER, is_wanted=True)
    assert restored.kept.name.startswith("before-restore-2026-11-22-")
    with_backup = unlocked(workspace.paths)
    assert ["HX-2047", "HX-2048"] == references(with_backup)
    line = with_backup.logbook()[-2]
    assert (LogKind.RESTORED, backup.made_at.isoformat()) == (line.kind, line.detail)
    assert [] == with_backup.problems
    with_backup.close()
    again = unlocked(workspace.paths)
    assert 1 == [line.kind for line in again.logbook()].count(LogKind.RESTORED)
    again.close()


def test_a_new_computer_needs_no_choice(workspace, path, tmp_path):
    """There is nothing that could go out of sight; its settings come along."""
    save(workspace.paths.settings, Settings().with_changes(organisation="Northshire"))
    path = workspace.back_up(tmp_path / "second.zip").path
    paths = find_paths(tmp_path / "new")
    save(paths.settings, Settings().with_changes(auditor="typed at the first start"))
    backup = Backup.open(paths, path, PASSPHRASE)
    assert backup.restore(backup.check(), LATER).kept is None
    there = unlocked(paths)
    assert ["HX-2047", "HX-2048"] == references(there)
    assert "Northshire" == there.settings().organisation
    there.close()
    assert "typed at the first start" == load(paths.home / "settings.json.replaced-1").auditor
    assert not (paths.store / "beside.seal").exists()


def test_other_audits_are_said_to_be_other_ones(workspace, path, tmp_path):
    """The choice must be plain; and the settings here stay."""
    other = make_workspace(tmp_path / "other")
    save(other.paths.settings, Settings().with_changes(organisation="Southshire"))
    other.close()
    backup = Backup.open(other.paths, path, PASSPHRASE)
    assert backup.is_of_others
    with pytest.raises(RestoreChoiceError, match="other audits than those on this computer"):
        backup.restore(backup.check(), LATER)
    backup.restore(backup.check(), LATER, is_wanted=True)
    restored = unlocked(other.paths)
    assert ["HX-2047", "HX-2048"] == references(restored)
    assert "Southshire" == restored.settings().organisation
    restored.close()


def test_a_damaged_backup_restores_what_is_whole_by_choice(workspace, path, tmp_path):
    """The only backup that somebody has is not useless because of one audit."""
    (row,) = [row for row in workspace.audits() if row.case_reference == "HX-2047"]
    damage(path, f"audits/{row.id}.seal")
    paths = find_paths(tmp_path / "new")
    backup = Backup.open(paths, path, PASSPHRASE)
    with pytest.raises(RestoreChoiceError, match="One part of the backup is damaged"):
        backup.restore(backup.check(), LATER)
    backup.restore(backup.check(), LATER, is_wanted=True)
    there = unlocked(paths)
    assert "HX-2047: The file of this audit is missing." in there.problems
    assert ["HX-2047", "HX-2048"] == references(there)
    there.close()


def test_an_interrupted_restore_is_finished_and_told(workspace, path):
    """The computer stopped between putting the old folder aside and the new one in its place."""
    workspace.close()
    backup = opened(workspace, path)
    backup.restore(backup.check(), LATER, is_wanted=True)
    paths = workspace.paths
    paths.store.rename(paths.staged)
    assert paths.has_store
    there = unlocked(paths)
    assert ["HX-2047", "HX-2048"] == references(there)
    assert ["The computer stopped during a restore. It has been finished now."] == there.problems
    there.close()


def test_settings_that_cannot_be_put_back_keep_nobody_out(workspace, path, monkeypatch):
    """It is said, and tried again at the next start."""

    def refuse(*_args, **_options):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("auditapp.operations.restore.put_beside", refuse)
    workspace.close()
    backup = opened(workspace, path)
    backup.restore(backup.check(), LATER, is_wanted=True)
    there = unlocked(workspace.paths)
    assert "loaded checklists of the backup could not be" in there.problems[0]
    there.close()
    monkeypatch.undo()
    again = unlocked(workspace.paths)
    assert [] == again.problems
    assert LogKind.RESTORED in [line.kind for line in again.logbook()]
    again.close()
