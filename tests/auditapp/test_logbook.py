# SPDX-License-Identifier: MPL-2.0
"""Test that the logbook tells what happened to a workspace, and shows when it was tampered with."""

import errno
import os

import pytest

from auditapp.model.logbook import LogKind
from auditapp.store.log_pages import LogPages
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit


@pytest.fixture
def reopened(workspace):
    """Return a function that locks the workspace and unlocks it again."""
    opened = [workspace]

    def reopened():
        opened[-1].close()
        paths = workspace.paths
        opened.append(Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=Clock()))
        return opened[-1]

    yield reopened
    opened[-1].close()


@pytest.fixture
def page(workspace):
    """Return the file of the first page."""
    return workspace.paths.store / "log-000001.seal"


def kinds(workspace):
    """Return what happened, in order."""
    return [entry.kind for entry in workspace.logbook()]


def test_making_and_unlocking_are_written_down(reopened):
    """By the person of the settings, or else of the computer."""
    again = reopened()

    assert [LogKind.MADE, LogKind.UNLOCKED] == kinds(again)
    assert all(entry.by for entry in again.logbook())
    assert [] == again.logbook_faults()


def test_removing_an_audit_is_written_down_by_its_id(workspace):
    """The case reference is gone with the audit."""
    audit_id = start_audit(workspace)
    workspace.remove_audit(audit_id)

    last = workspace.logbook()[-1]
    assert (LogKind.AUDIT_REMOVED, audit_id) == (last.kind, last.audit_id)
    assert "HX-2047" not in last.model_dump_json()


def test_a_changed_line_shows(reopened):
    """Somebody with the key wrote another name into a line."""
    reopened()
    again = reopened()
    pages = LogPages(again._vault)
    lines = pages.read()
    lines[0]["by"] = "Somebody else"
    pages._save(1, 99, lines)

    faults = reopened().logbook_faults()

    assert ["Line 1 of the logbook is not what was written."] == faults


def test_an_older_copy_of_the_logbook_shows(reopened, page):
    """The list of audits knows how many lines there were."""
    older = page.read_bytes()
    reopened().close()
    page.write_bytes(older)

    problems = reopened().problems

    assert "The logbook is an older copy of itself: lines are missing." in problems


def test_a_full_disk_keeps_nobody_from_their_audits(reopened, monkeypatch):
    """What could not be written is told."""
    append = LogPages.append

    def refuse(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def append_on_a_full_disk(pages, line):
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", refuse)
            append(pages, line)

    monkeypatch.setattr(LogPages, "append", append_on_a_full_disk)

    again = reopened()

    assert any("line of the logbook could not be written" in each for each in again.problems)
    assert [] == again.audits()
