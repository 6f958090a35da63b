# SPDX-License-Identifier: MPL-2.0
"""Measure the report engine against drawing the same text on a bare canvas."""

import datetime as dt
from collections.abc import Iterator
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
from auditapp.report.fonts import Script, Weight, font_name
from auditapp.report.page import CONTENT_WIDTH, FOOT, LATER_TOP, MARGIN
from auditapp.report.pdf import render_pdf
from tests.benchmarks.figure import Figure, median_ratio

QUESTION = "Is there an up-to-date plan that says what needs to change, by when, and who does it?"
NOTE = (
    "The plan dated 12 June sets out five outcomes in plain language. Actions {0} and 5 have no "
    "owner and no date, and the plan was not updated after review {0} on 3 September. Supervision "
    "in July asked about the plan; what was decided then is not on the file. "
)
EVIDENCE = "Child protection plan, version {0}, page 3"
SIZE, LEADING = 9.1, 14.0


def figures() -> Iterator[Figure]:
    """Yield how long a report takes beside its bare text, and a long table beside a short one."""
    document = _document()
    texts = _texts(document.blocks)
    yield Figure(
        "report as PDF, times the bare canvas",
        median_ratio(lambda: render_pdf(document), lambda: _draw_bare(texts), rounds=7),
        5.0,
    )
    few, many = _report(_table(1000)), _report(_table(4000))
    yield Figure(
        "4,000 rows of a table, times 1,000 rows",
        median_ratio(lambda: render_pdf(many), lambda: render_pdf(few), rounds=3),
        7.0,
    )


def _document() -> ReportDocument:
    blocks: list[Block] = [Paragraph(NOTE.format(number) * 2) for number in range(20)]
    blocks += [
        QuestionBlock(
            f"1.{number}",
            QUESTION,
            Badge("Partly met", Tone.PARTLY_MET),
            (
                Detail("Note", (NOTE.format(number) * 2,)),
                Detail("Evidence", (EVIDENCE.format(number), EVIDENCE.format(number + 1))),
            ),
        )
        for number in range(80)
    ]
    return _report(*blocks, _table(150))


def _table(count: int) -> Table:
    columns = (
        Column("No.", 6, ColumnKind.NUMBER),
        Column("Question", 40, ColumnKind.ROW_HEAD),
        Column("Answer", 14),
        Column("Note", 40),
    )
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


def _texts(blocks: tuple[Block, ...]) -> list[tuple[str, float]]:
    """Return every text of the report with the width it is set in."""
    texts: list[tuple[str, float]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append((block.text, CONTENT_WIDTH))
        elif isinstance(block, QuestionBlock):
            texts += [(block.ref, 36.0), (block.text, 345.0), ("Partly met", 90.0)]
            for detail in block.details:
                texts += [(detail.label, 74.0), *((text, 375.0) for text in detail.texts)]
        elif isinstance(block, Table):
            shares = [0.06, 0.4, 0.14, 0.4]
            texts += [
                (cell, CONTENT_WIDTH * share)
                for row in block.rows
                for cell, share in zip(row, shares, strict=True)
                if isinstance(cell, str)
            ]
    return texts


def _draw_bare(texts: list[tuple[str, float]]) -> bytes:
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
