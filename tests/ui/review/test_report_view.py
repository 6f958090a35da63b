# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.review.report_view``."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from auditapp.errors import ReportError, SaveFailedError
from auditapp.exports.orders import PLAIN_COPY
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey
from auditapp.model.report_kinds import ReportKind
from tests.auditapp.report.layouts import write_layout
from tests.ui.review.answering import finish
from tests.ui.review.paper import PaperOutside
from tests.ui.review.report_fixtures import (
    NAME,
    go_on,
    make_view,
    outside,
    paper,
    printer_to,
    save,
    told,
    view,
    wait_for_preview,
)
from ui.review.pdf_file import PdfFile

__all__ = ["make_view", "outside", "paper", "view"]


def refuse():
    """Fail to save, as a full disk does."""
    raise SaveFailedError("The disk is full.")


def test_preview_is_made_when_shown(view, paper):
    """The pages are there, made once."""
    assert (1, 4) == (paper.made, view.pane.preview.page_count)


def test_preview_is_kept(view, paper):
    """Coming back to the same audit makes nothing anew."""
    view.hide()
    view.show()
    assert 1 == paper.made


def test_change_makes_it_anew(view, paper, open_audit, jobs, qtbot):
    """Another answer is another report."""
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    qtbot.waitUntil(lambda: paper.made == 2)
    wait_for_preview(view, jobs, qtbot)
    assert 4 == view.pane.preview.page_count


def test_marking_makes_it_anew(view, paper, preferences, jobs, qtbot):
    """Another protective marking is another report, and is told."""
    preferences.change(marking="OFFICIAL")
    qtbot.waitUntil(lambda: paper.made == 2)
    wait_for_preview(view, jobs, qtbot)
    assert "Marked OFFICIAL." in view.header._words.text()


def test_the_layout_has_its_say(make_view, workspace, paper, qtbot, tmp_path):
    """Its marking stands in the place of the settings; that it cannot be used is told."""
    workspace.use_layout(workspace.read_layout(write_layout(tmp_path, "marking: OFFICIAL")))
    view = make_view(paper)
    qtbot.addWidget(view)
    view.refresh()
    assert view.header._words.text().endswith("Marked OFFICIAL.")
    workspace.paths.layout.unlink()
    view.refresh()
    assert (
        "Marked OFFICIAL-SENSITIVE. The layout for reports cannot be" in view.header._words.text()
    )


def test_change_out_of_sight_waits(view, paper, open_audit, jobs, qtbot):
    """While the view is hidden nothing is made; it is when the view is shown again."""
    view.hide()
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    before = paper.made
    view.show()
    qtbot.waitUntil(lambda: paper.made == 2)
    wait_for_preview(view, jobs, qtbot)
    assert 1 == before


def test_draft_is_called_a_draft(view):
    """Before the sign-off the view says that this is a draft."""
    assert "A draft, and marked as one" in view.header._words.text()


def test_signed_report_says_who(make_view, open_audit, paper, preferences, qtbot):
    """After the sign-off the view says who signed, and when."""
    finish(open_audit)
    open_audit.sign_off()
    preferences.change(marking="")
    view = make_view(paper)
    qtbot.addWidget(view)
    view.refresh()
    assert "Signed off by R. Okafor on 21 November 2026." == view.header._words.text()


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
    with qtbot.waitSignal(view.work_bar.ended):
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


