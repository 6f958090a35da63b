# SPDX-License-Identifier: MPL-2.0
"""Write the report of an audit to a file that the user chose."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from auditapp.judgement.outline import Outline
from auditapp.model.history import HistoryEntry
from auditapp.report.audit_report import ReportOptions, audit_report
from auditapp.report.worker import build_in_process


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
    options = ReportOptions(marking=choices.marking, organisation=choices.organisation)
    document = audit_report(outline, history, options)
    return build_in_process(document, path, progress=progress, is_cancelled=is_cancelled)
