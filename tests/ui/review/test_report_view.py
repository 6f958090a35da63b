# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.review.report_view``: what it shows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from auditapp.errors import ReportError
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey
from tests.auditapp.report.some_layouts import write_layout
from tests.ui.outgoing.report_fixtures import (
    go_on,
    make_view,
    outside,
    paper,
    refuse,
    view,
    wait_for_preview,
)
from tests.ui.review.answering import finish
from ui.messages import explain
from ui.preview import preview_pane
from ui.preview.pdf_file import PdfFile

__all__ = ["make_view", "outside", "paper", "view"]


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


def test_page_that_cannot_be_shown(view, qtbot, monkeypatch):
    """A page that cannot be rendered ends the preview in words."""
    said = []
    monkeypatch.setattr(preview_pane, "announce", lambda _widget, words: said.append(words))
    view.pane.preview.failed.emit(MemoryError())
    assert view.pane.empty.isVisible()
    message = explain(MemoryError())
    assert [f"{message.title} {message.text}"] == said


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
