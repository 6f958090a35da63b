# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.outgoing.printing``, on the printer that writes a PDF."""

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from auditapp.errors import ReportError
from ui.outgoing.printing import print_pages
from ui.preview.pdf_file import PdfFile


@pytest.fixture
def file(qapp, pdf):
    """Return the small PDF, open."""
    file = PdfFile(pdf)
    yield file
    file.close()


@pytest.fixture
def printer(qapp, tmp_path):
    """Return a printer of 150 dots an inch that writes ``printed.pdf``."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(150)
    return printer


def run(file, printer, *, stop_after=99):
    """Print, and return the progress that was reported: one step for each page printed."""
    progress = []
    pages = print_pages(
        file,
        printer,
        report_progress=lambda done, total: progress.append((done, total)),
        is_cancelled=lambda: len(progress) >= stop_after,
    )
    assert len(progress) == pages
    return progress


def printed(tmp_path):
    """Return what came out of the printer."""
    return PdfFile((tmp_path / "printed.pdf").read_bytes())


def test_all_pages_are_printed(file, printer, tmp_path):
    """Every page comes out, and each is reported."""
    progress = run(file, printer)
    assert ([(1, 4), (2, 4), (3, 4), (4, 4)], 4) == (progress, printed(tmp_path).page_count)


def test_chosen_pages_are_printed(file, printer, tmp_path):
    """Only the pages that the person chose come out."""
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert ([(1, 2), (2, 2)], 2) == (run(file, printer), printed(tmp_path).page_count)


def test_page_fills_the_paper(file, printer, tmp_path):
    """What is printed stands where it stands on the page."""
    run(file, printer)
    original, copy = file.render(0, 200), printed(tmp_path).render(0, 200)
    places = [(x, y) for x in range(10, 190, 20) for y in range(10, 270, 20)]
    dark = [[image.pixelColor(*place).value() < 128 for place in places]
            for image in (original, copy)]  # fmt: skip
    assert dark[0] == dark[1]


def test_stopped_printing_leaves_nothing(file, printer, tmp_path):
    """A printer that writes files leaves no half of one."""
    with pytest.raises(ReportError, match="stopped"):
        run(file, printer, stop_after=2)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_printer_that_refuses(file, printer, tmp_path):
    """A printer that cannot begin is told in words."""
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(ReportError, match="did not take"):
        run(file, printer)
