# SPDX-License-Identifier: MPL-2.0
"""The long work with a report; each of these runs away from the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from auditapp.model.edits import Author
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from ui.jobs import Job
from ui.review.pdf_file import PdfFile
from ui.review.printing import print_pages


def preview(workspace: Workspace, audit_id: AuditId, job: Job) -> bytes:
    """Make the pages of the report, in memory."""
    return workspace.preview_report(
        audit_id, report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )


def export(workspace: Workspace, audit_id: AuditId, path: Path, by: Author, job: Job) -> Path:
    """Write the report to ``path`` and return that."""
    workspace.export_report(
        audit_id,
        path,
        by,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return path


def print_report(file: PdfFile, printer: QPrinter, record: Callable[[int], None], job: Job) -> None:
    """Print the pages chosen, and ``record`` how many they were."""
    pages = print_pages(
        file,
        printer,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    record(pages)
