# SPDX-License-Identifier: MPL-2.0
"""Set two periods or rounds beside each other, and say which differences are clear."""

from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.chart_models import (
    IntervalChart,
    IntervalRow,
    StackChart,
    StackRow,
    grade_parts,
)
from auditapp.insight.chart_words import after
from auditapp.insight.figures.behind import CriterionBehind, GradesBehind
from auditapp.insight.figures.figure import (
    Compared,
    Figure,
    FigureKind,
    counted_words,
    criterion_words,
    joined,
)
from auditapp.insight.figures.grades import good_share
from auditapp.insight.rollups.grades import Aspect
from auditapp.insight.rollups.side_by_side import CriterionPair, SideBySide, side_by_side
from auditapp.insight.small_numbers import FEWEST
from auditapp.insight.tables import InsightTables
from auditapp.insight.trend_words import difference_words, many_comparisons_words
from auditapp.insight.trends import Difference, difference
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label

MOST: Final = 6
"""Criteria that are shown: those that differ most, the clear ones first."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """Hold a criterion of both periods, and how far its share has moved."""

    pair: CriterionPair
    found: Difference


def compared_grades(tables: InsightTables, compared: Compared) -> Figure:
    """Show the grades of both, practice and impact."""
    found = side_by_side(tables, compared.then, compared.now)
    rows = []
    for aspect, words, both in (
        (Aspect.PRACTICE, _("Practice"), found.practice),
        (Aspect.IMPACT, _("Impact"), found.impact),
    ):
        for name, selection, counts in zip(
            compared.names, (compared.then, compared.now), both, strict=True
        ):
            title = f"{words}: {name}"
            lines = tuple(
                GradesBehind(f"{title}: {label(band)}", selection, aspect, (band,))
                for band in GradeBand
            )
            rows.append(StackRow(title, counts, sum(counts), lines))
    shown = tuple(row for row in rows if row.total)
    chart = StackChart(_("Grades, side by side"), _("Which"), grade_parts(), shown)
    words = _("Practice good or better: {difference}")
    practice = difference(*(good_share(counts) for counts in found.practice))
    sentence = joined(
        _counted(compared, found), words.format(difference=difference_words(practice))
    )
    return Figure(FigureKind.COMPARED_GRADES, chart, sentence)


def compared_criteria(tables: InsightTables, compared: Compared) -> Figure:
    """Show the criteria that differ most between both."""
    found = side_by_side(tables, compared.then, compared.now)
    moved = _moved(found)
    rows = tuple(
        IntervalRow(
            f"{criterion_words(each.pair.criterion)} ({name})",
            share,
            CriterionBehind(
                after(criterion_words(each.pair.criterion), ",", name),
                selection,
                each.pair.criterion,
            ),
        )
        for each in moved[:MOST]
        for name, selection, share in zip(
            compared.names,
            (compared.then, compared.now),
            (each.pair.then, each.pair.now),
            strict=True,
        )
    )
    clear = sum(each.found.is_clear for each in moved)
    alone = sum((each.then is None) != (each.now is None) for each in found.criteria)
    only_one = ngettext(
        "One criterion was rated in only one of them, or changed its meaning between, and is left "
        "out.",
        "{count} criteria were rated in only one of them, or changed their meaning between, and "
        "are left out.",
        alone,
    ).format(count=alone)
    sentence = joined(
        _counted(compared, found),
        many_comparisons_words(len(moved), clear),
        only_one if alone else "",
    )
    title = _("Criteria that differ most, side by side")
    chart = IntervalChart(title, _("Criterion"), _("Met in full"), rows)
    return Figure(FigureKind.COMPARED_CRITERIA, chart, sentence)


def _moved(found: SideBySide) -> list[_Moved]:
    """Return what can be compared, clear differences first, then the largest."""
    moved = []
    for pair in found.criteria:
        if pair.then is None or pair.now is None:
            continue
        if min(pair.then.total, pair.now.total) < FEWEST:
            continue
        change = difference(pair.then, pair.now)
        if change is not None:
            moved.append(_Moved(pair, change))
    return sorted(moved, key=lambda each: (not each.found.is_clear, -abs(each.found.value)))


def _counted(compared: Compared, found: SideBySide) -> str:
    words = _("First: {then}, {then_count} Second: {now}, {now_count}")
    then, now = compared.names
    then_count, now_count = map(counted_words, found.audits)
    return words.format(then=then, now=now, then_count=then_count, now_count=now_count)
