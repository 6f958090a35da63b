# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.outgoing.report_desk`` over the view of a report: how it leaves the program."""

import pytest
from shiboken6 import delete

from auditapp.errors import ReportError
from auditapp.exports.orders import PLAIN_COPY
from auditapp.model.ids import QuestionKey
from auditapp.model.report_kinds import ReportKind
from tests.ui.outgoing.paper import PaperOutside
from tests.ui.outgoing.report_fixtures import (
    NAME,
    go_on,
    make_view,
    outside,
    paper,
    printer_to,
    refuse,
    save,
    told,
    view,
    wait_for_preview,
)
from ui.preview.pdf_file import PdfFile

__all__ = ["make_view", "outside", "paper", "view"]


def test_saving(view, outside, pdf, qtbot):
    """The report is where the person chose, under the name suggested."""
    save(view, qtbot)
    assert (["audit.pdf"], pdf, f"Saved as {NAME}") == (
        outside.names,
        outside.path.read_bytes(),
        told(view),
    )


def test_nothing_is_saved_when_cancelled(view, outside, jobs):
    """A dialog that is cancelled starts nothing."""
    outside.path = None
    go_on(view)
    assert (False, "") == (jobs.is_busy, told(view))


def test_only_a_saved_report_is_opened(view, outside, qtbot):
    """The system viewer gets the file that was saved, and there is none before."""
    before = view.header.open_button.isEnabled()
    save(view, qtbot)
    view.header.open_button.click()
    assert (False, [outside.path]) == (before, outside.opened)


def test_outdated_report_is_not_opened(view, open_audit, jobs, qtbot):
    """After a change the saved file is not this report any more."""
    save(view, qtbot)
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    wait_for_preview(view, jobs, qtbot)
    assert (False, "") == (view.header.open_button.isEnabled(), told(view))


def test_viewer_that_does_not_open(view, outside, qtbot):
    """When no program opens the file, that is said."""
    outside.can_open = False
    save(view, qtbot)
    view.header.open_button.click()
    assert "The report could not be opened" == told(view)


def test_progress_and_stopping(view, paper, outside, qtbot):
    """While it is saved one sees how far it is, and can stop it; then there is no file."""
    paper.waits = True
    go_on(view)
    qtbot.waitUntil(lambda: view.work_bar.progress_bar.maximum() == 4)
    assert (True, 1) == (view.work_bar.isVisible(), view.work_bar.progress_bar.value())
    with qtbot.waitSignal(view.work_bar.ended, timeout=20_000):
        view.work_bar.cancel_button.click()
    seen = (told(view), outside.path.exists(), view.work_bar.isVisible())
    assert ("Stopped. No file was saved.", False, False) == seen


def test_one_thing_at_a_time(view, paper, qtbot):
    """While the report is saved, it can be neither saved again nor printed."""
    paper.waits = True
    go_on(view)
    header = view.header
    seen = (header.save_button.isEnabled(), header.print_button.isEnabled())
    paper.may_go_on.set()
    qtbot.waitUntil(lambda: view.work_bar.job is None)
    assert ((False, False), True) == (seen, header.save_button.isEnabled())


def test_focus_goes_along(view, paper, qtbot):
    """The focus goes to "Stop" while the report is saved, and then to opening it."""
    paper.waits = True
    view.header.save_button.setFocus()
    go_on(view)
    view.activateWindow()  # as a real screen does when a dialog has gone
    during = view.work_bar.cancel_button.hasFocus()
    paper.may_go_on.set()
    qtbot.waitUntil(lambda: view.work_bar.job is None)
    assert (True, True) == (during, view.header.open_button.hasFocus())


def test_failure_is_told(view, paper, qtbot):
    """A report that cannot be saved says so in the words of the error."""
    paper.error = ReportError("The disk is full.", "Free some space.")
    save(view, qtbot)
    seen = (told(view), view.banner.accessibleDescription())
    assert ("The disk is full.", "Free some space.") == seen


def test_unsaved_answers_come_first(view, open_audit, monkeypatch, jobs):
    """When the audit itself cannot be saved, no report of it is."""
    with monkeypatch.context() as patched:
        patched.setattr(open_audit, "flush", refuse)
        go_on(view)
    assert ("The disk is full.", False) == (told(view), jobs.is_busy)


def test_printing(view, paper, outside, tmp_path, qtbot):
    """The pages go to the printer that the person chose, and that is recorded."""
    outside.printer = printer_to(tmp_path / "printed.pdf")
    with qtbot.waitSignal(view.work_bar.ended, timeout=20_000):
        view.header.print_button.click()
    pages = PdfFile((tmp_path / "printed.pdf").read_bytes()).page_count
    assert ("Sent to the printer", 4) == (told(view), pages)
    assert [("R. Okafor", 4, ReportKind.AUDIT)] == paper.printed


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_printer_that_refuses_is_not_recorded(view, paper, outside, tmp_path, qtbot):
    """Nothing came out; the view says so."""
    outside.printer = printer_to(tmp_path / "no such folder" / "printed.pdf")
    with qtbot.waitSignal(view.work_bar.ended, timeout=20_000):
        view.header.print_button.click()
    assert ("The printer did not take the report.", []) == (told(view), paper.printed)


def test_cancelled_printing(view, jobs):
    """Without a printer nothing is printed."""
    view.header.print_button.click()
    assert (False, "") == (jobs.is_busy, told(view))


def test_locked_while_a_dialog_was_open(make_view, paper, jobs, qtbot):
    """When the view went away behind the dialog, nothing is saved and nothing breaks."""

    class Locking(PaperOutside):
        def ask_save_path(self, parent, title, name):
            delete(view)
            return super().ask_save_path(parent, title, name)

    view = make_view(paper, Locking("somewhere"))
    view.show()
    wait_for_preview(view, jobs, qtbot)
    view._on_copy_chosen(PLAIN_COPY)
    assert not jobs.is_busy


def test_view_that_goes_away_stops_its_work(make_view, paper, jobs, outside, qtbot):
    """A report being saved when the window locks is stopped, and leaves no file."""
    view = make_view(paper, outside)
    view.show()
    wait_for_preview(view, jobs, qtbot)
    paper.waits = True
    go_on(view)
    delete(view)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert not outside.path.exists()
