# SPDX-License-Identifier: MPL-2.0
"""Test what goes into the small pictures of a report."""

import pypdfium2

from auditapp.report.blocks import Badge, GradeScale, Paragraph, Tone
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.flowables import fits_in_picture


def test_only_short_labels_go_into_pictures():
    """One that is too long sends all of them into plain text."""
    assert fits_in_picture("Good", "Could not find on file")
    assert not fits_in_picture("Good", "x" * 61)


def test_what_explains_a_scale_stands_on_its_page(make_document):
    """Wherever the page ends, the label, the scale and the note are together."""
    steps = (Badge("Good", Tone.GOOD), Badge("Inadequate", Tone.INADEQUATE))
    for lines in range(30, 50):
        fill = Paragraph("\n".join(["line"] * lines))
        scale = GradeScale(steps, 0, "LABEL")
        contents = render_pdf(make_document(fill, scale, Paragraph("NOTE")))
        with pypdfium2.PdfDocument(contents) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [True] == [
            "Inadequate" in page and "NOTE" in page for page in pages if "LABEL" in page
        ]
