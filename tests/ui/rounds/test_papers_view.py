# SPDX-License-Identifier: MPL-2.0
"""Test the papers of a round: looked at, saved and printed in the window."""

import pytest
from PySide6.QtCore import Qt

from auditapp.exports.orders import ReportCopy
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.ui.outgoing.report_fixtures import printer_to

LONG = 60_000
"""Milliseconds that a process which makes a report may take."""


@pytest.fixture
def papers(view, at_work, qtbot):
    """Return the page of papers with the sampling statement made."""
    at_work.header.papers_button.click()
    qtbot.waitUntil(lambda: view.beside.papers.pane.file is not None, timeout=LONG)
    return view.beside.papers


def test_a_paper_is_looked_at_before_it_goes_out(papers, qtbot):
    """Another one is made when it is chosen; what is printed is what is shown."""
    assert ReportKind.SAMPLING is papers.kind
    assert papers.header.print_button.isEnabled()
    papers.picker.kinds.set_value(ReportKind.COMPLETION.value)
    papers.picker.kinds.value_chosen.emit(ReportKind.COMPLETION.value)
    assert not papers.header.print_button.isEnabled()
    qtbot.waitUntil(lambda: papers.pane.file is not None, timeout=LONG)
    assert ReportKind.COMPLETION is papers.kind
    assert papers.header.print_button.isEnabled()


def test_a_paper_is_saved(papers, outside, workspace, qtbot):
    """As every report, but never without names; the person is told where it is."""
    papers.header.save_button.click()
    assert not papers.dialog.sharing.isVisible()
    papers.dialog.reject()
    papers._on_copy_chosen(ReportCopy(ReportFormat.HTML))
    qtbot.waitUntil(papers.desk.banner.isVisible, timeout=LONG)
    assert "Saved as out.html" == papers.desk.banner.accessibleName()
    assert outside.path.stat().st_size > 500
    assert papers.header.open_button.isEnabled()
    assert LogKind.REPORT_EXPORTED is workspace.logbook()[-1].kind


def test_a_paper_is_printed(papers, outside, workspace, qtbot, tmp_path):
    """And the logbook says so, with the pages."""
    outside.printer = printer_to(tmp_path / "printed.pdf")
    pages = papers.pane.file.page_count
    papers.header.print_button.click()
    qtbot.waitUntil(papers.desk.banner.isVisible, timeout=LONG)
    assert "Sent to the printer" == papers.desk.banner.accessibleName()
    line = workspace.logbook()[-1]
    assert LogKind.REPORT_EXPORTED is line.kind
    assert line.detail.startswith(f"print, {pages} page")
    assert line.detail.endswith("Sampling statement")


def test_esc_leads_back_to_the_cases(view, papers, qtbot):
    """And the paper is let go."""
    qtbot.keyClick(papers, Qt.Key.Key_Escape)
    assert view.beside.papers is None
    assert view.currentWidget() is view.at_work


def test_a_locked_window_comes_back_to_the_paper(view, papers, make_view, jobs, show, qtbot):
    """It is made anew; no page of it was kept."""
    papers.show_kind(ReportKind.COMPLETION)
    sealed = view.sealed_place()
    view.stop()
    assert papers.pane.file is None
    again = show(make_view())
    again.resume(sealed)
    qtbot.waitUntil(lambda: again.beside.papers.pane.file is not None, timeout=LONG)
    assert ReportKind.COMPLETION is again.beside.papers.kind
    again.stop()
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=LONG)