def test_no_preview_of_what_is_not_saved(view, open_audit, monkeypatch, paper):
    """When the audit cannot be saved, the preview says why there is none."""
    with monkeypatch.context() as patched:
        patched.setattr(open_audit, "flush", refuse)
        open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    texts = [
        label.text() for label in view.pane.empty.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert (1, True) == (paper.made, "The disk is full." in texts)


def test_stopped_preview_can_be_made_again(view, paper, open_audit, jobs, qtbot):
    """The preview can be stopped, and asked for again."""
    paper.waits = True
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    view.pane.work_bar.cancel_button.click()
    qtbot.waitUntil(view.pane.empty.isVisible)
    assert (False, True) == (
        view.header.print_button.isEnabled(),
        view.header.save_button.isEnabled(),
    )
    paper.waits = False
    view.pane.empty.button.click()
    wait_for_preview(view, jobs, qtbot)
    assert view.pane.preview.isVisible()


def test_failed_preview_is_told(view, paper, open_audit, qtbot):
    """A preview that cannot be made says so, and printing is off."""
    paper.error = ReportError("The report could not be made.")
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    qtbot.waitUntil(view.pane.empty.isVisible)
    assert not view.header.print_button.isEnabled()


def test_page_that_cannot_be_shown(view, qtbot):
    """A page that cannot be rendered ends the preview in words."""
    view.pane.preview.failed.emit(MemoryError())
    assert view.pane.empty.isVisible()


def test_newer_preview_wins(view, paper, open_audit, jobs, qtbot):
    """Of two previews on their way, the later one is shown, and the focus stays in the pane."""
    paper.waits = True
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    open_audit.change_answer(QuestionKey("visits/VS2"), value="not_met")
    view.pane.work_bar.cancel_button.setFocus()
    paper.may_go_on.set()
    qtbot.waitUntil(lambda: view.pane.preview.isVisible() and not jobs.is_busy)
    assert (3, True) == (paper.made, view.pane.preview.hasFocus())


def test_late_preview_is_dropped(view, paper, open_audit, jobs, qtbot):
    """A preview that was ready all the same, after another had been asked for, is let go."""
    paper.waits, paper.heeds_stop = True, False
    open_audit.change_answer(QuestionKey("visits/VS2"), value="met")
    open_audit.change_answer(QuestionKey("visits/VS2"), value="not_met")
    made = []
    view.pane.file_changed.connect(lambda: made.append(view.pane.file))
    paper.may_go_on.set()
    qtbot.waitUntil(lambda: view.pane.preview.isVisible() and not jobs.is_busy)
    assert [view.pane.file] == made


def test_printing(view, paper, outside, tmp_path, qtbot):
    """The pages go to the printer that the person chose, and that is recorded."""
    outside.printer = printer_to(tmp_path / "printed.pdf")
    with qtbot.waitSignal(view.work_bar.ended):
        view.header.print_button.click()
    pages = PdfFile((tmp_path / "printed.pdf").read_bytes()).page_count
    assert ("Sent to the printer", 4) == (told(view), pages)
    assert [("R. Okafor", 4, ReportKind.AUDIT)] == paper.printed


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_printer_that_refuses_is_not_recorded(view, paper, outside, tmp_path, qtbot):
    """Nothing came out; the view says so."""
    outside.printer = printer_to(tmp_path / "no such folder" / "printed.pdf")
    with qtbot.waitSignal(view.work_bar.ended):
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


@pytest.mark.parametrize(("width", "is_wide"), [(1094, True), (560, False)])
def test_buttons_move_below_where_it_is_narrow(view, width, is_wide):
    """The buttons stand beside the title, or below it."""
    view.resize(width, 640)
    QApplication.processEvents()
    title = view.header._words.geometry()
    assert is_wide == (view.header.save_button.parentWidget().y() < title.top())


def test_every_control_has_a_name(view):
    """Whatever takes the focus tells a screen reader what it is."""
    nameless = [
        type(widget).__name__
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert [] == nameless


def test_nothing_to_settle(view, open_audit):
    """There is nothing to type here, so settling changes nothing."""
    before = open_audit.audit
    view.settle_now()
    assert before is open_audit.audit


def test_real_report(make_view, open_audit, workspace, jobs, outside, qtbot):
    """The report of the workspace itself is previewed, saved whole and recorded."""
    view = make_view(workspace, outside)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.pane.file is not None and not jobs.is_busy, timeout=60_000)
    with qtbot.waitSignal(view.work_bar.ended, timeout=60_000):
        go_on(view)
    saved = PdfFile(outside.path.read_bytes())
    kinds = [entry.kind for entry in workspace.history(open_audit.audit.id)]
    seen = (saved.page_count, kinds[-1], "HX-2047" in saved.text(0))
    assert (view.pane.file.page_count, HistoryKind.EXPORTED, True) == seen


def test_low_window_scrolls(view, theme):
    """Where there is little height, the preview keeps its own and comes into view with focus."""
    theme.set_text_scale(2.0)
    view.resize(1366, 420)
    view.pane.preview.setFocus()
    top = view.pane.preview.mapTo(view, QPoint(0, 0)).y()
    assert (True, True) == (view.pane.height() >= 520, top < 60)
