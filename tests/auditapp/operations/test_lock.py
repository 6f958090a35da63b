# SPDX-License-Identifier: MPL-2.0
"""Test what the window asks before it shows a locked workspace again."""

import pytest

from auditapp import store_place_facts
from auditapp.errors import AuditChangedOnDiskError, NotAllowedError, WrongPassphraseError
from auditapp.model.edits import Author, change_answer
from auditapp.paths import find_paths
from auditapp.store import process_lock
from auditapp.store_place import PlaceRisk
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit


def answer(workspace, audit_id, **fields):
    """Answer one question."""
    audit = workspace.open_audit(audit_id)
    by = Author("R. Okafor", workspace.clock())
    return workspace.commit(audit_id, change_answer(audit, "visits/VS2", by, **fields))


def test_only_the_passphrase_proves_who_is_there(workspace):
    """A workspace that is open tells right from wrong without being opened again."""
    workspace.require_secret(PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        workspace.require_secret("correct horse battery")


def test_a_closed_workspace_lets_nobody_in(workspace):
    """Its keys are gone, so nothing can be proved."""
    workspace.close()
    with pytest.raises(NotAllowedError):
        workspace.require_secret(PASSPHRASE)


def test_a_mark_is_the_same_until_something_was_written(workspace, tmp_path):
    """Across locking; not in another workspace; not once the audit is another."""
    audit_id = start_audit(workspace)
    marks = workspace.state_mark(), workspace.state_mark(audit_id)
    other = make_workspace(tmp_path / "other")
    assert other.state_mark() != marks[0]
    other.close()
    workspace.close()

    clock = Clock()
    clock.move(minutes=1)
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=clock)
    assert marks == (again.state_mark(), again.state_mark(audit_id))
    answer(again, audit_id, value="met")
    assert marks[0] == again.state_mark()
    assert marks[1] != again.state_mark(audit_id)
    again.remove_audit(audit_id)
    assert again.state_mark(audit_id).endswith(f"{audit_id} ")
    again.close()


def test_warnings_are_about_the_folder_of_the_audits(workspace, tmp_path, monkeypatch):
    """Not about that of the program."""
    table = tmp_path / "mounts"
    table.write_text(f"29 1 0:1 / {workspace.paths.store} rw - nfs files:/x rw\n")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)
    monkeypatch.setattr(store_place_facts.sys, "platform", "linux")

    assert [PlaceRisk.NETWORK] == [each.risk for each in workspace.place_warnings()]


def test_a_stale_writer_loses_nothing_where_the_lock_does_not_work(tmp_path, monkeypatch):
    """Of two that have one audit open, the later is refused and what the first wrote stays."""
    monkeypatch.setattr(process_lock, "_lock", lambda _descriptor: None)
    first = make_workspace(tmp_path)
    audit_id = start_audit(first)
    second = Workspace.unlock(find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock())
    second.open_audit(audit_id)
    answer(first, audit_id, note="Written first.")
    with pytest.raises(AuditChangedOnDiskError) as refusal:
        answer(second, audit_id, note="Written on what was there before.")

    assert "Copy what you have just typed" in refusal.value.remedy
    first.close()
    second.close()
    again = Workspace.unlock(find_paths(tmp_path), PASSPHRASE, strength=WEAK)
    assert "Written first." == again.open_audit(audit_id).answer("visits/VS2").note
    again.close()
