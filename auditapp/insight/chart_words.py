# SPDX-License-Identifier: MPL-2.0
"""Say what a chart shows: in a sentence or several, and mark by mark."""

from collections.abc import Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import (
    HALF,
    MOSTLY,
    Chart,
    ChartMark,
    HeatCell,
    HeatChart,
    IntervalChart,
    IntervalRow,
    StackChart,
    StackRow,
    TimeChart,
    TimePoint,
    is_small,
)
from auditapp.insight.intervals import Share
from auditapp.insight.small_numbers import FEWEST

MOST_TOLD: Final = 12
"""A chart with more marks than this is told by its ends, and the rest is in its table."""


def chart_words(chart: Chart) -> str:
    """Return a text that can stand for the chart, made from its figures."""
    told = [mark.words for row in chart_marks(chart) for mark in row]
    if not told:
        return _("{title}: nothing can be shown.").format(title=chart.title)
    if len(told) > MOST_TOLD:
        told = _ends(chart)
    return " ".join([f"{chart.title}.", *told, *_target(chart)])


def chart_marks(chart: Chart) -> tuple[tuple[ChartMark, ...], ...]:
    """Return every mark of a chart, row by row as they are drawn."""
    match chart:
        case StackChart():
            return tuple(_stack_marks(chart, row) for row in chart.rows)
        case HeatChart():
            return tuple(
                tuple(
                    ChartMark(_cell_words(after(row.name, ",", column), cell), cell.lines)
                    for column, cell in zip(chart.columns, row.cells, strict=True)
                )
                for row in chart.rows
            )
        case TimeChart():
            marks = (ChartMark(_point_words(point), point.lines) for point in chart.points)
            return (tuple(marks),)
    return tuple((ChartMark(_interval_row(row), row.lines),) for row in chart.rows)


def share_words(share: Share | None) -> str:
    """Return a share as "12 of 18 (67%)"."""
    if share is None:
        return _("not shown")
    if not share.total:
        return _("none counted")
    words = _("{count} of {total} ({share:.0%})")
    return words.format(count=share.count, total=share.total, share=share.share)


def range_words(low: float, high: float) -> str:
    """Return where something lies as "44% to 84%"."""
    return _("{low:.0%} to {high:.0%}").format(low=low, high=high)


def level_words(share: float) -> str:
    """Say in a word how often a criterion was met."""
    if share >= MOSTLY:
        return _("mostly")
    return _("in part") if share >= HALF else _("rarely")


def small_words() -> str:
    """Warn of a share of very few."""
    return _("Fewer than {fewest}: read with care.").format(fewest=FEWEST)


def changed_words() -> str:
    """Warn of a share that is made of two things."""
    return _("The question changed its meaning: do not compare.")


def not_shown_words() -> str:
    """Name the part of a bar for all counts that are not shown."""
    return _("Not shown")


def after(name: str, mark: str, words: str) -> str:
    """Return a name and what is said of it; a name that is a question has its mark already."""
    return f"{name} {words}" if name.endswith(("?", ".", "!")) else f"{name}{mark} {words}"


def _stack_marks(chart: StackChart, row: StackRow) -> tuple[ChartMark, ...]:
    """Return a mark for each part that there is any of, and one for those that are not shown."""
    lines = row.lines or (None,) * len(row.counts)
    shown = zip(chart.parts, row.counts, lines, strict=True)
    marks = [
        ChartMark(_part_words(chart, row, part.name, count), reference)
        for part, count, reference in shown
        if count
    ]
    if row.hidden:
        share = share_words(Share(row.hidden, row.total))
        marks.append(ChartMark(after(row.name, ",", f"{not_shown_words()}: {share}.")))
    return tuple(marks)


def _part_words(chart: StackChart, row: StackRow, name: str, count: int) -> str:
    """Say what a part of a bar is; a bar that only counts says nothing by being short."""
    share = Share(count, row.total)
    warning = [] if chart.most else _warning(share)
    return " ".join([after(row.name, ",", f"{name}: {share_words(share)}."), *warning])


