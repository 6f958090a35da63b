# SPDX-License-Identifier: MPL-2.0
"""Open workspaces that earlier versions of the program left."""

import datetime as dt
import shutil

import pytest

from auditapp.model.edits import Author, change_answer
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.auditapp.store.freeze import OLD_FILES
from tests.making import PASSPHRASE, WEAK, Clock

WHOLE = sorted(path.name for path in OLD_FILES.glob("version_*_whole"))
NOW = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(params=WHOLE)
def home(request, tmp_path):
    """Return a copy of each frozen workspace."""
    return shutil.copytree(OLD_FILES / request.param, tmp_path / request.param)


@pytest.fixture
def unlock():
    """Return a function that unlocks the workspace in a folder."""
    opened = []

    def unlock(home, clock=None):
        paths = find_paths(home)
        clock = clock or Clock(NOW)
        opened.append(Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=clock))
        return opened[-1]

    yield unlock
    for workspace in opened:
        workspace.close()


def everything(workspace):
    """Return the audits by case reference."""
    return {row.case_reference: workspace.open_audit(row.id) for row in workspace.audits()}


def note(workspace, words):
    """Write a note in the draft of the old workspace, and close it."""
    audit = everything(workspace)["HX-2048"]
    edit = change_answer(audit, "chronology/CH1", Author("R. Okafor", NOW), note=words)
    try:
        workspace.commit(audit.id, edit)
    finally:
        workspace.close_audit(audit.id)
