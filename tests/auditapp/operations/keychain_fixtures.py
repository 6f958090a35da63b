# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the keychain one that they can watch."""

import pytest

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.keychains import MemoryKeychain
from tests.making import PASSPHRASE, WEAK, Clock


@pytest.fixture
def keychain():
    """Return a keychain in memory."""
    return MemoryKeychain()


@pytest.fixture
def made(tmp_path, keychain):
    """Make a workspace; return it with its recovery key."""
    workspace, key = Workspace.create(
        find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock(), keychain=keychain
    )
    yield workspace, key
    workspace.close()


@pytest.fixture
def workspace(made):
    """Return the workspace."""
    return made[0]


@pytest.fixture
def locked(workspace):
    """Return the paths of a workspace that the keychain may unlock, and which is locked."""
    workspace.turn_keychain_on(PASSPHRASE)
    workspace.close()
    return workspace.paths


def unlock(paths, keychain, **more):
    """Unlock with the keychain."""
    return Workspace.unlock_with_keychain(paths, keychain=keychain, clock=Clock(), **more)


def lines(workspace):
    """Return what the logbook says happened, and its details."""
    return [(line.kind, line.detail) for line in workspace.logbook()]
