# SPDX-License-Identifier: MPL-2.0
"""Show timescales, causes, concerns, actions and feedback of many audits."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.action_search import ActionFilter
from auditapp.insight.chart_models import (
    IntervalChart,
    IntervalRow,
    StackChart,
    StackPart,
    StackRow,
)
from auditapp.insight.figures.behind import (
    ActionsBehind,
    CauseBehind,
    ConcernsBehind,
    FeedbackBehind,
    TimescaleBehind,
    of_team,
)
from auditapp.insight.figures.figure import (
    Figure,
    FigureKind,
    counted_words,
    criterion_words,
    joined,
    team_words,
)
from auditapp.insight.insights import Insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.actions import SOON, ActionCount
from auditapp.insight.rollups.feedback import Asking, FeedbackCount
from auditapp.insight.rollups.timescales import TimescaleCount
from auditapp.insight.selection import Selection
from auditapp.judgement.timescales import LateUnit, TimescaleState
from auditapp.model.follow_up import ActionStatus
from auditapp.model.labels import label

MOST: Final = 12
"""Rows of a chart: of more, those that ask for attention first are shown."""

_TOLD: Final = 3


def timescales(found: Insights, selection: Selection) -> Figure:
    """Show how often each timescale was kept, those kept least often first."""
    counts = sorted(
        (each for each in found.timescales if each.in_time.total),
        key=lambda each: each.in_time.share,
    )
    rows = tuple(
        IntervalRow(
            criterion_words(each.criterion),
            each.in_time,
            TimescaleBehind(
                criterion_words(each.criterion),
                selection,
                each.criterion,
                (TimescaleState.LATE, TimescaleState.MET),
            ),
        )
        for each in counts[:MOST]
    )
    chart = IntervalChart(_("Timescales kept"), _("Timescale"), _("In time"), rows)
    sentence = joined(
        counted_words(found.audits),
        _shown_words(len(counts)),
        *(_late_words(each) for each in counts[:_TOLD]),
        _("Files without a date are in no share."),
    )
    return Figure(FigureKind.TIMESCALES, chart, sentence)


def causes(found: Insights, selection: Selection) -> Figure:
    """Show in how many audits each cause was behind a shortfall."""
    rows = tuple(
        IntervalRow(
            label(each.cause),
            Share(each.audits, found.audits),
            CauseBehind(label(each.cause), selection, each.cause),
        )
        for each in sorted(found.causes, key=lambda each: -each.audits)
    )
    chart = IntervalChart(_("Causes of shortfalls"), _("Cause"), _("Audits with it"), rows)
    times = sum(each.times for each in found.causes)
    sentence = joined(
        counted_words(found.audits),
        ngettext("A cause was given once.", "A cause was given {count} times.", times).format(
            count=times
        ),
        _("A cause is what the auditor thought. One audit may have several."),
    )
    return Figure(FigureKind.CAUSES, chart, sentence)


def concerns(found: Insights, selection: Selection) -> Figure:
    """Show in what share of each team's audits there was an immediate concern."""
    sums: dict[str, Share] = {}
    for each in found.concerns:
        before = sums.get(each.team, Share(0, 0))
        sums[each.team] = Share(before.count + each.having, before.total + each.audits)
    rows = tuple(
        IntervalRow(
            team_words(team),
            share,
            ConcernsBehind(
                _("{team}: immediate concerns").format(team=team_words(team)),
                of_team(selection, team),
            )
            if share.count
            else None,
        )
        for team, share in sums.items()
    )
    title, measure = _("Audits with an immediate concern"), _("With a concern")
    sentence = joined(
        counted_words(found.audits),
        _("A team that raises more concerns may also be the one that looks better."),
    )
    return Figure(FigureKind.CONCERNS, IntervalChart(title, _("Team"), measure, rows), sentence)


def actions_by_team(found: Insights, selection: Selection) -> Figure:
    """Show how the actions of each team stand."""
    rows = tuple(
        _action_row(
            team_words(each.name), each, ActionFilter(selection=of_team(selection, each.name))
        )
        for each in found.actions.teams[:MOST]
    )
    title = _("Actions by team")
    return _actions(found, FigureKind.ACTION_TEAMS, (title, _("Team")), rows)


def actions_by_owner(found: Insights, selection: Selection) -> Figure:
    """Show how the actions of each owner stand, those with most overdue first."""
    wanted = ActionFilter(selection=selection)
    rows = tuple(
        _action_row(
            each.name or _("No owner"), each, replace(wanted, owners=frozenset({each.name}))
        )
        for each in found.actions.owners[:MOST]
    )
    title = _("Actions by owner")
    return _actions(found, FigureKind.ACTION_OWNERS, (title, _("Owner")), rows)


