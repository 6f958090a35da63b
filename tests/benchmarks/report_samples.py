# SPDX-License-Identifier: MPL-2.0
"""Make the reports that are measured, and draw their bare text."""

import datetime as dt
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from auditapp.report.blocks import (
    Badge,
    Block,
    Column,
    ColumnKind,
    Detail,
    Paragraph,
    QuestionBlock,
    Table,
    Tone,
)
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.page import CONTENT_WIDTH, FOOT, LATER_TOP, MARGIN
from auditapp.report.typesetting.fonts import Script, Weight, font_name

QUESTION = "Is there an up-to-date plan that says what needs to change, by when, and who does it?"
NOTE = (
    "The plan dated 12 June sets out five outcomes in plain language. Actions {0} and 5 have no "
    "owner and no date, and the plan was not updated after review {0} on 3 September. Supervision "
    "in July asked about the plan; what was decided then is not on the file. "
)
EVIDENCE = "Child protection plan, version {0}, page 3"
ANSWER = "Partly met"
HEADS = ("No.", "Question", "Answer", "Note")
SHARES = (0.06, 0.4, 0.14, 0.4)
REF, WORDS, PILL, LABEL, TEXT = 36.0, 345.0, 90.0, 74.0, 375.0
"""The widths, in points, that the parts of a question take in a report."""
SIZE, LEADING = 9.1, 14.0


def sample_report(paragraphs: int = 12, questions: int = 42, rows: int = 80) -> ReportDocument:
    """Return a report of running text, questions and a table; by default it takes 20 pages."""
    blocks: list[Block] = [Paragraph(NOTE.format(number) * 2) for number in range(paragraphs)]
    blocks += [
        QuestionBlock(
            f"1.{number}",
            QUESTION,
            Badge(ANSWER, Tone.PARTLY_MET),
            (
                Detail("Note", (NOTE.format(number) * 2,)),
                Detail("Evidence", (EVIDENCE.format(number), EVIDENCE.format(number + 1))),
            ),
        )
        for number in range(questions)
    ]
    return _report(*blocks, _table(rows))


def table_report(rows: int) -> ReportDocument:
    """Return a report of one table."""
    return _report(_table(rows))


def texts_of(document: ReportDocument) -> list[tuple[str, float]]:
    """Return every text of a sample with the width, in points, that it is set in."""
    texts: list[tuple[str, float]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            texts.append((block.text, CONTENT_WIDTH))
        elif isinstance(block, QuestionBlock):
            texts += [(block.ref, REF), (block.text, WORDS), (ANSWER, PILL)]
            for detail in block.details:
                texts += [(detail.label, LABEL), *((text, TEXT) for text in detail.texts)]
        elif isinstance(block, Table):
            texts += [
                (cell, CONTENT_WIDTH * share)
                for row in block.rows
                for cell, share in zip(row, SHARES, strict=True)
                if isinstance(cell, str)
            ]
    return texts


def draw_bare(texts: list[tuple[str, float]]) -> bytes:
    """Wrap and draw the texts one below the other, with nothing else on the page."""
    font = font_name(Script.MAIN, Weight.REGULAR)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=1, invariant=1, initialFontName=font)
    canvas.setFont(font, SIZE)
    y = LATER_TOP
    for text, width in texts:
        for line in simpleSplit(text, font, SIZE, width):
            if y < FOOT:
                canvas.showPage()
                canvas.setFont(font, SIZE)
                y = LATER_TOP
            canvas.drawString(MARGIN, y, line)
            y -= LEADING
    canvas.save()
    return buffer.getvalue()


def _table(count: int) -> Table:
    kinds = (ColumnKind.NUMBER, ColumnKind.ROW_HEAD, ColumnKind.TEXT, ColumnKind.TEXT)
    columns = tuple(map(Column, HEADS, (100 * share for share in SHARES), kinds))
    rows = [(str(number), QUESTION, "Met", NOTE.format(number)) for number in range(count)]
    return Table(columns, rows, "Questions")


def _report(*blocks: Block) -> ReportDocument:
    return ReportDocument(
        title="Report",
        subtitle="For measuring",
        marking="OFFICIAL",
        language="en-GB",
        reference="1",
        running_title="Report",
        running_right="",
        footer_left="",
        blocks=blocks,
        content_hash="0" * 64,
        created_at=dt.datetime(2026, 11, 14, tzinfo=dt.UTC),
        author="",
    )
