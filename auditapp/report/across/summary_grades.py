# SPDX-License-Identifier: MPL-2.0
"""Show how the grades of many audits divide: by team, by month, and as a trend."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import TimeChart, TimePoint
from auditapp.insight.grade_counts import (
    GradeRow,
    GradeTable,
    TrendPoint,
    grade_tables,
    impact,
    trend,
)
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import FEWEST
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from auditapp.report.across.share_words import count_words, hidden_words, months_words, of_words
from auditapp.report.blocks import (
    Bar,
    BarPart,
    Block,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Paragraph,
    Table,
    TextTone,
    Tone,
)
from auditapp.report.figure_blocks import Figure


def grades_part(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    """Show the grades by team, and those of practice by month; nothing when no audit has one."""
    if all(audit.practice is None for audit in reading.audits):
        return
    tables = grade_tables(reading.audits, is_shared=is_shared)
    yield Heading(1, _("Practice grades by team"))
    caption = _("Practice grades by team, with the number of audits")
    yield grade_bars(tables.teams, _("Team"), team_words, caption)
    yield from _impact(reading, is_shared=is_shared)
    yield Heading(1, _("Practice grades by month"))
    yield grade_bars(
        tables.months, _("Month"), _months, _("Practice grades by month of the sign-off")
    )
    yield from _hidden_note(is_shared=is_shared)
    yield from _trend(trend(tables.months))


def moderated_words(audits: Sequence[JudgedAudit], *, is_shared: bool) -> str:
    """Return in how many audits the agreed grade is counted, and is not the first one.

    Empty where none was moderated.
    """
    moderated = [audit for audit in audits if audit.is_moderated]
    if not moderated:
        return ""
    moved = sum(
        (audit.practice, audit.impact) != (audit.first_practice, audit.first_impact)
        for audit in moderated
    )
    words = _("{count}: the agreed grade is counted. It is another than the first in {moved}.")
    return words.format(
        count=count_words(len(moderated), is_shared=is_shared),
        moved=of_words(Share(moved, len(moderated)), is_shared=is_shared),
    )


def _impact(reading: Reading, *, is_shared: bool) -> Iterator[Block]:
    """Show the impact grades beside those of practice; nothing when none was given."""
    teams = grade_tables(reading.audits, impact, is_shared=is_shared).teams
    if teams.whole.total:
        yield Heading(1, _("Impact grades by team"))
        caption = _("Impact grades by team, with the number of audits")
        yield grade_bars(teams, _("Team"), team_words, caption)


def team_words(names: tuple[str, ...]) -> str:
    """Return the name of a team, or how many teams are counted together."""
    if len(names) == 1:
        return names[0] or _("No team named")
    return ngettext(
        "{count} team with few audits", "{count} teams with few audits", len(names)
    ).format(count=len(names))


def grade_bars(
    table: GradeTable,
    title: str,
    words: Callable[[tuple[str, ...]], str],
    caption: str,
    *,
    has_whole: bool = True,
) -> Table:
    """Return the grades of groups as bars, and at last those of all.

    Args:
        table: what was counted.
        title: what the rows are.
        words: names a group by the names that are in it.
        caption: what the table shows.
        has_whole: all of them together say something, too.
    """
    columns = (
        Column(title, 32, ColumnKind.ROW_HEAD),
        Column(_("Grades"), 58),
        Column(_("Audits"), 10, ColumnKind.NUMBER),
    )
    rows = [_row(words(row.names), row) for row in table.rows]
    whole = [_row(_("All"), table.whole)] if has_whole else []
    return Table(columns, [*rows, *whole], caption)


def _row(name: str, row: GradeRow) -> tuple[Cell, ...]:
    parts = [
        BarPart(count, label(band).lower(), Tone(band.value))
        for band in GradeBand
        if (count := row.counts[band])
    ]
    rest = row.total - sum(part.count for part in parts)
    if rest:
        parts.append(BarPart(rest, _("in grades that are not shown")))
    return name, Bar(tuple(parts)), str(row.total)


def _hidden_note(*, is_shared: bool) -> Iterator[Block]:
    if is_shared:
        words = _(
            "Teams and months with fewer than {fewest} audits are put together. Counts under "
            "{fewest} are not shown, nor others from which they could be worked out."
        )
        yield Paragraph(words.format(fewest=FEWEST), TextTone.MUTED)


def _months(names: tuple[str, ...]) -> str:
    first, last = (dt.date.fromisoformat(f"{name}-01") for name in (names[0], names[-1]))
    return months_words(first, last)


def _trend(points: list[TrendPoint]) -> Iterator[Block]:
    """Draw the share graded good or better, with a table of the same; not for a single month."""
    if sum(point.share is not None for point in points) < 2:  # noqa: PLR2004 - no trend in one
        return
    title = _("Graded good or better, by month")
    yield Heading(1, title)
    marks = tuple(TimePoint(_short(point), point.share) for point in points)
    yield Figure(TimeChart(title, _("Month"), _("Share graded good or better"), marks))
    text = _("The band, and the last column, say where the true share probably lies (95%).")
    yield Paragraph(text, TextTone.MUTED)
    columns = (
        Column(_("Month"), 34, ColumnKind.ROW_HEAD),
        Column(_("Audits"), 12, ColumnKind.NUMBER),
        Column(_("Good or better"), 18, ColumnKind.NUMBER),
        Column(_("Share"), 12, ColumnKind.NUMBER),
        Column(_("Probably between"), 24, ColumnKind.NUMBER),
    )
    rows = [(months_words(point.first, point.last), *_figures(point)) for point in points]
    yield Table(columns, rows, _("Share graded good or better by month"), is_small=True)


def _figures(point: TrendPoint) -> tuple[str, ...]:
    share = point.share
    if share is None:
        return str(point.total), hidden_words(), "", ""
    between = _("{low:.0%} and {high:.0%}").format(low=share.low, high=share.high)
    return str(point.total), str(share.count), f"{share.share:.0%}", between


def _short(point: TrendPoint) -> str:
    """Return the month of a point as "Nov 26", for the axis."""
    month = months_words(point.last, point.last)
    return f"{month[:3]} {month[-2:]}"
