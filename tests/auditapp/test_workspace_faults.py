# SPDX-License-Identifier: MPL-2.0
"""Test the workspace when things go wrong around it: threads, locks, damage, odd settings."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pypdfium2
import pytest

from auditapp.errors import NotAllowedError, SaveFailedError, SchemaTooNewError, UnsafePathError
from auditapp.exports.orders import ReportCopy, ReportOfOne
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, change_answer
from auditapp.model.history import HistoryKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from auditapp.paths import find_paths
from auditapp.settings import Settings
from auditapp.store.catalogue import Catalogue
from auditapp.store.vault import Vault
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_front

NAME = "R. Okafor"


def full(audit_id):
    """Ask for the full report of an audit."""
    return ReportOfOne(ReportKind.AUDIT, audit_id)


def by(workspace):
    """Return who changes things, now."""
    return Author(NAME, workspace.clock())


def write(workspace, audit_id, key, **fields):
    """Change one answer."""
    edit = change_answer(workspace.open_audit(audit_id), key, by(workspace), **fields)
    workspace.commit(audit_id, edit)


def reopened(workspace):
    """Lock the workspace and unlock it again."""
    workspace.close()
    return Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)


def test_the_time_is_that_of_the_computer_unless_told_otherwise(tmp_path):
    """It knows its time zone, so that two laptops can be compared."""
    workspace, _key = Workspace.create(find_paths(tmp_path), PASSPHRASE, strength=WEAK)
    workspace.close()

    assert 0 == workspace.clock().utcoffset().total_seconds()


def test_many_threads_leave_one_unbroken_history(workspace, audit_id):
    """Each edit is carried out whole, one after the other; the list can be read meanwhile."""
    keys = [f"visits/Q{number}" for number in range(12)]

    def work(key):
        for value in ("met", "not_met"):
            write(workspace, audit_id, key, value=value)
            workspace.audits()
            workspace.outline(workspace.open_audit(audit_id))
        return workspace.undo(audit_id, by(workspace))

    with ThreadPoolExecutor(4) as pool:
        assert None not in list(pool.map(work, keys))
    history = workspace.history(audit_id)

    assert 1 + 3 * len(keys) == len(history)
    assert first_fault(history) is None
    workspace.close_audit(audit_id)
    assert history == workspace.history(audit_id)


def test_closing_twice_does_no_harm(workspace, audit_id):
    """The idle lock and the closing of the window may meet."""
    workspace.open_audit(audit_id)
    workspace.close()
    workspace.close()

    again = reopened(workspace)
    assert [audit_id] == [row.id for row in again.audits()]
    again.close()


def test_a_disk_that_fails_at_the_end_does_not_keep_the_key(workspace, audit_id):
    """The workspace is locked all the same; the next start compares the list with the audits."""
    (workspace.paths.store / "in-use").unlink()
    again = reopened(workspace)

    assert [audit_id] == [row.id for row in again.audits()]
    again.close()


def test_an_unlocking_that_fails_gives_the_lock_back(workspace, monkeypatch):
    """The next attempt must not be told that another window is open."""
    workspace.close()

    def refuse(*_args):
        raise SchemaTooNewError("Newer.")

    with monkeypatch.context() as newer:
        newer.setattr(Catalogue, "_load", refuse)
        with pytest.raises(SchemaTooNewError):
            Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)

    Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK).close()


@pytest.mark.parametrize("kind", ["damaged", "unreadable"])
def test_odd_settings_keep_nobody_from_their_audits(workspace, audit_id, kind):
    """The usual settings stand in, and that is said once."""
    workspace.close_audit(audit_id)
    if kind == "damaged":
        workspace.paths.settings.write_text("{")
    else:
        workspace.paths.settings.mkdir()
    for _time in range(2):
        write(workspace, audit_id, "visits/VS2", value="met")
        workspace.close_audit(audit_id)

    assert Settings() == workspace.settings()
    (problem,) = workspace.problems
    assert problem.startswith("Your settings could not be read, so the usual ones are in use. ")


def test_problems_name_their_audit(workspace, audit_id):
    """By its case reference, which is what the person knows; a mended key file has none."""
    folder = workspace.paths.store
    workspace.close()
    for path in (folder / "audits").iterdir():
        path.unlink()
    stray = folder / "audits" / f"{'0' * 32}.seal"
    stray.write_bytes(b"not an audit")
    (folder / "store.key").write_bytes(b"not a key")
    again = reopened(workspace)

    note, *others = again.problems
    assert "its copy was put in its place" in note.lower()
    assert {"HX-2047", "0" * 32} == {sentence.partition(": ")[0] for sentence in others}
    again.close()


def test_damage_to_the_list_itself_is_told(workspace, audit_id):
    """It belongs to no audit."""
    catalogue = workspace.paths.store / "catalogue.seal"
    workspace.close()
    for path in (catalogue, catalogue.with_suffix(".prev")):
        path.write_bytes(b"not a list")
    again = reopened(workspace)

    assert ["The list of audits was damaged. It was made again."] == again.problems
    assert [audit_id] == [row.id for row in again.audits()]
    again.close()


def test_a_report_is_written_and_recorded(workspace, audit_id, tmp_path):
    """The history holds its hash; progress is told on the way."""
    path, steps = tmp_path / "report.pdf", []
    workspace.export_report(
        full(audit_id), path, by(workspace), report_progress=lambda *step: steps.append(step)
    )
    last = workspace.history(audit_id)[-1]

    with pypdfium2.PdfDocument(path) as document:
        assert 1 < len(document)
    assert (HistoryKind.EXPORTED, NAME) == (last.kind, last.by)
    assert last.detail.startswith("pdf ")
    assert len("pdf ") + 64 == len(last.detail)
    assert steps


@pytest.mark.parametrize("kind", ReportFormat)
def test_a_report_can_be_any_kind_of_file(workspace, audit_id, tmp_path, kind):
    """What was previewed is what is written, and the history says which kind it was."""
    path = tmp_path / f"report{kind.suffix}"
    seen = workspace.preview_report(full(audit_id), copy=ReportCopy(kind))
    workspace.export_report(full(audit_id), path, by(workspace), copy=ReportCopy(kind))

    assert seen == path.read_bytes()
    detail = workspace.history(audit_id)[-1].detail
    assert detail.startswith(f"{kind} {sha256(seen).hexdigest()}")


def test_a_report_outlives_the_closing_of_its_audit(workspace, audit_id, tmp_path):
    """The window may go on to another audit while a report is made."""
    path = tmp_path / "report.pdf"
    workspace.export_report(
        full(audit_id),
        path,
        by(workspace),
        report_progress=lambda _done, _total: workspace.close_audit(audit_id),
    )

    assert path.exists()
    assert HistoryKind.EXPORTED is workspace.history(audit_id)[-1].kind


def test_no_report_is_left_unrecorded_after_locking(workspace, audit_id, tmp_path):
    """What could not be recorded is not written."""
    path = tmp_path / "report.pdf"
    with pytest.raises(NotAllowedError, match="locked"):
        workspace.export_report(
            full(audit_id),
            path,
            by(workspace),
            report_progress=lambda _done, _total: workspace.close(),
        )

    assert not path.exists()


def test_a_print_is_recorded_like_an_export(workspace, audit_id):
    """With who printed and how many pages; undo steps over it."""
    write(workspace, audit_id, "visits/VS2", value="met")
    for pages in (1, 12):
        workspace.record_print(ReportOfOne(ReportKind.AUDIT, audit_id), by(workspace), pages)
    lines = workspace.history(audit_id)[-2:]

    assert [(HistoryKind.EXPORTED, NAME)] * 2 == [(line.kind, line.by) for line in lines]
    assert ["print, 1 page", "print, 12 pages"] == [line.detail for line in lines]
    assert {} == workspace.undo(audit_id, by(workspace)).audit.answers


def test_a_print_cannot_be_recorded_after_locking(workspace, audit_id):
    """It is said, and nothing breaks."""
    workspace.close()
    with pytest.raises(NotAllowedError, match="locked"):
        workspace.record_print(ReportOfOne(ReportKind.AUDIT, audit_id), by(workspace), 1)


@pytest.mark.parametrize("name", ["store.key", "audits/new.pdf", "../elsewhere/../store/lock"])
def test_a_report_never_goes_among_the_audits(workspace, audit_id, name):
    """One careless click in a dialog must not replace an audit or the keys."""
    before = {path: path.read_bytes() for path in workspace.paths.store.glob("*.*")}
    with pytest.raises(UnsafePathError):
        workspace.export_report(full(audit_id), workspace.paths.store / name, by(workspace))

    assert before == {path: path.read_bytes() for path in workspace.paths.store.glob("*.*")}


def test_a_removal_that_fails_leaves_the_audit(workspace, audit_id, monkeypatch):
    """It can be opened as before."""

    def refuse(*_args, **_options):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    write(workspace, audit_id, "visits/VS2", value="met")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailedError):
            workspace.remove_audit(audit_id)

    assert "met" == workspace.open_audit(audit_id).answer("visits/VS2").value


def test_a_workspace_that_cannot_be_begun_gives_the_lock_back(tmp_path, monkeypatch):
    """A full disk in the last step of making it: nothing is left, and the next try is the first."""
    paths = find_paths(tmp_path)

    def refuse(*_args, **_options):
        raise SaveFailedError("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(Vault, "write", refuse)
        with pytest.raises(SaveFailedError):
            Workspace.create(paths, PASSPHRASE, strength=WEAK)

    Workspace.create(paths, PASSPHRASE, strength=WEAK)[0].close()


def test_text_that_no_file_can_hold_is_stored_as_far_as_it_goes(workspace):
    """A pasted half pair does not cost the audit."""
    audit_id = workspace.start_audit(make_front(team="N\x00rth", auditor="\ud83d"), ["visits"])
    write(workspace, audit_id, "visits/VS2", value="\udfff", note="a\x00b")
    workspace.close_audit(audit_id)
    audit = workspace.open_audit(audit_id)

    assert ("N\ufffdrth", "\ufffd") == (audit.front.team, audit.front.auditor)
    assert ("\ufffd", "a\ufffdb") == (
        audit.answer("visits/VS2").value,
        audit.answer("visits/VS2").note,
    )
