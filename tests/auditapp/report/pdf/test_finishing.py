# SPDX-License-Identifier: MPL-2.0
"""Test the last pass over a PDF."""

import datetime as dt
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from auditapp.report.pdf.finishing import finish
from auditapp.report.pdf.metadata import Properties, xmp_packet

ABOUT = Properties("Title", "", "", "en-GB", "0" * 64, dt.datetime(2026, 11, 14, tzinfo=dt.UTC))


@pytest.fixture
def drawn():
    """Return a file as reportlab makes it."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    canvas.setAuthor("")
    for _page in range(40):
        canvas.drawString(50, 50, "x")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_what_an_archive_asks_for_is_added(drawn):
    """Metadata and output intent are there, and the metadata is not packed."""
    with pikepdf.open(BytesIO(finish(drawn, ABOUT))) as pdf:
        assert xmp_packet(ABOUT) == pdf.Root.Metadata.read_raw_bytes()
        assert pikepdf.Name.GTS_PDFA1 == pdf.Root.OutputIntents[0].S


def test_what_is_empty_is_left_out(drawn):
    """Neither an author nor a way of turning the page is given by saying nothing."""
    assert b"/Author ()" in drawn
    with pikepdf.open(BytesIO(finish(drawn, ABOUT))) as pdf:
        assert "/Author" not in pdf.docinfo
        assert [] == [page for page in pdf.pages if "/Trans" in page]


def test_the_same_file_gives_the_same_bytes_and_takes_less_room(drawn):
    """Nothing of the time or of chance is in it."""
    finished = finish(drawn, ABOUT)

    assert finished == finish(drawn, ABOUT)
    assert len(finished) < len(drawn)
