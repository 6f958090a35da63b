# SPDX-License-Identifier: MPL-2.0
"""Print the pages of a PDF, one at a time."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from auditapp.errors import ReportError
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress
from ui.preview.pdf_file import PdfFile

DOTS_PER_INCH: Final = 300
POINTS_PER_INCH: Final = 72


def print_pages(
    file: PdfFile,
    printer: QPrinter,
    *,
    report_progress: ReportProgress,
    is_cancelled: IsCancelled,
) -> int:
    """Print the pages that the person chose, at 300 dots an inch. Runs in any thread.

    Returns:
        How many pages were printed.

    Raises:
        ReportError: The printer took no more, or ``is_cancelled`` said to stop. What a printer
            that writes files had begun is gone.
    """
    pages = _chosen_pages(file, printer)
    printer.setFullPage(True)  # the pages bring their own margins
    painter = QPainter()
    try:
        _require(painter.begin(printer))
        for done, page in enumerate(pages):
            _require_going_on(is_cancelled)
            _require(done == 0 or printer.newPage())
            _paint(painter, printer, file, page)
            report_progress(done + 1, len(pages))
    except ReportError:
        if painter.isActive():
            printer.abort()
            painter.end()
        _remove_output(printer)
        raise
    painter.end()
    return len(pages)


def _chosen_pages(file: PdfFile, printer: QPrinter) -> range:
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return range(file.page_count)
    first, last = printer.fromPage() or 1, printer.toPage() or file.page_count
    return range(first - 1, min(last, file.page_count))


def _paint(painter: QPainter, printer: QPrinter, file: PdfFile, page: int) -> None:
    """Paint a page as large as the paper allows, in its middle."""
    inches = file.size(page).width() / POINTS_PER_INCH
    image = file.render(page, round(inches * DOTS_PER_INCH))
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    painter.drawImage(_fitted(image, paper), image)


def _fitted(image: QImage, paper: QRectF) -> QRectF:
    size = image.size().toSizeF().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    return place


def _remove_output(printer: QPrinter) -> None:
    """Remove what a printer that writes files has written."""
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _require_going_on(is_cancelled: IsCancelled) -> None:
    if is_cancelled():
        raise ReportError(_("Printing was stopped."))


def _require(is_done: bool) -> None:
    if not is_done:
        raise ReportError(
            _("The printer did not take the report."),
            _("Check that it is switched on and has paper, then try again, or save the PDF."),
        )
