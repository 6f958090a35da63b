# SPDX-License-Identifier: MPL-2.0
"""Test making a workspace, unlocking it and closing it."""

import pytest

from auditapp.errors import StoreExistsError, StoreInUseError, WrongPassphraseError
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace


def test_a_new_workspace_opens_with_its_passphrase_and_its_recovery_key(tmp_path):
    """Both secrets open it; another opens nothing."""
    paths = find_paths(tmp_path)
    workspace, key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
    assert workspace.opens_with(key)
    assert not workspace.opens_with("AAAA-BBBB")
    workspace.close()

    for secret in (PASSPHRASE, key, key.lower().replace("-", " ")):
        Workspace.unlock(paths, secret, strength=WEAK).close()
    with pytest.raises(WrongPassphraseError):
        Workspace.unlock(paths, "something else entirely", strength=WEAK)


def test_there_is_a_workspace_only_after_making_one(tmp_path):
    """The start screen asks this before anything else."""
    paths = find_paths(tmp_path)
    assert not Workspace.exists(paths)

    make_workspace(tmp_path).close()

    assert Workspace.exists(paths)
    with pytest.raises(StoreExistsError):
        Workspace.create(paths, PASSPHRASE, strength=WEAK)


def test_a_second_window_is_refused(workspace):
    """One writer at a time: the second is told, and nothing is harmed."""
    with pytest.raises(StoreInUseError):
        Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)


def test_closing_is_safe_whenever(workspace, audit_id):
    """An audit that is not open can be closed; the list stays right."""
    workspace.close_audit(audit_id)
    workspace.close_audit(audit_id)

    assert [audit_id] == [row.id for row in workspace.audits()]
    assert [] == list(workspace.problems)
