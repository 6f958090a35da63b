# SPDX-License-Identifier: MPL-2.0
"""Test how a question and what was recorded with it are set."""

import pypdfium2
import pytest

from auditapp.report.blocks import Badge, Detail, DetailKind, Paragraph, QuestionBlock, Tone
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.question_rows import QuestionRows
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.typesetting.typeset import Typesetter

WIDTH = 500.0
CAUSE = Detail("Cause", ("Practice: how the work was done",), DetailKind.FACT)


def evidence(text):
    """Make a piece of evidence."""
    return Detail("Evidence", (text,), DetailKind.FACT)


@pytest.fixture
def height():
    """Return a function that tells the height of a question with the details given."""

    def measure(*details, answer=None, flags=()):
        block = QuestionBlock("1.1", "Is there a plan?", answer, details, flags)
        root = Element(Role.DOCUMENT)
        rows = QuestionRows(Typesetter(), block, WIDTH, root)
        return rows.piece(Element(Role.H2, root)).measure(WIDTH)

    return measure


def test_two_short_facts_share_a_line(height):
    """They do when both fit, and only facts do."""
    one = height(evidence("Plan, page 3"))
    assert one == height(evidence("Plan, page 3"), CAUSE)
    assert one < height(evidence("Plan, page 3"), Detail("Cause", CAUSE.texts))
    assert one < height(evidence("Plan, page 3, and the record of the review of 9 March"), CAUSE)
    assert one < height(evidence("Plan, page 3"), Detail("Cause", ("a", "b"), DetailKind.FACT))


def test_details_that_say_nothing_take_no_room(height):
    """Blank facts are not paired either."""
    assert height() == height(evidence(" "), Detail("Note", ("", " ")))
    assert height(CAUSE) == height(evidence(""), CAUSE)


def test_an_answer_and_flags_stand_beside_the_question(height):
    """They make it higher only when there is more than one."""
    met = Badge("Met", Tone.MET)
    assert height(answer=met) < height(answer=met, flags=("Flagged",))


def test_every_kind_of_detail_is_on_the_page(make_document, text_of):
    """Labels stand with their texts; a quotation needs none."""
    details = (
        Detail("Answer", ("In her own words.",), DetailKind.QUOTE),
        evidence("Plan"),
        CAUSE,
        Detail("Last changed", ("A. Auditor", "B. Reader"), DetailKind.SMALL),
    )
    text = text_of(render_pdf(make_document(QuestionBlock("1", "Why?", None, details))))
    assert "Why? In her own words. Evidence Plan Cause Practice: how the work was done" in text
    assert "Last changed: A. Auditor; B. Reader" in text


def test_a_question_of_common_length_is_not_parted(make_document):
    """Wherever the page ends, the question and its details share one."""
    details = (Detail("Note", ("kindly " * 60,)), evidence("Page last"))
    for lines in range(36, 50):
        before = Paragraph("\n".join(["x"] * lines))
        question = QuestionBlock("1", "First?", None, details)
        with pypdfium2.PdfDocument(render_pdf(make_document(before, question))) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [True] == ["Page last" in page for page in pages if "First?" in page]


def test_a_long_question_goes_on_over_the_page(make_document):
    """It begins where there is room for its text and the start of what follows."""
    question = QuestionBlock("1", "First?", None, (Detail("Note", ("kindly " * 900,)),))
    document = make_document(Paragraph("\n".join(["x"] * 30)), question)
    with pypdfium2.PdfDocument(render_pdf(document)) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert ["First?" in page for page in pages][:1] == [True]
    assert len(pages) > 1
    assert 900 == sum(page.count("kindly") for page in pages)
