# SPDX-License-Identifier: MPL-2.0
"""Make all figures of a selection, or one that was ordered."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from auditapp.insight.agreement_words import USUAL_TARGET
from auditapp.insight.figures import criteria, follow_up, grades, work
from auditapp.insight.figures.comparing import compared_criteria, compared_grades
from auditapp.insight.figures.figure import Figure, FigureKind, FigureOrder
from auditapp.insight.figures.over_time import over_time
from auditapp.insight.insights import Insights, read_insights
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables

_Maker = Callable[[Insights, Selection], Figure]
_AimedMaker = Callable[[Insights, Selection, float], Figure]

MAKERS: Final[Mapping[FigureKind, _Maker]] = {
    FigureKind.TEAMS: grades.by_team,
    FigureKind.GOOD_TEAMS: grades.good_by_team,
    FigureKind.MONTHS: grades.by_month,
    FigureKind.GOOD: grades.good_by_month,
    FigureKind.IMPACT: grades.impact_by_month,
    FigureKind.WEAKEST: criteria.weakest_criteria,
    FigureKind.STRONGEST: criteria.strongest_criteria,
    FigureKind.HEAT: criteria.heat_map,
    FigureKind.TIMESCALES: follow_up.timescales,
    FigureKind.CAUSES: follow_up.causes,
    FigureKind.CONCERNS: follow_up.concerns,
    FigureKind.ACTION_TEAMS: follow_up.actions_by_team,
    FigureKind.ACTION_OWNERS: follow_up.actions_by_owner,
    FigureKind.MODERATION: work.moderation,
    FigureKind.SAME_GRADE: work.same_grade,
    FigureKind.FEEDBACK: follow_up.feedback,
    FigureKind.BLANKS: work.blanks,
    FigureKind.COMPLETION: work.completion,
}
"""What is made of the first answers alone, without looking anything else up."""

_AIMED: Final[Mapping[FigureKind, _AimedMaker]] = {
    FigureKind.MODERATION: work.moderation,
    FigureKind.SAME_GRADE: work.same_grade,
}
"""Those of them that stand beside the share of second readings that is aimed at."""


def figures_of(
    found: Insights, selection: Selection, target: float = USUAL_TARGET
) -> tuple[Figure, ...]:
    """Return every figure in ``MAKERS``, in the order in which they are shown.

    ``target`` is the share of second readings that ought to come to the same grade, from 0 to 1.
    """
    return tuple(_made(kind, found, selection, target) for kind in MAKERS)


def ordered_figures(
    tables: InsightTables,
    orders: Iterable[FigureOrder],
    today: dt.date,
    target: float = USUAL_TARGET,
) -> tuple[Figure, ...]:
    """Return figures as the audits are now, in the order of their orders; ``target`` as above."""
    answers: dict[Selection, Insights] = {}
    figures = []
    for order in orders:
        if order.compared is not None:
            is_grades = order.kind is FigureKind.COMPARED_GRADES
            compare = compared_grades if is_grades else compared_criteria
            figures.append(compare(tables, order.compared))
        elif order.criterion is not None:
            if order.criterion in tables.criteria:
                figures.append(over_time(tables, order.selection, order.criterion, today))
        else:
            taken = order.selection
            if taken not in answers:
                answers[taken] = read_insights(tables, taken, today)
            figures.append(_made(order.kind, answers[taken], taken, target))
    return tuple(figures)


def _made(kind: FigureKind, found: Insights, selection: Selection, target: float) -> Figure:
    aimed = _AIMED.get(kind)
    return MAKERS[kind](found, selection) if aimed is None else aimed(found, selection, target)
