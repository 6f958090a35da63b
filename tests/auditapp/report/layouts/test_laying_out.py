# SPDX-License-Identifier: MPL-2.0
"""Test what a layout does to the look of a report: colour, logo and foot, on paper and in tags."""

import re
from io import BytesIO

import pikepdf
import pytest

from auditapp.contrast import contrast
from auditapp.report.blocks import Callout, CalloutTone, Heading, Paragraph
from auditapp.report.layouts.laying_out import laid_out
from auditapp.report.layouts.layout import LEAST_CONTRAST, SHIPPED
from auditapp.report.layouts.logo import read_logo
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.picture_piece import LOGO_HEIGHT, LOGO_WIDTH
from auditapp.report.pdf.styles import NAVY, PAPER, USUAL, theme_of
from tests.auditapp.report.some_layouts import make_layout, make_logo
from tests.pdf_checks.checking import faults_of
from tests.pdf_checks.tree import read_tree

TEXT = 'logo: {file: logo.png, words: A green tree}\naccent: "#1d6b3a"\nfooter: Ask quality'
OPENING = "A report with a logo"


@pytest.fixture
def document(make_document):
    """Return a report of a few blocks, two pages long."""
    return make_document(
        Heading(1, "One"),
        Callout(CalloutTone.INFO, "Note"),
        Paragraph("word " * 1200),
        title=OPENING,
    )


@pytest.fixture
def layout():
    """Return a layout that changes all that it can of the look."""
    return make_layout(TEXT, make_logo())


def elements_of(contents):
    """Return role, words and place of each element of a PDF, in the order of reading."""
    with pikepdf.open(BytesIO(contents)) as pdf:
        return [
            (each.role, each.alt, [float(part) for part in each.attributes.get("BBox", ())])
            for each in read_tree(pdf).walk()
        ]


def figures_of(contents):
    """Return each element of a PDF that is a picture."""
    return [each for each in elements_of(contents) if each[0] == "Figure"]


def test_the_shipped_layout_changes_nothing(document):
    """Reports are as they were before there were layouts."""
    assert document == laid_out(document, SHIPPED)


def test_the_shipped_colour_is_the_usual_one(document):
    """The file that comes with the program names it."""
    named = laid_out(document, make_layout('accent: "#12365c"\nfooter: x'))
    usual = laid_out(document, make_layout("footer: x"))
    assert theme_of(named.accent).headings == theme_of(usual.accent).headings == USUAL.headings


def test_headings_take_the_colour(document, layout):
    """And the usual one is nowhere; those of grades and of the marking stay."""
    with pikepdf.open(BytesIO(render_pdf(laid_out(document, layout)))) as pdf:
        streams = [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]
    painted = {found for stream in streams for found in re.findall(r"(\S+ \S+ \S+) rg", stream)}
    green = " ".join(f"{int(part, 16) / 255:g}".removeprefix("0") for part in ("1d", "6b", "3a"))
    navy = " ".join(f"{part:g}".removeprefix("0") for part in NAVY.rgb())
    assert green in painted
    assert navy not in painted


def test_any_colour_that_is_allowed_can_be_read():
    """The ground against which a layout is checked is the darkest that text stands on."""
    theme = theme_of("#1d6b3a")
    assert PAPER == theme.callouts[CalloutTone.INFO][1]
    assert LEAST_CONTRAST < contrast("#1d6b3a", f"#{PAPER.hexval()[2:]}")
    assert theme.callouts[CalloutTone.DANGER] == USUAL.callouts[CalloutTone.DANGER]


def test_the_logo_is_a_figure_with_words(document, layout):
    """It has its place, no mask, and stands after the title in the order of reading."""
    contents = render_pdf(laid_out(document, layout))
    ((_role, words, (left, foot, right, top)),) = figures_of(contents)
    assert "A green tree" == words
    assert (LOGO_WIDTH, LOGO_HEIGHT) >= (right - left, top - foot)
    assert 3 == pytest.approx((right - left) / (top - foot), rel=0.01)
    with pikepdf.open(BytesIO(contents)) as pdf:
        (image,) = [image for page in pdf.pages for image in page.get_images().values()]
        assert ("/DeviceRGB", 8) == (str(image.ColorSpace), int(image.BitsPerComponent))
        # ISO 19005-2, 6.2.8 and 6.2.10: nothing of this in an archive without transparency.
        unwanted = {"/SMask", "/Mask", "/Interpolate", "/Alternates", "/OPI", "/Intent"}
        assert not unwanted & set(image.keys())
    assert [] == faults_of(contents)
    roles = [role for role, _words, _place in elements_of(contents)]
    assert roles.index("H1") < roles.index("Figure") < roles.index("H2")


def test_a_picture_can_stand_among_blocks(make_document):
    """It is a block like any other."""
    picture = read_logo(make_logo((100, 100)), "A square")
    assert 1 == len(figures_of(render_pdf(make_document(Paragraph("x"), picture))))


def test_the_words_at_the_foot_are_on_every_page(document, layout, text_of):
    """Beside the marking."""
    text = text_of(render_pdf(laid_out(document, layout)))
    assert 2 == text.count("Ask quality")


@pytest.mark.parametrize("marking", ["", "M" * 40])
def test_the_words_at_the_foot_never_run_into_the_marking(make_document, text_of, marking):
    """With a marking as long as may be they are shortened; without one they have the line."""
    document = make_document(Paragraph("x"), marking=marking)
    text = text_of(render_pdf(laid_out(document, make_layout(f"footer: {'w' * 45}"))))
    assert ("w" * 45 in text) is not bool(marking)


def test_the_same_layout_gives_the_same_bytes(document):
    """However often it is read."""
    first, second = (
        render_pdf(laid_out(document, make_layout(TEXT, make_logo()))) for _time in range(2)
    )
    assert first == second
