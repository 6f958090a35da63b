# SPDX-License-Identifier: MPL-2.0
"""Name the lines behind a figure, so that they can be looked up when somebody asks for them.

These are what the marks of the charts carry. Each says in a title what it is about; ``parts`` finds
the audits, or questions of audits, and ``ActionsBehind`` says which actions are meant.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from auditapp.i18n import _
from auditapp.insight.action_search import ActionFilter
from auditapp.insight.digest_marks import Mark
from auditapp.insight.meanings import Criterion
from auditapp.insight.rollups.causes import cause_lines
from auditapp.insight.rollups.chosen import Line, audits_chosen
from auditapp.insight.rollups.concerns import concern_lines
from auditapp.insight.rollups.criteria import Outcome, criterion_lines
from auditapp.insight.rollups.feedback import Asking, feedback_lines
from auditapp.insight.rollups.grades import Aspect, graded_audits
from auditapp.insight.rollups.marks import lines_with
from auditapp.insight.rollups.moderation import moderation_pairs
from auditapp.insight.rollups.timescales import timescale_lines
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.grade import GradeBand
from auditapp.model.ids import AuditId
from auditapp.model.labels import label

Part = tuple[str, tuple[Line, ...]]
"""Words that hold for some lines, empty where there is nothing to say, and these lines."""


class Behind(Protocol):
    """Find lines. ``criterion`` is what they are about, where it is one."""

    @property
    def title(self) -> str:
        """Say in a few words what the lines are."""
        ...

    @property
    def criterion(self) -> Criterion | None:
        """Return the criterion of the questions among them."""
        ...

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them, with a word for each part of them that stands otherwise than the rest."""
        ...


@dataclass(frozen=True, slots=True)
class _Titled:
    """Name audits that stand behind a figure."""

    title: str
    selection: Selection

    @property
    def criterion(self) -> Criterion | None:
        """Return nothing: whole audits are meant."""
        return None


@dataclass(frozen=True, slots=True)
class _AboutCriterion:
    """Name audits that stand behind a figure of one criterion."""

    title: str
    selection: Selection
    criterion: Criterion


@dataclass(frozen=True, slots=True)
class AuditsBehind(_Titled):
    """Mean the audits that the selection takes."""

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them."""
        yield "", tuple(map(Line, audits_chosen(tables, self.selection)))


@dataclass(frozen=True, slots=True)
class GradesBehind(_Titled):
    """Mean the audits with a grade, in a month where one is given."""

    aspect: Aspect
    bands: tuple[GradeBand, ...]
    month: dt.date | None = None

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them, grade by grade."""
        for band in self.bands:
            yield (
                label(band),
                graded_audits(tables, self.selection, self.aspect, band=band, month=self.month),
            )


@dataclass(frozen=True, slots=True)
class CriterionBehind(_AboutCriterion):
    """Mean the answers that say how often a criterion was met."""

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them, those that are not met in full first."""
        for words, outcome in ((_("Not met in full"), Outcome.UNMET), (_("Met"), Outcome.MET)):
            yield words, criterion_lines(tables, self.selection, self.criterion, outcome)


@dataclass(frozen=True, slots=True)
class MarksBehind(_AboutCriterion):
    """Mean the questions that stand as one of some letters of ``digest_marks`` says."""

    marks: tuple[Mark, ...]

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them."""
        number = tables.criteria.index(self.criterion)
        yield "", lines_with(tables, self.selection, number, self.marks)


@dataclass(frozen=True, slots=True)
class TimescaleBehind(_AboutCriterion):
    """Mean the audits in which a timescale was kept or missed."""

    states: tuple[TimescaleState, ...]

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them, state by state."""
        names = {TimescaleState.LATE: _("Late"), TimescaleState.MET: _("In time")}
        for state in self.states:
            yield (
                names[state],
                timescale_lines(tables, self.selection, self.criterion, state),
            )


@dataclass(frozen=True, slots=True)
class CauseBehind(_Titled):
    """Mean the audits in which a cause was given."""

    cause: Cause

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them."""
        yield "", cause_lines(tables, self.selection, self.cause)


@dataclass(frozen=True, slots=True)
class ConcernsBehind(_Titled):
    """Mean the audits with a concern."""

    is_open: bool | None = None

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them."""
        yield "", concern_lines(tables, self.selection, is_open=self.is_open)


@dataclass(frozen=True, slots=True)
class FeedbackBehind(_Titled):
    """Mean the audits in which asking a person went in one way."""

    person: FeedbackFrom
    asking: Asking

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them."""
        yield "", feedback_lines(tables, self.selection, self.person, self.asking)


@dataclass(frozen=True, slots=True)
class ModerationBehind(_Titled):
    """Mean the audits that the first reader gave one grade, and the second another; or any grade.

    Where one of the two gave none, there is nothing to compare, and nothing counts it.
    """

    first: GradeBand | None = None
    second: GradeBand | None = None

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Find them, each with its moderation behind it."""
        for pair in moderation_pairs(tables, self.selection):
            first, second = pair.practice
            if first is None or second is None:
                continue
            if self.first in (None, first) and self.second in (None, second):
                yield _("First reading"), (Line(pair.first),)
                yield _("Second reading"), (Line(pair.second),)


@dataclass(frozen=True, slots=True)
class NamedBehind:
    """Mean audits by name."""

    title: str
    audits: tuple[AuditId, ...]

    @property
    def criterion(self) -> Criterion | None:
        """Return nothing: whole audits are meant."""
        return None

    def parts(self, tables: InsightTables) -> Iterator[Part]:
        """Return them; they need no looking up."""
        del tables
        yield "", tuple(map(Line, self.audits))


@dataclass(frozen=True, slots=True)
class ActionsBehind:
    """Mean the actions that a filter takes."""

    title: str
    wanted: ActionFilter


def of_team(selection: Selection, team: str) -> Selection:
    """Return the part of a selection that is one team's; "" is those without a team."""
    return replace(selection, teams=frozenset({team}))


def of_month(selection: Selection, month: dt.date) -> Selection:
    """Return the part of a selection that is of one month, given by its first day."""
    last = month.replace(day=monthrange(month.year, month.month)[1])
    first = month if selection.first is None else max(month, selection.first)
    last = last if selection.last is None else min(last, selection.last)
    return replace(selection, first=first, last=last)
