# SPDX-License-Identifier: MPL-2.0
"""Test that a report of each audit is saved into one folder, and gone on with after a stop."""

import re
from hashlib import sha256
from urllib.parse import unquote

import pytest

from auditapp.errors import NotAllowedError, ReportError, SaveFailedError, UnsafePathError
from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.fingerprints import grouped
from auditapp.insight.selection import Selection
from auditapp.model.edits import Author, change_answer, put_concern
from auditapp.model.follow_up import Concern
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey, new_record_id
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from auditapp.operations import batch as batch_operations
from auditapp.report import saving, worker
from auditapp.settings import Settings, save
from tests.auditapp.report.some_layouts import make_logo, write_layout
from tests.making import start_audit

EACH = ReportAcross(ReportKind.SHORT, Selection(has_drafts=True))
CSV = ReportCopy(ReportFormat.CSV)


@pytest.fixture
def audits(workspace):
    """Return the ids of three drafts, two of them of one case file."""
    return [
        start_audit(workspace, case_reference=reference) for reference in ("HX-1", "HX-2", "HX-1")
    ]


@pytest.fixture
def folder(tmp_path):
    """Return an empty folder."""
    path = tmp_path / "reports"
    path.mkdir()
    return path


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Write reports in this process: another one for each would take most of the time."""

    def render(document, *, report_format, progress, is_cancelled):
        del progress
        if is_cancelled():
            raise worker.ReportCancelledError("The report was not made: you stopped it.")
        return worker._writer(report_format)(document, lambda *_step: None)

    monkeypatch.setattr(worker, "render_in_process", render)


def files(folder):
    """Return the names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_each_audit_has_its_file_and_the_page_leads_to_it(workspace, audits, folder):
    """Two of one name lie side by side; each hash on the page is that of the file."""
    steps = []
    batch = workspace.export_each(
        EACH, folder, copy=CSV, report_progress=lambda *step: steps.append(step)
    )
    assert (3, 0, (), 0) == (batch.saved, batch.kept, batch.refused, batch.left)
    assert [(1, 3), (2, 3), (3, 3)] == steps
    page = batch.index.read_text("utf-8")
    links = [unquote(link) for link in re.findall(r'href="([^"]*)"', page)]
    assert files(folder) == sorted([*links, "index.html"])
    assert any(link.endswith(" (2).csv") for link in links)
    hashes = [sha256((folder / link).read_bytes()).hexdigest() for link in links]
    assert all(grouped(digest) in page for digest in hashes)
    assert "<script" not in page
    for audit_id in audits:
        assert HistoryKind.EXPORTED is workspace.history(audit_id)[-1].kind


def test_what_is_there_is_not_made_again(workspace, audits, folder):
    """Only what has changed since, by one file in the place of the old one."""
    workspace.export_each(EACH, folder, copy=CSV)
    before = files(folder)
    again = workspace.export_each(EACH, folder, copy=CSV)
    by = Author("R. Okafor", workspace.clock())
    audit = workspace.open_audit(audits[1])
    edit = change_answer(audit, QuestionKey("visits/VS2"), by, note="Seen.")
    workspace.commit(audits[1], edit)
    third = workspace.export_each(EACH, folder, copy=CSV)
    assert ((0, 3), (1, 2)) == ((again.saved, again.kept), (third.saved, third.kept))
    assert before == files(folder)


def test_a_file_of_somebody_else_is_never_replaced(workspace, audits, folder):
    """Nor one of ours in which somebody has written, nor another page."""
    workspace.export_each(EACH, folder, copy=CSV)
    name = next(each for each in files(folder) if "HX-2" in each)
    (folder / name).write_text("my notes")
    (folder / "index.html").write_text("my page")
    batch = workspace.export_each(EACH, folder, copy=CSV)
    assert (1, 2) == (batch.saved, batch.kept)
    assert "my notes" == (folder / name).read_text()
    assert "my page" == (folder / "index.html").read_text()
    assert "index (2).html" == batch.index.name
    assert audits


