# SPDX-License-Identifier: MPL-2.0
"""What looking at a report, saving and printing do away from the window: no widget is touched."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from auditapp.exports.orders import ReportCopy, ReportOfOne
from auditapp.model.edits import Author
from auditapp.workspace import Workspace
from ui.jobs import Job
from ui.outgoing.printing import print_pages
from ui.preview.pdf_file import PdfFile


def preview_report(workspace: Workspace, wanted: ReportOfOne, job: Job) -> bytes:
    """Make a report in memory."""
    return workspace.preview_report(
        wanted, report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )


def export_report(
    workspace: Workspace, wanted: ReportOfOne, path: Path, by: Author, copy: ReportCopy, job: Job
) -> Path:
    """Write the report to ``path``, and enter that into the history; return ``path``."""
    workspace.export_report(
        wanted,
        path,
        by,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return path


def print_report(file: PdfFile, printer: QPrinter, record: Callable[[int], None], job: Job) -> None:
    """Print the report, and have ``record`` enter how many pages were sent."""
    pages = print_pages(
        file,
        printer,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    record(pages)
