# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the page of a report, and what somebody does there."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from auditapp.errors import SaveFailedError
from tests.ui.outgoing.paper import PaperOutside, PaperWorkspace
from ui.review.report_view import ReportView

NAME = "Audit HX-2047 2026-11-21.pdf"


@pytest.fixture
def paper(workspace, pdf):
    """Return a workspace whose reports are one small PDF."""
    return PaperWorkspace(workspace, pdf)


@pytest.fixture
def outside(tmp_path):
    """Return somebody who saves into a folder of the test."""
    return PaperOutside(tmp_path / NAME)


@pytest.fixture
def make_view(theme, open_audit, preferences, jobs):
    """Return a function that makes the view over a workspace, not shown yet."""

    def make_view(workspace, outside=None):
        view = ReportView(theme, open_audit, workspace, preferences, jobs, outside=outside)
        view.resize(1094, 640)
        return view

    return make_view


@pytest.fixture
def view(make_view, paper, jobs, show, outside, qtbot):
    """Return the view with its preview made."""
    view = show(make_view(paper, outside), 1094, 640)
    wait_for_preview(view, jobs, qtbot)
    return view


def wait_for_preview(view, jobs, qtbot):
    """Wait until the preview is there and nothing is under way."""
    qtbot.waitUntil(lambda: view.pane.file is not None and not jobs.is_busy)


def go_on(view):
    """Press the button, and go on from the dialog as it stands."""
    view.header.save_button.click()
    view.dialog.go_on_button.click()


def save(view, qtbot):
    """Save as the dialog suggests, and wait until the work has ended."""
    with qtbot.waitSignal(view.work_bar.ended):
        go_on(view)


def choose_kind(view, kind):
    """Choose a kind of report of the audit."""
    choose_kind_in(view.picker, kind)


def choose_kind_in(picker, kind):
    """Choose a kind in the list, as somebody does."""
    box = picker.kinds.combo_box
    box.setCurrentIndex(box.findData(kind.value))
    box.activated.emit(box.currentIndex())


def told(view):
    """Return what the banner says, nothing while it is hidden."""
    return view.banner.accessibleName() if view.banner.isVisible() else ""


def printer_to(path):
    """Return a printer that writes a PDF, quickly."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def refuse():
    """Fail to save, as a full disk does."""
    raise SaveFailedError("The disk is full.")
