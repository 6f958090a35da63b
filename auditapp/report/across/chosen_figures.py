# SPDX-License-Identifier: MPL-2.0
"""Put figures that somebody chose at the end of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from auditapp.i18n import _
from auditapp.insight.chart_tables import chart_table
from auditapp.insight.figures.figure import Figure
from auditapp.report.across.chart_blocks import chart_blocks
from auditapp.report.across.frame import footer_of
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import Block, Heading
from auditapp.report.document import ReportDocument


def with_figures(
    document: ReportDocument, figures: Sequence[Figure], *, is_part: bool = False
) -> ReportDocument:
    """Return the report with the figures after its contents; it then speaks of them as well.

    ``is_part`` makes them a part of their own, which begins a page and is named at its foot.
    """
    if not figures:
        return document
    told = sha256(document.content_hash.encode())
    for figure in figures:
        told.update(repr(chart_table(figure.chart).texts).encode())
    digest = told.hexdigest()
    title = _("Figures chosen for this report")
    opening = (NewPart(footer_of(title, digest)), Heading(0, title))
    blocks = _blocks(figures, 1 if is_part else 2)
    return replace(
        document,
        blocks=(*document.blocks, *(opening if is_part else (Heading(1, title),)), *blocks),
        content_hash=digest,
    )


def _blocks(figures: Sequence[Figure], level: int) -> Iterator[Block]:
    for figure in figures:
        yield from chart_blocks(figure.chart, figure.sentence, level)