def feedback(found: Insights, selection: Selection) -> Figure:
    """Show who was asked what they think, and who replied."""
    rows = tuple(_feedback_row(each, selection) for each in found.feedback if each.audits)
    parts = (
        StackPart(_("Replied"), "ok", _("R")),
        StackPart(_("Asked, no reply"), "partly_met", _("A")),
        StackPart(_("Not asked, and why"), "could_not_find", _("N")),
        StackPart(_("Not asked, no reason"), "inadequate", _("?")),
        StackPart(_("Nothing said about it"), "neutral", _("–")),
    )
    title = _("Feedback: who was asked, and who replied")
    sentence = joined(
        counted_words(found.audits),
        _("Those who reply may think otherwise than those who do not."),
    )
    chart = StackChart(title, _("Who"), parts, rows)
    return Figure(FigureKind.FEEDBACK, chart, sentence)


def overdue(selection: Selection) -> ActionsBehind:
    """Mean the actions whose day has passed."""
    return ActionsBehind(_("Overdue actions"), ActionFilter(selection=selection, is_overdue=True))


def _shown_words(count: int) -> str:
    if count <= MOST:
        return ""
    words = _("Of {all} timescales the {shown} kept least often are shown.")
    return words.format(all=count, shown=MOST)


def _late_words(each: TimescaleCount) -> str:
    """Say how late the late ones are, and how many files have no date."""
    name = criterion_words(each.criterion).rstrip("?.")
    told = []
    if each.late_by is not None:
        days = _("working days") if each.unit is LateUnit.WORKING_DAYS else _("days")
        words = _("half of the late ones by {late} {days} or more")
        told.append(words.format(late=math.floor(each.late_by), days=days))
    if each.no_date:
        told.append(_("{count} without a date").format(count=each.no_date))
    return f"“{name}”: {', '.join(told)}." if told else ""


def _actions(
    found: Insights, kind: FigureKind, names: tuple[str, str], rows: Sequence[StackRow]
) -> Figure:
    title, heading = names
    whole = found.actions.whole
    parts = (
        StackPart(_("Overdue"), "inadequate", _("O")),
        StackPart(_("Due in {days} days").format(days=SOON), "requires_improvement", _("S")),
        StackPart(_("Open, due later"), "info", _("L")),
        StackPart(_("Open, no day"), "neutral", _("–")),
        StackPart(_("Done, to be verified"), "could_not_find", _("D")),
        StackPart(_("Verified"), "ok", _("V")),
        StackPart(_("Dropped"), "not_applicable", _("X")),
    )
    sentence = _(
        "n = {count} actions; {overdue} overdue, {verified} verified by another person. What is "
        "done counts once somebody else has seen the proof."
    ).format(count=f"{whole.total:,}", overdue=f"{whole.overdue:,}", verified=f"{whole.verified:,}")
    return Figure(kind, StackChart(title, heading, parts, tuple(rows)), sentence)


def _action_row(name: str, each: ActionCount, wanted: ActionFilter) -> StackRow:
    later = each.still_open - each.overdue - each.due_soon - each.no_date
    counts = (
        each.overdue,
        each.due_soon,
        later,
        each.no_date,
        each.done,
        each.verified,
        each.dropped,
    )
    filters = (
        replace(wanted, is_overdue=True),
        replace(wanted, is_due_soon=True),
        replace(wanted, is_due_later=True),
        replace(wanted, is_undated=True),
        *(
            replace(wanted, statuses=frozenset({status}))
            for status in (ActionStatus.DONE, ActionStatus.VERIFIED, ActionStatus.DROPPED)
        ),
    )
    words = (
        _("Overdue"),
        _("Due soon"),
        _("Open, due later"),
        _("Open, no day"),
        *map(label, (ActionStatus.DONE, ActionStatus.VERIFIED, ActionStatus.DROPPED)),
    )
    lines = tuple(
        ActionsBehind(f"{name}: {word}", each) for word, each in zip(words, filters, strict=True)
    )
    return StackRow(name, counts, each.total, lines)


def _feedback_row(each: FeedbackCount, selection: Selection) -> StackRow:
    name = label(each.person)
    counts = (
        each.replied,
        each.silent,
        each.with_reason,
        each.without_reason,
        each.nothing,
    )
    ways = (
        (_("replied"), Asking.REPLIED),
        (_("asked, no reply"), Asking.SILENT),
        (_("not asked, and why"), Asking.WITH_REASON),
        (_("not asked, no reason"), Asking.WITHOUT_REASON),
        (_("nothing said about it"), Asking.NOTHING),
    )
    lines = tuple(
        FeedbackBehind(f"{name}: {words}", selection, each.person, asking) for words, asking in ways
    )
    return StackRow(name, counts, each.audits, lines)
