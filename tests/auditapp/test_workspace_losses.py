# SPDX-License-Identifier: MPL-2.0
"""Test that nothing is lost when the disk, the folder or the clock fails under an open audit."""

import datetime as dt
import errno
import os
import shutil
from contextlib import contextmanager

import pypdfium2
import pytest

from auditapp.errors import AuditChangedOnDiskError, ReportError, SaveFailedError
from auditapp.exports.orders import ReportOfOne
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, change_answer, put_concern
from auditapp.model.follow_up import Concern
from auditapp.model.ids import new_record_id
from auditapp.model.report_kinds import ReportKind
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, start_audit

NAME = "R. Okafor"
KEY = "visits/VS2"


def full(audit_id):
    """Ask for the full report of an audit."""
    return ReportOfOne(ReportKind.AUDIT, audit_id)


@pytest.fixture
def audit_id(workspace):
    """Return the id of an audit with one answer, saved twice."""
    audit_id = start_audit(workspace)
    write(workspace, audit_id, "met")
    return audit_id


@pytest.fixture
def refusing(monkeypatch):
    """Return a block in which the disk refuses every write with one error."""

    @contextmanager
    def refusing(number):
        def refuse(*_args):
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", refuse)
            yield

    return refusing


@pytest.fixture
def read_only(monkeypatch):
    """Return a block in which every file can be read and none written."""

    @contextmanager
    def read_only():
        open_file = os.open

        def refuse(path, flags, *rest, **options):
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS))
            return open_file(path, flags, *rest, **options)

        with monkeypatch.context() as medium:
            medium.setattr(os, "open", refuse)
            yield

    return read_only


def by(workspace):
    """Return who changes things, now."""
    return Author(NAME, workspace.clock())


def write(workspace, audit_id, value):
    """Give one answer."""
    edit = change_answer(workspace.open_audit(audit_id), KEY, by(workspace), value=value)
    workspace.commit(audit_id, edit)


def sign(workspace, audit_id):
    """Sign an audit off, complete or not."""
    return workspace._sessions.get(audit_id).sign_off(by(workspace))


def stored(workspace, audit_id):
    """Return the audit as a restart finds it."""
    workspace.close()
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=workspace.clock)
    try:
        assert first_fault(again.history(audit_id)) is None
        return again.open_audit(audit_id)
    finally:
        again.close()


def audit_file(workspace, audit_id):
    """Return the file of an audit."""
    return workspace.paths.store / "audits" / f"{audit_id}.seal"


def test_a_full_disk_keeps_an_audit_from_being_signed(workspace, audit_id, refusing):
    """It stays a draft, in memory and on the disk, and can be signed later."""
    with refusing(errno.ENOSPC), pytest.raises(SaveFailedError, match="disk is full"):
        sign(workspace, audit_id)
    assert workspace.open_audit(audit_id).is_draft

    write(workspace, audit_id, "not_met")
    sign(workspace, audit_id)
    audit = stored(workspace, audit_id)
    assert (False, "not_met") == (audit.is_draft, audit.answer(KEY).value)


def test_a_signing_that_failed_is_no_signing(workspace, audit_id, refusing):
    """After a restart the audit is a draft with all its answers."""
    with refusing(errno.EIO), pytest.raises(SaveFailedError, match="reported an error"):
        sign(workspace, audit_id)

    audit = stored(workspace, audit_id)
    assert (True, "met") == (audit.is_draft, audit.answer(KEY).value)


def test_a_full_disk_keeps_a_report_from_being_saved(workspace, audit_id, tmp_path, refusing):
    """Nothing is left behind and nothing recorded; the audit is as it was."""
    path = tmp_path / "report.pdf"
    before = workspace.history(audit_id)
    with refusing(errno.ENOSPC), pytest.raises(ReportError, match="could not be saved") as caught:
        workspace.export_report(full(audit_id), path, by(workspace))

    assert "free some space" in caught.value.remedy
    assert (False, before) == (path.exists(), workspace.history(audit_id))


def test_a_full_disk_keeps_a_print_from_being_recorded(workspace, audit_id, refusing):
    """That is said; the audit is as it was."""
    before = workspace.history(audit_id)
    with refusing(errno.ENOSPC), pytest.raises(SaveFailedError, match="disk is full"):
        workspace.record_print(ReportOfOne(ReportKind.AUDIT, audit_id), by(workspace), 3)

    assert before == workspace.history(audit_id)


def test_a_front_sheet_being_filled_survives_locking(workspace):
    """It is nobody's audit until it is started."""
    workspace.keep_draft_front({"reference": "HX-1"})
    workspace.close()
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)

    assert {"reference": "HX-1"} == again.draft_front()
    assert [] == again.audits()
    again.drop_draft_front()
    assert again.draft_front() is None
    again.close()


@pytest.mark.parametrize("is_previous_lost", [False, True])
def test_a_file_deleted_under_an_open_audit_comes_back(workspace, audit_id, is_previous_lost):
    """With the next answer, with everything that was saved before."""
    raised = put_concern(
        new_record_id(), Concern(what="Door locked.", found_at=workspace.clock()), by(workspace)
    )
    workspace.commit(audit_id, raised)
    audit_file(workspace, audit_id).unlink()
    if is_previous_lost:
        audit_file(workspace, audit_id).with_suffix(".prev").unlink()
    write(workspace, audit_id, "not_met")

    audit = stored(workspace, audit_id)
    assert ("not_met", 1) == (audit.answer(KEY).value, len(audit.concerns))


