# SPDX-License-Identifier: MPL-2.0
"""Show the work of auditing itself: what was left blank, what was done, how far readers agree."""

from dataclasses import replace
from typing import Final

from auditapp.i18n import _
from auditapp.insight.agreement import Agreement, Pair, agreement
from auditapp.insight.agreement_words import (
    USUAL_TARGET,
    agreement_words,
    coefficient_words,
    target_words,
)
from auditapp.insight.chart_models import (
    IntervalChart,
    IntervalRow,
    StackChart,
    StackPart,
    StackRow,
    Target,
    grade_parts,
)
from auditapp.insight.figures.behind import (
    AuditsBehind,
    MarksBehind,
    ModerationBehind,
    of_month,
)
from auditapp.insight.figures.figure import (
    MOST_MONTHS,
    Figure,
    FigureKind,
    counted_words,
    criterion_words,
    few_words,
    is_few,
    joined,
    months_words,
    short_month,
)
from auditapp.insight.insights import Insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.completeness import ANSWERED, Completeness, Gap
from auditapp.insight.selection import Selection
from auditapp.model.audit import AuditStatus
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label

MOST_BLANK: Final = 12
"""Questions that are shown: those most often left blank or not found."""

DRAFTS: Final = frozenset({AuditStatus.DRAFT})
SIGNED: Final = frozenset(AuditStatus) - DRAFTS

_STEPS: Final = 4


def blanks(found: Insights, selection: Selection) -> Figure:
    """Show the questions most often left without an answer, and why they were."""
    ranked = sorted(
        (each for each in found.completeness if _left(each)),
        key=lambda each: (-each.blank, -each.not_found - each.none_on_file, -_left(each)),
    )
    rows = tuple(_blank_row(each, selection) for each in ranked[:MOST_BLANK])
    parts = (
        StackPart(_("Answered"), "ok", _("A")),
        StackPart(_("Left blank"), "inadequate", _("B")),
        StackPart(_("Not needed"), "neutral", _("–")),
        StackPart(_("Did not apply"), "not_applicable", _("X")),
        StackPart(_("No such date on file"), "partly_met", _("D")),
        StackPart(_("Could not find on file"), "could_not_find", _("F")),
    )
    chart = StackChart(_("What was left blank, and why"), _("Question"), parts, rows)
    asked = sum(each.asked for each in found.completeness)
    empty = sum(each.blank for each in found.completeness)
    words = _(
        "n = {asked} questions asked in {audits} audits; {blank} of them had to be answered and "
        "were not. The {shown} questions most often left without a finding are shown."
    )
    sentence = words.format(
        asked=f"{asked:,}", audits=f"{found.audits:,}", blank=f"{empty:,}", shown=len(rows)
    )
    return Figure(FigureKind.BLANKS, chart, sentence)


