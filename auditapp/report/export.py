# SPDX-License-Identifier: MPL-2.0
"""Make the report of an audit: as a file that the user chose, or for the preview."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from auditapp.judgement.outline import Outline
from auditapp.model.history import HistoryEntry
from auditapp.report.audit_report import ReportOptions, audit_report
from auditapp.report.blocks import ReportDocument
from auditapp.report.worker import build_in_process, render_in_process


class PrintChoices(Protocol):
    """Be the settings that a report follows."""

    @property
    def marking(self) -> str:
        """Return the protective marking."""

    @property
    def organisation(self) -> str:
        """Return the body that answers for the report."""


def export_pdf(
    outline: Outline,
    history: Sequence[HistoryEntry],
    choices: PrintChoices,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Write the full report of an audit as a PDF, and return the SHA-256 of the file.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so; nothing was written.
        ReportError: it could not be made or saved; nothing was written.
    """
    document = _document(outline, history, choices)
    return build_in_process(document, path, progress=progress, is_cancelled=is_cancelled)


def preview_pdf(
    outline: Outline,
    history: Sequence[HistoryEntry],
    choices: PrintChoices,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return the full report of an audit as the contents of a PDF; nothing touches the disk.

    Raises:
        ReportCancelledError: ``is_cancelled`` said so.
        ReportError: it could not be made.
    """
    document = _document(outline, history, choices)
    return render_in_process(document, progress=progress, is_cancelled=is_cancelled)


def _document(
    outline: Outline, history: Sequence[HistoryEntry], choices: PrintChoices
) -> ReportDocument:
    options = ReportOptions(marking=choices.marking, organisation=choices.organisation)
    return audit_report(outline, history, options)
