# SPDX-License-Identifier: MPL-2.0
"""Show how each timescale was kept: in time, how late, without a date, and for what reasons."""

from collections.abc import Iterator, Sequence

from auditapp.i18n import _
from auditapp.insight.chart_models import IntervalChart, IntervalRow
from auditapp.insight.intervals import Share
from auditapp.insight.lateness import Lateness, lateness
from auditapp.insight.reading import Reading
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.parts import (
    breaks_part,
    facts_of_reading,
    few_part,
    limits_part,
    period_subtitle,
)
from auditapp.report.across.reason_blocks import reasons_part
from auditapp.report.across.share_words import count_words, hidden_words, is_hidden, of_words
from auditapp.report.across.summary_criteria import criterion_name
from auditapp.report.across.timescale_cells import timescale_cells
from auditapp.report.blocks import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument
from auditapp.report.figure_blocks import Figure


def timescale_report(reading: Reading, options: AcrossOptions) -> ReportDocument:
    """Return how the timescales were kept in audits; reasons stand in no copy that is shared."""
    return framed_across(
        ReportKind.TIMESCALES,
        _("Timescale report"),
        period_subtitle(reading),
        options,
        digest=reading.content,
        blocks=_blocks(reading, is_shared=options.is_shared),
    )


def _blocks(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    yield from few_part(reading)
    yield facts_of_reading(reading, is_shared=is_shared)
    found = lateness(reading.audits)
    yield Heading(1, _("Timescales"))
    if not found:
        yield Paragraph(_("No timescale applied."))
    else:
        text = _(
            "In time is counted of those that could be judged. Where no date is on file, or it is "
            "not due yet, a timescale is neither in time nor late."
        )
        yield Paragraph(text, TextTone.MUTED, leads_in=True)
        yield _table(found, is_shared=is_shared)
        yield from _chart(found, is_shared=is_shared)
        if not is_shared:
            reasons = [(criterion_name(each.kept.criterion), each.reasons) for each in found]
            yield from reasons_part(_("Why timescales were missed"), reasons)
    yield from breaks_part(reading)
    note = _("A late date may have had a good reason: read the reasons beside the shares.")
    yield from limits_part(reading, is_shared=is_shared, more=(note,))


def _table(found: Sequence[Lateness], *, is_shared: bool) -> Table:
    columns = (
        Column(_("Timescale"), 31, ColumnKind.ROW_HEAD),
        Column(_("In time, with the 95% interval"), 29),
        Column(_("Late by, median"), 12),
        Column(_("Late with a reason"), 10),
        Column(_("Not due yet"), 8, ColumnKind.NUMBER),
        Column(_("No date on file"), 10, ColumnKind.NUMBER),
    )
    rows = [_row(each, is_shared=is_shared) for each in found]
    return Table(columns, rows, _("How often each timescale was kept"))


def _row(each: Lateness, *, is_shared: bool) -> tuple[Cell, ...]:
    kept, late = each.kept, Share(each.explained, each.late)
    reason = of_words(late, is_shared=is_shared) if each.late else "–"
    if is_hidden(kept.in_time, is_shared=is_shared):
        reason = hidden_words()
    return (
        *timescale_cells(kept, is_shared=is_shared),
        reason,
        count_words(each.due, is_shared=is_shared),
        count_words(kept.no_date, is_shared=is_shared),
    )


def _chart(found: Sequence[Lateness], *, is_shared: bool) -> Iterator[Block]:
    """Draw the shares; the table above has the same numbers."""
    rows = tuple(
        IntervalRow(
            criterion_name(kept.criterion),
            None if is_hidden(kept.in_time, is_shared=is_shared) else kept.in_time,
        )
        for kept in (each.kept for each in found)
        if kept.in_time.total
    )
    if rows:
        title = _("In time, by timescale")
        yield Heading(1, title)
        yield Figure(IntervalChart(title, _("Timescale"), _("Share in time"), rows))