def test_another_reader_marking_or_password_makes_them_anew(workspace, audits, folder):
    """What was saved for one is not passed off as saved for the other."""
    workspace.export_each(EACH, folder, copy=CSV)
    board = workspace.export_each(EACH, folder, copy=ReportCopy(ReportFormat.CSV, False, "Board"))
    save(workspace.paths.settings, Settings(marking="OFFICIAL"))
    marked = workspace.export_each(EACH, folder, copy=CSV)
    again = workspace.export_each(EACH, folder, copy=CSV)
    assert [(3, 0), (3, 0), (0, 3)] == [(x.saved, x.kept) for x in (board, marked, again)]
    text = "organisation: Exampleshire\nlogo: {file: logo.png, words: A tree}\nfooter: Ask quality"
    layout = write_layout(folder.parent, text, make_logo())
    workspace.use_layout(workspace.read_layout(layout))
    laid_out = workspace.export_each(EACH, folder, copy=CSV)
    assert (3, 0) == (laid_out.saved, laid_out.kept)
    page = laid_out.index.read_text("utf-8")
    assert all(words in page for words in ("Exampleshire", 'alt="A tree"', "Ask quality"))
    kept = [path for path in folder.iterdir() if path.suffix == ".csv"]
    assert 3 == len(kept)
    assert audits


def test_a_stop_leaves_what_is_done_and_goes_on(workspace, audits, folder):
    """The page says how many are left."""
    stops = iter([False] * 5 + [True] * 50)
    seen = []
    batch = workspace.export_each(
        EACH,
        folder,
        copy=CSV,
        report_progress=lambda *step: seen.append(step),
        is_cancelled=lambda: next(stops),
    )
    assert batch.left == 3 - batch.saved > 0
    assert "saving was stopped" in batch.index.read_text("utf-8")
    again = workspace.export_each(EACH, folder, copy=CSV)
    assert (batch.left, batch.saved, 0) == (again.saved, again.kept, again.left)
    assert "saving was stopped" not in again.index.read_text("utf-8")
    assert audits


def test_a_full_disk_is_said_and_gone_on_with(workspace, audits, folder, monkeypatch):
    """The words say how many are there, and what to do; those are not made again."""
    real = batch_operations.BatchOperations._hand_out
    done = []

    def fill(self, *args):
        if done:
            raise SaveFailedError("The disk is full.", "Free some space.")
        done.append(real(self, *args))

    with monkeypatch.context() as full:
        full.setattr(batch_operations.BatchOperations, "_hand_out", fill)
        with pytest.raises(ReportError, match="disk is full") as caught:
            workspace.export_each(EACH, folder, copy=CSV)
    assert caught.value.remedy.startswith("Free some space. 1 report is in the folder.")
    again = workspace.export_each(EACH, folder, copy=CSV)
    assert (2, 1) == (again.saved, again.kept)
    assert audits


class Killed(BaseException):
    """End the program where nothing of it can answer."""


@pytest.mark.parametrize("file", [1, 2, 3])
def test_a_kill_before_a_report_is_recorded_is_gone_on_with(
    workspace, audits, folder, monkeypatch, file
):
    """Each audit has one file afterwards, and each file a line in the history of its audit."""
    real, written = saving.write_atomically, []

    def write(path, contents):
        real(path, contents)
        written.append(path)
        if len(written) == file + 1:  # the page that lists them is the first
            raise Killed

    with monkeypatch.context() as killed:
        killed.setattr(saving, "write_atomically", write)
        with pytest.raises(Killed):
            workspace.export_each(EACH, folder, copy=CSV)
    assert "saving was stopped" in (folder / "index.html").read_text("utf-8")
    again = workspace.export_each(EACH, folder, copy=CSV)
    assert (4 - file, file - 1) == (again.saved, again.kept)
    assert 4 == len(files(folder))
    for audit_id in audits:
        (line,) = (e for e in workspace.history(audit_id) if e.kind is HistoryKind.EXPORTED)
        assert grouped(line.detail.split()[1].rstrip(",")) in again.index.read_text("utf-8")


