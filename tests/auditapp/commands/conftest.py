# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the commands workspaces on disk, and a way to type a command."""

import argparse
import shlex
import shutil
from dataclasses import replace
from importlib import import_module

import pytest

from auditapp.checklist.trust.secret_key_file import ScryptLimits, write_secret_key
from auditapp.commands import checklist as command
from auditapp.commands.checklist import CHECKLISTS
from auditapp.commands.unlocking import VARIABLE
from auditapp.paths import find_paths
from auditapp.standards import BANK_HOLIDAYS, LOCAL_NAMES, RULES, SOURCES
from auditapp.workspace import Workspace
from tests.auditapp.checklist.desk import KEY, Desk
from tests.making import PASSPHRASE, WEAK, Clock

QUICK = ScryptLimits(operations=1 << 15, memory=1 << 24)
"""Opens the file of a key quickly."""


@pytest.fixture(scope="session")
def made_home(tmp_path_factory):
    """Make one empty workspace for all tests; it is copied, because making one takes a while."""
    home = tmp_path_factory.mktemp("made")
    workspace, _recovery_key = Workspace.create(find_paths(home), PASSPHRASE, strength=WEAK)
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
        module = import_module(f"auditapp.commands.{words[0].replace('-', '_')}")
        parser = argparse.ArgumentParser()
        parser.set_defaults(home=home)
        module.add_parser(parser.add_subparsers())
        lines = []
        return module.run(parser.parse_args(words), lines.append), lines

    return run


@pytest.fixture
def desk(tmp_path):
    """Return what makes files of checklists, and the file of an organisation."""
    made = Desk(tmp_path)
    for name in (RULES, BANK_HOLIDAYS, LOCAL_NAMES, SOURCES):
        shutil.copy(CHECKLISTS / name, made.shipped)
    return made


@pytest.fixture
def run(desk, tmp_path, monkeypatch):
    """Return a function that runs ``checklist`` and gives the exit code and the lines said.

    A list of ``lines`` that is handed in holds what was said before an error.
    """
    found = command.find_paths
    monkeypatch.setattr(
        command, "find_paths", lambda home: replace(found(home), organisation=desk.organisation)
    )

    def call(*words, lines=None):
        parser = argparse.ArgumentParser()
        parser.set_defaults(home=tmp_path / "home")
        command.add_parser(parser.add_subparsers(dest="command"))
        lines = [] if lines is None else lines
        args = parser.parse_args(["checklist", *map(str, words)])
        return command.run(args, lines.append, desk.shipped), lines

    return call


@pytest.fixture
def key_file(tmp_path):
    """Return the file of a secret key, quickly opened."""
    path = tmp_path / "halden.key"
    path.write_bytes(write_secret_key(KEY, PASSPHRASE, QUICK))
    return path
