# SPDX-License-Identifier: MPL-2.0
"""Show how audits were graded: by team, by month, and as the share that is good or better."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from auditapp.i18n import _
from auditapp.insight.chart_models import (
    IntervalChart,
    IntervalRow,
    StackChart,
    StackRow,
    TimeChart,
    TimePoint,
    grade_parts,
)
from auditapp.insight.control_charts import ControlChart, p_chart
from auditapp.insight.figures.behind import GradesBehind, of_team
from auditapp.insight.figures.figure import (
    MOST_MONTHS,
    Figure,
    FigureKind,
    counted_words,
    few_words,
    is_few,
    joined,
    months_words,
    short_month,
    team_words,
)
from auditapp.insight.figures.months_shown import audits_outside, months_shown
from auditapp.insight.insights import Insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.grades import Aspect, GradeCount
from auditapp.insight.run_rules import Signal
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.trend_words import chart_words, trend_words
from auditapp.insight.trends import trend
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label

GOOD_OR_BETTER = (GradeBand.OUTSTANDING, GradeBand.GOOD)
_BANDS = tuple(GradeBand)

Key = TypeVar("Key")


def by_team(found: Insights, selection: Selection) -> Figure:
    """Show the practice grades of each team."""
    sums = _summed(found.practice, lambda each: each.team)
    rows = []
    for team, counts in sums.items():
        name, narrowed = team_words(team), of_team(selection, team)
        lines = tuple(
            GradesBehind(f"{name}: {label(band)}", narrowed, Aspect.PRACTICE, (band,))
            for band in _BANDS
        )
        rows.append(StackRow(name, counts, sum(counts), lines))
    chart = StackChart(_("Practice grades by team"), _("Team"), grade_parts(), tuple(rows))
    sentence = joined(
        counted_words(_all(rows)),
        few_words([row.name for row in rows if row.total < FEWEST]),
        _("Teams differ by chance and by the cases they have: read the audits before you rank."),
    )
    return Figure(FigureKind.TEAMS, chart, sentence)


def good_by_team(found: Insights, selection: Selection) -> Figure:
    """Show the share of each team graded good or better, with its interval."""
    sums = _summed(found.practice, lambda each: each.team)
    rows = tuple(
        IntervalRow(
            team_words(team),
            good_share(counts),
            GradesBehind(
                _("{team}: practice grades").format(team=team_words(team)),
                of_team(selection, team),
                Aspect.PRACTICE,
                _BANDS,
            ),
        )
        for team, counts in sums.items()
    )
    chart = IntervalChart(_("Good or better, by team"), _("Team"), _("Good or better"), rows)
    sentence = joined(
        counted_words(sum(sum(counts) for counts in sums.values())),
        few_words([row.name for row in rows if row.share and is_few(row.share)]),
        _("Where the lines of two teams overlap, chance alone may have put one before the other."),
    )
    return Figure(FigureKind.GOOD_TEAMS, chart, sentence)


def by_month(found: Insights, selection: Selection) -> Figure:
    """Show the practice grades of each month."""
    every = _month_rows(found.practice, selection, Aspect.PRACTICE)
    rows = every[-MOST_MONTHS:]
    chart = StackChart(_("Practice grades by month"), _("Month"), grade_parts(), tuple(rows))
    sentence = joined(
        counted_words(_all(rows)),
        months_words(len(every)),
        few_words([row.name for row in rows if row.total < FEWEST]),
    )
    return Figure(FigureKind.MONTHS, chart, sentence)


def impact_by_month(found: Insights, selection: Selection) -> Figure:
    """Show the impact grades of each month: the difference made for the child."""
    every = _month_rows(found.impact, selection, Aspect.IMPACT)
    rows = every[-MOST_MONTHS:]
    chart = StackChart(_("Impact grades by month"), _("Month"), grade_parts(), tuple(rows))
    sentence = joined(
        counted_words(_all(rows)),
        months_words(len(every)),
        _("Impact is the difference made for the child, and is never added up with practice."),
    )
    return Figure(FigureKind.IMPACT, chart, sentence)


def good_by_month(found: Insights, selection: Selection) -> Figure:
    """Show the share graded good or better month by month, within the limits of chance."""
    shares = good_shares(found.practice, found.day)
    counted = {month: share for month, share in shares.items() if share.total}
    chart = p_chart(list(counted.values()))
    points = _points(counted, chart, list(shares), selection)
    title, measure = _("Good or better, month by month"), _("Good or better")
    test = trend(list(shares.values()), list(range(len(shares))))
    shown = sum(share.total for share in counted.values())
    sentence = joined(
        counted_words(shown),
        audits_outside(sum(whole_counts(found.practice)) - shown),
        *chart_words(chart),
        _("Trend over the months shown:"),
        trend_words(test),
    )
    return Figure(FigureKind.GOOD, TimeChart(title, _("Month"), measure, tuple(points)), sentence)


def good_shares(counts: Sequence[GradeCount], today: dt.date) -> dict[dt.date, Share]:
    """Return the share graded good or better of every month that a line shows, in order."""
    sums = _summed(counts, lambda each: each.month)
    nothing = (0,) * len(_BANDS)
    return {month: good_share(sums.get(month, nothing)) for month in months_shown(sums, today)}


def good_share(counts: Sequence[int]) -> Share:
    """Return the share of good or better among counts of grades, best first."""
    return Share(sum(counts[: len(GOOD_OR_BETTER)]), sum(counts))


def whole_counts(counts: Sequence[GradeCount]) -> tuple[int, ...]:
    """Return how many have each grade in all, best first."""
    return _summed(counts, lambda _each: "").get("", (0,) * len(_BANDS))


def _points(
    counted: dict[dt.date, Share],
    chart: ControlChart,
    months: Sequence[dt.date],
    selection: Selection,
) -> list[TimePoint]:
    places = {month: place for place, month in enumerate(counted)}
    points = []
    for month in months:
        place = places.get(month)
        if place is None:
            points.append(TimePoint(short_month(month), None))
            continue
        at = chart.points[place]
        title = _("{month}: practice grades").format(month=short_month(month))
        behind = GradesBehind(title, selection, Aspect.PRACTICE, _BANDS, month)
        points.append(
            TimePoint(
                short_month(month),
                counted[month],
                (at.low, at.high) if chart.is_telling else None,
                at.centre if chart.is_telling else None,
                signal_words(chart.signals.get(place, frozenset())),
                lines=behind,
            )
        )
    return points


def signal_words(signals: frozenset[Signal]) -> str:
    """Say why a point stands out; empty where it does not."""
    words = {
        Signal.OUTSIDE: _("Beyond the limits of chance."),
        Signal.SHIFT: _("Part of a long run on one side of the centre."),
        Signal.TREND: _("Part of a long run up, or down."),
        Signal.NEAR_LIMIT: _("One of two in three that are close to a limit."),
    }
    return " ".join(words[each] for each in Signal if each in signals)


def _month_rows(
    counts: Sequence[GradeCount], selection: Selection, aspect: Aspect
) -> list[StackRow]:
    rows = []
    for month, row in sorted(_summed(counts, lambda each: each.month).items()):
        name = short_month(month)
        lines = tuple(
            GradesBehind(f"{name}: {label(band)}", selection, aspect, (band,), month)
            for band in _BANDS
        )
        rows.append(StackRow(name, row, sum(row), lines))
    return rows


def _summed(
    counts: Sequence[GradeCount], key: Callable[[GradeCount], Key]
) -> dict[Key, tuple[int, ...]]:
    sums: dict[Key, tuple[int, ...]] = {}
    for each in counts:
        before = sums.get(key(each), (0,) * len(_BANDS))
        sums[key(each)] = tuple(map(sum, zip(before, each.counts, strict=True)))
    return sums


def _all(rows: Sequence[StackRow]) -> int:
    return sum(row.total for row in rows)