def completion(found: Insights, selection: Selection) -> Figure:
    """Show how many audits were signed off in each month."""
    counts = found.completion[-MOST_MONTHS:]
    longest = max((each.signed + each.drafts for each in counts), default=0)
    parts = (StackPart(_("Signed off"), "ok", _("S")), StackPart(_("Draft"), "neutral", _("D")))
    rows = []
    for each in counts:
        name = short_month(each.month)
        month = of_month(selection, each.month)
        signed, drafts = (replace(month, statuses=each) for each in (SIGNED, DRAFTS))
        lines = (
            AuditsBehind(_("{month}: signed off").format(month=name), signed),
            AuditsBehind(_("{month}: drafts").format(month=name), drafts),
        )
        counts_of = (each.signed, each.drafts)
        rows.append(StackRow(name, counts_of, sum(counts_of), lines))
    scale = -(-longest // _STEPS) * _STEPS
    chart = StackChart(
        _("Audits by month"), _("Month"), parts, tuple(rows), most=max(scale, _STEPS)
    )
    sentence = joined(
        counted_words(sum(each.signed + each.drafts for each in counts)),
        months_words(len(found.completion)),
        _("Drafts count in the month in which they were changed last.")
        if selection.has_drafts
        else "",
    )
    return Figure(FigureKind.COMPLETION, chart, sentence)


def moderation(found: Insights, selection: Selection, target: float = USUAL_TARGET) -> Figure:
    """Show what the second reader gave where the first gave each grade."""
    bands = tuple(GradeBand)
    pairs = {(each.first, each.second): each.pairs for each in found.moderation}
    rows = []
    for first in bands:
        counts = tuple(pairs.get((first, second), 0) for second in bands)
        if not any(counts):
            continue
        name = _("First: {grade}").format(grade=label(first))
        lines = tuple(
            ModerationBehind(
                _("First {one}, second {two}").format(one=label(first), two=label(second)),
                selection,
                first,
                second,
            )
            for second in bands
        )
        rows.append(StackRow(name, counts, sum(counts), lines))
    title, heading = _("Moderation: the grade of the second reader"), _("First grade")
    chart = StackChart(title, heading, grade_parts(), tuple(rows))
    both = moderated(found)
    words = _agreement_words(both, target)
    return Figure(FigureKind.MODERATION, chart, joined(_readings_words(both), *words))


def same_grade(found: Insights, selection: Selection, target: float = USUAL_TARGET) -> Figure:
    """Show how often both readers gave the same practice grade, beside the share aimed at."""
    both = moderated(found)
    whole = _("All second readings")
    rows = [IntervalRow(whole, both.exact, ModerationBehind(whole, selection))]
    for first in GradeBand:
        pairs = [each for each in found.moderation if each.first is first]
        same = sum(each.pairs for each in pairs if each.second is first)
        share = Share(same, sum(each.pairs for each in pairs))
        name = _("First: {grade}").format(grade=label(first))
        if share.total:
            rows.append(IntervalRow(name, share, ModerationBehind(name, selection, first)))
    title, measure = _("Moderation: the same grade twice"), _("Same grade")
    aim = Target(target, _("Target {share:.0%}").format(share=target))
    shown = tuple(rows) if both.total else ()
    chart = IntervalChart(title, _("First grade"), measure, shown, aim)
    few = [row.name for row in shown if row.share and is_few(row.share)]
    sentence = joined(_readings_words(both), _same_grade_words(both, target), few_words(few))
    return Figure(FigureKind.SAME_GRADE, chart, sentence)


def moderated(found: Insights) -> Agreement:
    """Return how far the readers agree on the practice grade."""
    return agreement(
        [Pair(each.first, each.second) for each in found.moderation for _again in range(each.pairs)]
    )


def _readings_words(found: Agreement) -> str:
    return _("n = {count} second readings.").format(count=found.total) if found.total else ""


def _same_grade_words(found: Agreement, target: float) -> str:
    if not found.total:
        return _("No audit has been read a second time yet.")
    if not found.is_share_telling:
        return agreement_words(found, target)[0]
    told = target_words(found.exact, target)
    return joined(told, _("It is a target for all of them, not for each grade."))


def _agreement_words(found: Agreement, target: float) -> tuple[str, ...]:
    if not found.total:
        return (_("No audit has been read a second time yet."),)
    told = agreement_words(found, target)
    if not found.is_coefficient_telling:
        return told
    kappa = _("Agreement beyond chance, where 1 is complete and 0 is what chance gives (weighted "
              "kappa): {value}.")  # fmt: skip
    ac1 = _("The same, less moved by one grade being common (AC1): {value}.")
    return (
        *told,
        kappa.format(value=coefficient_words(found.kappa_quadratic, found.fewest)),
        ac1.format(value=coefficient_words(found.ac1, found.fewest)),
    )


def _left(each: Completeness) -> int:
    return each.blank + each.none_on_file + each.not_found + each.not_applicable


def _blank_row(each: Completeness, selection: Selection) -> StackRow:
    name = criterion_words(each.criterion)
    counts = (
        each.answered,
        each.blank,
        each.not_needed,
        each.not_applicable,
        each.none_on_file,
        each.not_found,
    )
    marks = (ANSWERED, *(gap.value for gap in Gap))
    lines = tuple(MarksBehind(name, selection, each.criterion, letters) for letters in marks)
    return StackRow(name, counts, each.asked, lines)
