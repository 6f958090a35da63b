# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.preview.pdf_file``."""

from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from PySide6.QtGui import QColor

from ui.preview.pdf_file import PdfFile


@pytest.fixture
def file(qapp, pdf):
    """Return the small PDF, open."""
    file = PdfFile(pdf)
    yield file
    file.close()


def test_pages_and_sizes(file):
    """The number of pages and the size of each are known at once."""
    widths = [round(file.size(page).width()) for page in range(file.page_count)]
    assert [595, 595, 420, 595] == widths


def test_picture_of_a_page(file):
    """A page is rendered at the width asked for, black on white."""
    image = file.render(0, 595)
    height = image.height()
    colours = (image.pixelColor(2, 2), image.pixelColor(120, height - 120))
    assert (595, QColor("white"), QColor("black")) == (image.width(), *colours)


def test_words_of_a_page(file):
    """The words of a page can be read."""
    assert "The words of page 2" == file.text(1)


def test_many_threads_at_once(file):
    """Threads wait for each other; PDFium would crash otherwise."""
    with ThreadPoolExecutor(4) as executor:
        images = list(executor.map(lambda n: file.render(n % 4, 300 + n), range(40)))
    assert [300 + n for n in range(40)] == [image.width() for image in images]


def test_closed_file_has_nothing_to_show(file):
    """What was asked for too late comes back empty."""
    file.close()
    file.close()
    assert (True, "") == (file.render(0, 100).isNull(), file.text(0))


def test_what_is_no_pdf_is_refused(qapp):
    """Bytes that are no PDF cannot be opened."""
    with pytest.raises(pypdfium2.PdfiumError):
        PdfFile(b"not a PDF")
