# SPDX-License-Identifier: MPL-2.0
"""Name the kinds of file that a report can be written to, for the window and the commands."""

from enum import StrEnum
from pathlib import Path

from auditapp.i18n import _


class ReportFormat(StrEnum):
    """Be a kind of file. The value is what a command, a file and the history call it."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"

    @property
    def label(self) -> str:
        """Return what a user calls it."""
        return {
            ReportFormat.PDF: _("PDF"),
            ReportFormat.HTML: _("Web page"),
            ReportFormat.DOCX: _("Word document"),
            ReportFormat.XLSX: _("Excel workbook"),
            ReportFormat.CSV: _("CSV table"),
        }[self]

    @property
    def purpose(self) -> str:
        """Return in one sentence what it is good for."""
        return {
            ReportFormat.PDF: _("To print, to send and to keep: it looks the same everywhere."),
            ReportFormat.HTML: _(
                "To read on any screen, at any size of letters, in light or dark colours."
            ),
            ReportFormat.DOCX: _("To take parts of it into a document of your own."),
            ReportFormat.XLSX: _("To sort, filter and count: each table on a sheet of its own."),
            ReportFormat.CSV: _("To read into another program: one table that holds every text."),
        }[self]

    @property
    def suffix(self) -> str:
        """Return how the name of such a file ends, with the dot."""
        return f".{self}"

    @property
    def endings(self) -> tuple[str, ...]:
        """Return every way in which the name of such a file may end, with the dot; usual first."""
        return (self.suffix, ".htm") if self is ReportFormat.HTML else (self.suffix,)

    @property
    def file_filter(self) -> str:
        """Return the line of a file dialog: ``PDF (*.pdf)``."""
        return f"{self.label} (*{self.suffix})"


def format_of(path: Path) -> ReportFormat | None:
    """Return the kind of file that a name asks for; None when it ends in something else."""
    ending = path.suffix.lower()
    return next((each for each in ReportFormat if ending in each.endings), None)
