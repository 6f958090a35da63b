# SPDX-License-Identifier: MPL-2.0
"""Put figures that somebody chose at the end of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from auditapp.i18n import _
from auditapp.insight.chart_tables import chart_table
from auditapp.insight.figures.figure import Figure
from auditapp.report.blocks import Block, Heading
from auditapp.report.chart_blocks import chart_blocks
from auditapp.report.document import ReportDocument


def with_figures(document: ReportDocument, figures: Sequence[Figure]) -> ReportDocument:
    """Return the report with the figures after its contents; it then speaks of them as well."""
    if not figures:
        return document
    told = sha256(document.content_hash.encode())
    for figure in figures:
        told.update(repr(chart_table(figure.chart).texts).encode())
    return replace(
        document,
        blocks=(*document.blocks, *_blocks(figures)),
        content_hash=told.hexdigest(),
    )


def _blocks(figures: Sequence[Figure]) -> Iterator[Block]:
    yield Heading(1, _("Figures chosen for this report"))
    for figure in figures:
        yield from chart_blocks(figure.chart, figure.sentence, 2)
