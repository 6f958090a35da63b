# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the preview: a small PDF, and what shows it."""

import io

import pytest
from reportlab.lib.pagesizes import A4, A5
from reportlab.pdfgen.canvas import Canvas

from tests.ui.view_fixtures import jobs, show, theme
from ui.preview.pdf_file import PdfFile
from ui.preview.pdf_preview import PdfPreview

__all__ = ["jobs", "show", "theme"]


@pytest.fixture(scope="session")
def pdf():
    """Return a PDF of four pages, the third of them smaller than the others."""
    contents = io.BytesIO()
    canvas = Canvas(contents, pagesize=A4, invariant=True)
    for page, size in enumerate((A4, A4, A5, A4), start=1):
        canvas.setPageSize(size)
        canvas.drawString(72, 360, f"The words of page {page}")
        canvas.rect(72, 72, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return contents.getvalue()


@pytest.fixture
def file(qapp, pdf):
    """Return the small PDF, open."""
    file = PdfFile(pdf)
    yield file
    file.close()


@pytest.fixture
def preview(theme, jobs, show, file, qtbot):
    """Return a preview in which the first page has been rendered."""
    preview = show(PdfPreview(theme, jobs), 700, 500)
    preview.setFocus()
    with qtbot.waitSignal(preview._cache.page_ready):
        preview.set_file(file)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    return preview
