# SPDX-License-Identifier: MPL-2.0
"""Make the sample report with fpdf2 and with WeasyPrint, as somebody would who uses them.

Both are installed for the benchmarks only, by requirements-benchmark.lock. They set the same texts
in the same font, with the marking and the number on every page, and the head of the table repeated.
WeasyPrint tags its file as ours is tagged; fpdf2 cannot.
"""

from html import escape

from fpdf import FPDF
from weasyprint import HTML

from auditapp.report.blocks import Paragraph, QuestionBlock, Table
from auditapp.report.document import ReportDocument
from auditapp.report.typesetting.fonts import FOLDER, Weight
from tests.benchmarks.report_samples import (
    ANSWER,
    LABEL,
    LEADING,
    PILL,
    REF,
    SHARES,
    SIZE,
    TEXT,
    WORDS,
)

FONT, BOLD = (FOLDER / f"{weight}.ttf" for weight in (Weight.REGULAR, Weight.SEMIBOLD))

STYLE = f"""
@font-face {{font-family: Audit; src: url({FONT.as_uri()})}}
@font-face {{font-family: Audit; font-weight: bold; src: url({BOLD.as_uri()})}}
@page {{size: A4; margin: 22mm 18mm 17.5mm;
 @top-center {{content: "OFFICIAL"}}
 @bottom-right {{content: "Page " counter(page) " of " counter(pages)}}}}
body {{font: {SIZE}pt/{LEADING}pt Audit; margin: 0}}
table {{border-collapse: collapse; width: 100%}}
td, th {{vertical-align: top; text-align: left; padding: 3.5pt 4pt; border-bottom: .5pt solid #ccc}}
.question td {{border: 0; padding: 3pt 4pt}}
.pill {{background: #8a5a00; color: white; text-align: center}}
"""


class _Pages(FPDF):
    """Repeat the marking and the number on every page."""

    def header(self):
        """Set the marking."""
        self.set_font("Audit", "B", 8)
        self.cell(0, 10, "OFFICIAL", align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self):
        """Set the number."""
        self.set_y(-30)
        self.set_font("Audit", "", 8)
        self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="R")
        self.set_font("Audit", "", SIZE)


def with_fpdf2(document: ReportDocument) -> bytes:
    """Return the sample as fpdf2 makes it."""
    pdf = _Pages(unit="pt", format="A4")
    pdf.add_font("Audit", "", str(FONT))
    pdf.add_font("Audit", "B", str(BOLD))
    pdf.set_margins(51, 45, 51)
    pdf.set_auto_page_break(auto=True, margin=50)
    pdf.add_page()
    pdf.set_font("Audit", "", SIZE)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            pdf.multi_cell(0, LEADING, block.text, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(5)
        elif isinstance(block, QuestionBlock):
            _fpdf2_row(pdf, [(block.ref, REF), (block.text, WORDS), (ANSWER, PILL)])
            for detail in block.details:
                for text in detail.texts:
                    _fpdf2_row(pdf, [("", REF), (detail.label, LABEL), (text, TEXT)])
        elif isinstance(block, Table):
            _fpdf2_table(pdf, block)
    return bytes(pdf.output())


def _fpdf2_row(pdf, cells):
    """Set texts beside each other."""
    top, left, page = pdf.get_y(), pdf.l_margin, pdf.page
    bottom = top
    for text, width in cells:
        if pdf.page != page:
            page, top = pdf.page, pdf.t_margin + 10
        pdf.set_xy(left, top)
        pdf.multi_cell(width, LEADING, text, new_x="LMARGIN", new_y="NEXT")
        left += width
        bottom = pdf.get_y()
    pdf.set_y(bottom + 3)


def _fpdf2_table(pdf, block):
    columns = tuple(int(100 * share) for share in SHARES)
    with pdf.table(col_widths=columns, line_height=LEADING, text_align="LEFT") as table:
        for cells in ([column.title for column in block.columns], *block.rows):
            row = table.row()
            for cell in cells:
                row.cell(cell)


def with_weasyprint(document: ReportDocument) -> bytes:
    """Return the sample as WeasyPrint makes it."""
    parts = "".join(map(_html, document.blocks))
    page = f"<!doctype html><html lang=en><title>Report</title><style>{STYLE}</style>{parts}"
    return bytes(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def _html(block):
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, QuestionBlock):
        widths = (REF, WORDS, PILL)
        rows = [_html_row((block.ref, block.text, ANSWER), widths)]
        rows += [
            _html_row(("", detail.label, text), (REF, LABEL, TEXT))
            for detail in block.details
            for text in detail.texts
        ]
        return "".join(
            f"<table class=question>{part}</table>" for part in (rows[0], "".join(rows[1:]))
        )
    heads = "".join(f"<th scope=col>{column.title}</th>" for column in block.columns)
    rows = "".join(_html_row(row, [500 * share for share in SHARES]) for row in block.rows)
    return f"<table><thead><tr>{heads}</tr></thead>{rows}</table>"


def _html_row(cells, widths):
    inner = "".join(
        f'<td style="width: {width}pt"{" class=pill" if cell == ANSWER else ""}>{escape(cell)}</td>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<tr>{inner}</tr>"
