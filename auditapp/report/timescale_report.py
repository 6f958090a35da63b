# SPDX-License-Identifier: MPL-2.0
"""Show how each timescale was kept: in time, how late, without a date, and for what reasons."""

from collections.abc import Iterator, Sequence
from typing import Final

from auditapp.i18n import _
from auditapp.insight.chart_models import IntervalChart, IntervalRow
from auditapp.insight.intervals import Share
from auditapp.insight.lateness import Lateness, lateness
from auditapp.insight.reading import Reading
from auditapp.judgement.timescale_periods import Unit, period_words
from auditapp.judgement.timescales import LateUnit
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across_frame import AcrossOptions, framed_across
from auditapp.report.across_parts import (
    breaks_part,
    facts_of_reading,
    few_part,
    limits_part,
    period_subtitle,
)
from auditapp.report.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Noted,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument
from auditapp.report.figure_blocks import Figure
from auditapp.report.share_words import count_words, hidden_words, interval_words, of_words
from auditapp.report.summary_criteria import criterion_name

MOST_REASONS: Final = 20
"""Reasons that are listed for a timescale at most, the most frequent first."""


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
        yield from _reasons(found, is_shared=is_shared)
    yield from breaks_part(reading)
    note = _("A late date may have had a good reason: read the reasons beside the shares.")
    yield from limits_part(reading, is_shared=is_shared, more=(note,))


def _table(found: Sequence[Lateness], *, is_shared: bool) -> Table:
    columns = (
        Column(_("Timescale"), 31, ColumnKind.ROW_HEAD),
        Column(_("In time, with the 95 % interval"), 29),
        Column(_("Late by, median"), 12),
        Column(_("Late with a reason"), 10),
        Column(_("Not due yet"), 8, ColumnKind.NUMBER),
        Column(_("No date on file"), 10, ColumnKind.NUMBER),
    )
    rows = [_row(each, is_shared=is_shared) for each in found]
    return Table(columns, rows, _("How often each timescale was kept"))


def _row(each: Lateness, *, is_shared: bool) -> tuple[Cell, ...]:
    kept, late = each.kept, Share(each.explained, each.late)
    is_hidden = _shown(kept.in_time, is_shared=is_shared) is None
    by, reason = "–", of_words(late, is_shared=is_shared) if each.late else "–"
    if kept.late_by is not None:
        unit = Unit.WORKING_DAYS if kept.unit is LateUnit.WORKING_DAYS else Unit.DAYS
        by = period_words(round(kept.late_by), unit)
    if is_hidden:
        by, reason = hidden_words(), hidden_words()
    return (
        Noted(criterion_name(kept.criterion), (kept.criterion.title,)),
        interval_words(kept.in_time, is_shared=is_shared) if kept.in_time.total else "–",
        by,
        reason,
        count_words(each.due, is_shared=is_shared),
        count_words(kept.no_date, is_shared=is_shared),
    )


def _shown(share: Share, *, is_shared: bool) -> Share | None:
    return None if of_words(share, is_shared=is_shared) == hidden_words() else share


def _chart(found: Sequence[Lateness], *, is_shared: bool) -> Iterator[Block]:
    """Draw the shares; the table above has the same numbers."""
    rows = tuple(
        IntervalRow(
            criterion_name(each.kept.criterion), _shown(each.kept.in_time, is_shared=is_shared)
        )
        for each in found
        if each.kept.in_time.total
    )
    if rows:
        title = _("In time, by timescale")
        yield Heading(1, title)
        yield Figure(IntervalChart(title, _("Timescale"), _("Share in time"), rows))


def _reasons(found: Sequence[Lateness], *, is_shared: bool) -> Iterator[Block]:
    having = [each for each in found if each.reasons]
    if is_shared or not having:
        return
    yield Heading(1, _("Why timescales were missed"))
    for each in having:
        yield Heading(2, criterion_name(each.kept.criterion))
        ordered = sorted(each.reasons.items(), key=lambda pair: (-pair[1], pair[0]))
        shown = [_reason(text, count) for text, count in ordered[:MOST_REASONS]]
        if len(ordered) > MOST_REASONS:
            shown.append(_("{count} more").format(count=len(ordered) - MOST_REASONS))
        yield Bullets(tuple(shown))


def _reason(text: str, count: int) -> str:
    return _("{text} ({count} times)").format(text=text, count=count) if count > 1 else text