def test_a_file_deleted_under_an_open_audit_comes_back_on_closing(workspace, audit_id):
    """Also when nothing is changed any more."""
    workspace.open_audit(audit_id)
    for path in (workspace.paths.store / "audits").iterdir():
        path.unlink()

    assert "met" == stored(workspace, audit_id).answer(KEY).value


def test_a_folder_that_went_away_costs_nothing_once_it_is_back(workspace, audit_id, tmp_path):
    """A drive that was unplugged: the sentence says so, and trying again succeeds."""
    audits, away = workspace.paths.store / "audits", tmp_path / "away"
    audits.rename(away)
    with pytest.raises(SaveFailedError, match="cannot be found any more") as caught:
        write(workspace, audit_id, "not_met")
    assert "unplugged" in caught.value.remedy

    away.rename(audits)
    write(workspace, audit_id, "not_met")
    assert "not_met" == stored(workspace, audit_id).answer(KEY).value


def test_a_workspace_closes_although_its_folder_went_away(workspace, audit_id, tmp_path):
    """The key must not stay in memory; what was saved is where the folder is."""
    workspace.open_audit(audit_id)
    audits, away = workspace.paths.store / "audits", tmp_path / "away"
    audits.rename(away)
    workspace.close()

    away.rename(audits)
    assert "met" == stored(workspace, audit_id).answer(KEY).value


def test_a_file_changed_under_an_open_audit_is_not_overwritten(workspace, audit_id):
    """An old copy laid over it is no loss of ours to mend: the person is told."""
    path = audit_file(workspace, audit_id)
    workspace.open_audit(audit_id)
    shutil.copy(path.with_suffix(".prev"), path)
    with pytest.raises(AuditChangedOnDiskError):
        write(workspace, audit_id, "not_met")


def test_a_read_only_medium_is_told_when_unlocking(workspace, audit_id, read_only):
    """The sentence says what to do, and the next attempt on a writable one succeeds."""
    workspace.close()
    with read_only(), pytest.raises(SaveFailedError, match="does not allow saving") as caught:
        Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)

    assert "try again" in caught.value.remedy
    assert "met" == stored(workspace, audit_id).answer(KEY).value


def test_a_read_only_medium_is_told_when_beginning(tmp_path, read_only):
    """Nothing is there afterwards that could be taken for a workspace."""
    paths = find_paths(tmp_path / "new")
    with read_only(), pytest.raises(SaveFailedError, match="does not allow saving"):
        Workspace.create(paths, PASSPHRASE, strength=WEAK)

    assert not Workspace.exists(paths)


def test_a_medium_that_became_read_only_loses_nothing(workspace, audit_id, read_only):
    """As Linux does after a fault of the disk: reading goes on, each change is refused."""
    with read_only():
        for refused in (
            lambda: write(workspace, audit_id, "not_met"),
            lambda: workspace.undo(audit_id, by(workspace)),
            lambda: workspace.keep_draft_front({}),
        ):
            with pytest.raises(SaveFailedError, match="does not allow saving"):
                refused()
        assert "met" == workspace.open_audit(audit_id).answer(KEY).value

    assert "met" == stored(workspace, audit_id).answer(KEY).value


@pytest.mark.parametrize("year", [1971, 2038, 2199])
def test_a_clock_years_off_stops_nothing(workspace, audit_id, clock, tmp_path, year):
    """Answers, undo, the list, the report and the sign-off go on; the order of history stays."""
    clock.now = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    for value in ("not_met", "partly_met"):
        write(workspace, audit_id, value)
    workspace.undo(audit_id, by(workspace))
    start_audit(workspace)
    sign(workspace, audit_id)
    workspace.export_report(full(audit_id), tmp_path / "report.pdf", by(workspace))

    assert 2 == len(workspace.audits())
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as document:
        assert 1 < len(document)
    audit = stored(workspace, audit_id)
    assert ("not_met", year) == (audit.answer(KEY).value, audit.sign_off.at.year)


def test_a_clock_put_back_while_typing_begins_a_new_line(workspace, audit_id, clock):
    """Hours of typing never run together, whatever the clock says."""
    for text in ("Seen", "Seen alone"):
        audit = workspace.open_audit(audit_id)
        edit = change_answer(audit, KEY, by(workspace), typing="note", note=text)
        workspace.commit(audit_id, edit)
        clock.move(days=-4000)

    assert ["note", "note"] == [entry.kind for entry in workspace.history(audit_id)[-2:]]


def test_closing_an_audit_brings_the_list_on_the_disk_up_to_date(workspace, audit_id):
    """So that a crash later leaves it as it is on the screen."""
    catalogue = workspace.paths.store / "catalogue.seal"
    write(workspace, audit_id, "not_met")
    before = catalogue.read_bytes()
    workspace.close_audit(audit_id)
    after = catalogue.read_bytes()
    workspace.close_audit(audit_id)

    assert before != after
    assert after == catalogue.read_bytes()
