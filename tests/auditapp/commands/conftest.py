# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the commands workspaces on disk, and a way to type a command."""

import argparse
import shlex
import shutil
from importlib import import_module

import pytest

from auditapp.commands.unlocking import VARIABLE
from auditapp.paths import find_paths
from auditapp.store.keys import DEFAULT_STRENGTH
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, Clock


@pytest.fixture(scope="session")
def made_home(tmp_path_factory):
    """Make one empty workspace for all tests; it is copied, because making one takes a while."""
    home = tmp_path_factory.mktemp("made")
    workspace, _recovery_key = Workspace.create(
        find_paths(home), PASSPHRASE, strength=DEFAULT_STRENGTH
    )
    workspace.close()
    return home


@pytest.fixture
def workspace_home(made_home, tmp_path):
    """Return the folder of an empty workspace, which is locked."""
    return shutil.copytree(made_home, tmp_path / "workspace")


@pytest.fixture
def change_workspace(workspace_home):
    """Return a function that unlocks the workspace, has something done to it and locks it."""

    def change(something):
        workspace = Workspace.unlock(find_paths(workspace_home), PASSPHRASE, clock=Clock())
        try:
            return something(workspace)
        finally:
            workspace.close()

    return change


@pytest.fixture
def passphrase_file(tmp_path, monkeypatch):
    """Name a file with the right passphrase in the environment, and return it."""
    path = tmp_path / "passphrase"
    path.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture
def typed(workspace_home, passphrase_file):
    """Return a function that runs a command and returns its exit code and its lines."""

    def run(line, home=workspace_home):
        words = shlex.split(line)
        module = import_module(f"auditapp.commands.{words[0]}")
        parser = argparse.ArgumentParser()
        parser.set_defaults(home=home)
        module.add_parser(parser.add_subparsers())
        lines = []
        return module.run(parser.parse_args(words), lines.append), lines

    return run