def _cell_words(name: str, cell: HeatCell) -> str:
    words = share_words(cell.share)
    if cell.share is None or not cell.share.total:
        told = [after(name, ":", f"{words}.")]
    elif is_small(cell.share):
        told = [after(name, ":", f"{words}."), small_words()]
    else:
        told = [after(name, ":", f"{words}, {level_words(cell.share.share)}.")]
    return " ".join([*told, changed_words()] if cell.is_changed else told)


def _point_words(point: TimePoint) -> str:
    told = [_with_interval(point.name, point.share)]
    if point.limits and point.centre is not None:
        words = _("Expected between {low:.0%} and {high:.0%}, around {centre:.0%}.")
        low, high = point.limits
        told = [f"{point.name}: {share_words(point.share)}."]
        told.append(words.format(low=low, high=high, centre=point.centre))
    told += [_ended(words) for words in (point.signal, point.break_before) if words]
    return " ".join([*told, *_warning(point.share)])


def _interval_row(row: IntervalRow) -> str:
    return " ".join([_with_interval(row.name, row.share), *_warning(row.share)])


def _warning(share: Share | None) -> list[str]:
    return [small_words()] if share is not None and share.total and is_small(share) else []


def _with_interval(name: str, share: Share | None) -> str:
    if share is None or not share.total:
        return after(name, ":", f"{share_words(share)}.")
    between = range_words(share.low, share.high)
    words = _("{share}, probably {between}.")
    return after(name, ":", words.format(share=share_words(share), between=between))


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _target(chart: Chart) -> list[str]:
    if isinstance(chart, StackChart | IntervalChart) and chart.target:
        return [_("Target: {text}.").format(text=chart.target.text)]
    return []


def _ends(chart: Chart) -> list[str]:
    """Say how much there is, what is lowest and highest, and what stands out."""
    match chart:
        case StackChart():
            total = sum(row.total for row in chart.rows)
            told = [_counted(len(chart.rows)), _("{total} in all.").format(total=total)]
            return [*told, *_stack_totals(chart)]
        case TimeChart():
            return _time_ends(chart)
        case HeatChart():
            placed = [
                (after(row.name, ",", column), cell.share)
                for row in chart.rows
                for column, cell in zip(chart.columns, row.cells, strict=True)
            ]
            return [_counted(len(chart.rows)), *_lowest_and_highest(placed)]
    placed = [(row.name, row.share) for row in chart.rows]
    return [_counted(len(placed)), *_lowest_and_highest(placed)]


def _counted(rows: int) -> str:
    words = ngettext(
        "{count} row; the table has every figure.",
        "{count} rows; the table has every figure.",
        rows,
    )
    return words.format(count=rows)


def _stack_totals(chart: StackChart) -> list[str]:
    """Say how all rows together divide; not where a part of that is not to be shown."""
    if any(row.hidden for row in chart.rows):
        return []
    total = sum(row.total for row in chart.rows)
    columns = zip(*(row.counts for row in chart.rows), strict=True)
    counts = [sum(count or 0 for count in column) for column in columns]
    return [
        f"{part.name}: {share_words(Share(count, total))}."
        for part, count in zip(chart.parts, counts, strict=True)
    ]


def _time_ends(chart: TimeChart) -> list[str]:
    shown = [point for point in chart.points if point.share is not None and point.share.total]
    told = [_point_words(point) for point in (*shown[:1], *shown[1:][-1:])]
    marked = [point for point in chart.points if point.signal or point.break_before]
    told += [_point_words(point) for point in marked if point not in (*shown[:1], *shown[-1:])]
    return [chart.measure + ":", *told, *_lowest_and_highest([(p.name, p.share) for p in shown])]


def _lowest_and_highest(placed: Sequence[tuple[str, Share | None]]) -> list[str]:
    """Name the lowest and the highest share of those that say something."""
    telling = [(name, share) for name, share in placed if share and not is_small(share)]
    if not telling:
        return []
    low, high = (pick(telling, key=lambda each: each[1].share) for pick in (min, max))
    return [
        _("Lowest: {what}.").format(what=after(low[0], ",", share_words(low[1]))),
        _("Highest: {what}.").format(what=after(high[0], ",", share_words(high[1]))),
    ]
