# SPDX-License-Identifier: MPL-2.0
"""Hold a figure: a chart, and what may and may not be concluded from it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import Chart
from auditapp.insight.intervals import Share
from auditapp.insight.meanings import Criterion
from auditapp.insight.selection import Selection
from auditapp.insight.small_numbers import FEWEST
from auditapp.judgement.day_words import month_names

MOST_MONTHS: Final = 13
"""Months that bars are shown for, the last ones: a year, and the month to compare with."""


class FigureKind(StrEnum):
    """Name the figures, in the order in which they are shown."""

    TEAMS = "teams"
    GOOD_TEAMS = "good_teams"
    MONTHS = "months"
    GOOD = "good"
    IMPACT = "impact"
    WEAKEST = "weakest"
    STRONGEST = "strongest"
    HEAT = "heat"
    TIMESCALES = "timescales"
    CAUSES = "causes"
    CONCERNS = "concerns"
    ACTION_TEAMS = "action_teams"
    ACTION_OWNERS = "action_owners"
    MODERATION = "moderation"
    SAME_GRADE = "same_grade"
    FEEDBACK = "feedback"
    BLANKS = "blanks"
    COMPLETION = "completion"
    COMPARED_GRADES = "compared_grades"
    COMPARED_CRITERIA = "compared_criteria"
    OVER_TIME = "over_time"


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a chart and a sentence or several in plain words."""

    kind: FigureKind
    chart: Chart
    sentence: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold two selections that are set beside each other, and what each is called."""

    names: tuple[str, str]
    then: Selection
    now: Selection


@dataclass(frozen=True, slots=True)
class FigureOrder:
    """Say which figure is wanted, so that it can be made anew from the audits at any time.

    Args:
        kind: which.
        selection: of which audits.
        compared: what is compared, for the figures that do.
        criterion: which, for the figure of one criterion over time.
    """

    kind: FigureKind
    selection: Selection
    compared: Compared | None = None
    criterion: Criterion | None = None


def criterion_words(criterion: Criterion) -> str:
    """Return the words of a criterion, with the version up to which it was asked if that ended."""
    if not criterion.until:
        return criterion.text
    words = _("{text} (up to version {version})")
    return words.format(text=criterion.text, version=criterion.until)


def short_month(month: dt.date) -> str:
    """Return a month as "Nov 26"."""
    return f"{month_names()[month.month - 1][:3]} {month:%y}"


def team_words(team: str) -> str:
    """Return the name of a team, or that there is none."""
    return team or _("No team given")


def counted_words(count: int) -> str:
    """Say of how many audits a figure speaks."""
    words = ngettext("n = {count} audit.", "n = {count} audits.", count)
    return words.format(count=f"{count:,}")


def few_words(names: list[str]) -> str:
    """Warn of groups that are too small to say much; empty where there are none."""
    if not names:
        return ""
    words = _("Fewer than {fewest}, so read with care: {names}.")
    return words.format(fewest=FEWEST, names="; ".join(names))


def months_words(count: int) -> str:
    """Say that only the last months are shown; empty where all are."""
    if count <= MOST_MONTHS:
        return ""
    words = _("Of {all} months the last {shown} are shown; choose a period to see others.")
    return words.format(all=count, shown=MOST_MONTHS)


def joined(*sentences: str) -> str:
    """Return sentences beside each other, without those that are empty."""
    return " ".join(filter(None, sentences))


def is_few(share: Share) -> bool:
    """Tell whether there is something, and too little of it to say much."""
    return 0 < share.total < FEWEST
