# SPDX-License-Identifier: MPL-2.0
"""Test that nothing is lost when the disk, the folder or the clock fails under an open audit."""

import datetime as dt
import errno
import os
import shutil

import pytest

from auditapp.errors import AuditChangedOnDiskError, ReportError, SaveFailedError
from auditapp.model.edits import Author, change_answer, put_concern
from auditapp.model.follow_up import Concern
from auditapp.model.history import HistoryKind, first_fault
from auditapp.model.ids import new_record_id
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit

NAME = "R. Okafor"
KEY = "visits/VS2"


@pytest.fixture
def clock():
    """Return a clock that stands still."""
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    """Return an unlocked workspace."""
    made = make_workspace(tmp_path / "home", clock)
    yield made
    made.close()


@pytest.fixture
def audit_id(workspace):
    """Return the id of an audit with one answer."""
    audit_id = start_audit(workspace)
    write(workspace, audit_id, "met")
    return audit_id


@pytest.fixture
def failing(monkeypatch):
    """Return a block in which the disk refuses every write with one error."""

    def fail(number):
        def refuse(*_args, **_options):
            raise OSError(number, os.strerror(number))

        context = monkeypatch.context()
        patch = context.__enter__()
        patch.setattr(os, "fsync", refuse)
        return context

    return fail


class Failing:
    """A block in which the disk refuses every write with one error."""

    def __init__(self, monkeypatch, number):
        self.number = number
        self._context = monkeypatch.context()

    def __enter__(self):
        """Begin to refuse."""

        def refuse(*_args):
            raise OSError(self.number, os.strerror(self.number))

        self._context.__enter__().setattr(os, "fsync", refuse)

    def __exit__(self, *error):
        """End it."""
        self._context.__exit__(*error)