def test_half_a_file_of_a_killed_program_is_cleared_up(workspace, audits, folder):
    """Words of an audit are in it, and nobody would know what it is; other files stay."""
    (folder / f"{'0a' * 8}.tmp").write_text("She was seen")
    (folder / "notes.tmp").write_text("my notes")
    workspace.export_each(EACH, folder, copy=CSV)
    assert ["notes.tmp"] == [name for name in files(folder) if name.endswith(".tmp")]
    assert audits


def test_what_cannot_be_made_is_said_and_the_others_are(workspace, audits, folder):
    """A notice of concern needs a concern."""
    by = Author("R. Okafor", workspace.clock())
    concern = Concern(what="Not seen", found_at=by.now, raised_by=by.name)
    workspace.commit(audits[1], put_concern(new_record_id(), concern, by))
    wanted = ReportAcross(ReportKind.CONCERN, EACH.selection)
    batch = workspace.export_each(wanted, folder, copy=CSV)
    assert (1, 2) == (batch.saved, len(batch.refused))
    assert all(each.startswith("HX-1: This audit has no") for each in batch.refused)
    assert batch.refused[0] in batch.index.read_text("utf-8")


def test_shared_copies_have_codes_on_the_page_too(workspace, audits, folder):
    """Neither a case nor a team is named, not even by the name of a file."""
    copy = ReportCopy(ReportFormat.CSV, is_shared=True)
    batch = workspace.export_each(EACH, folder, copy=copy)
    page = batch.index.read_text("utf-8")
    assert 3 == batch.saved
    for name in ("HX-1", "HX-2", "Children in care, north", "R. Okafor"):
        assert name not in page + " ".join(files(folder))
    assert re.search(r"Case [A-Z2-7]+", page)
    assert re.search(r"Team [A-Z2-7]+", page)
    assert audits


def test_an_audit_being_amended_goes_out_as_it_was_signed(workspace, folder):
    """Unless drafts are wanted; the record says which version."""
    audit_id = start_audit(workspace)
    by = Author("R. Okafor", workspace.clock())
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.amend(audit_id, by, "A visit was overlooked.")
    signed = ReportAcross(ReportKind.SHORT, Selection())
    first = workspace.export_each(signed, folder, copy=CSV)
    detail = workspace.history(audit_id)[-1].detail
    again = workspace.export_each(signed, folder, copy=CSV)
    assert detail.partition(";")[0].endswith(", Short report, signed version 1")
    assert (1, 1) == (first.saved, again.kept)


def test_audits_that_were_closed_are_closed_again(workspace, audits, folder):
    """And one that cannot be read is on the page."""
    for audit_id in audits:
        workspace.close_audit(audit_id)
    for path in workspace.paths.store.glob(f"audits/{audits[0]}.*"):
        path.write_bytes(b"damaged")
    batch = workspace.export_each(EACH, folder, copy=CSV)
    assert not workspace._sessions.are_open
    assert (2, 0) == (batch.saved, batch.left)
    assert "1 audit could not be read." in batch.index.read_text("utf-8")


def test_what_cannot_be_is_refused(workspace, audits, folder):
    """Before anything is written."""
    with pytest.raises(NotAllowedError, match="not made of a single audit"):
        workspace.export_each(ReportAcross(ReportKind.SUMMARY, Selection()), folder)
    with pytest.raises(NotAllowedError, match="No audit was found"):
        workspace.export_each(ReportAcross(ReportKind.SHORT, Selection()), folder)
    with pytest.raises(NotAllowedError, match="will not do"):
        workspace.export_each(EACH, folder, copy=ReportCopy(password="short"))
    with pytest.raises(UnsafePathError):
        workspace.export_each(EACH, workspace.paths.store)
    assert [] == files(folder)
    assert audits
