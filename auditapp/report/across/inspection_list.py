# SPDX-License-Identifier: MPL-2.0
"""List audits for inspectors: by the situation of the child and by date, with grades, no names.

Councils' audits are part of the evidence of an inspection (``hull-visit-6``).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from auditapp.i18n import _, ngettext
from auditapp.insight.grade_counts import GOOD_OR_BETTER
from auditapp.insight.intervals import Share
from auditapp.insight.judged_audits import JudgedAudit
from auditapp.insight.reading import Reading
from auditapp.insight.small_numbers import small_ones_together
from auditapp.judgement.day_words import day_words, month_words
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, framed_across
from auditapp.report.across.parts import facts_of_reading, limits_part, period_subtitle
from auditapp.report.across.share_words import interval_words
from auditapp.report.audit.words import grade_badge
from auditapp.report.blocks import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Noted,
    Paragraph,
    RowGroup,
    Table,
    TableRow,
    TextTone,
)
from auditapp.report.document import ReportDocument

NAMED: Final = 2
"""Checklists of an audit that are named; of more only the first."""

GRADE_WIDTH: Final = 20.8
"""Of a column of grades: the longest of them stands on one line."""

Groups = list[tuple[str, list[JudgedAudit]]]


def inspection_list(reading: Reading, options: AcrossOptions) -> ReportDocument:
    """Return the list of audits, without teams, workers and auditors; cases may have codes."""
    return framed_across(
        ReportKind.INSPECTION_LIST,
        _("Inspection list"),
        period_subtitle(reading),
        options,
        digest=reading.content,
        blocks=_blocks(reading, options),
    )


def _blocks(reading: Reading, options: AcrossOptions) -> Iterator[Block]:
    is_shared = options.is_shared
    groups = _by_situation(reading.audits, is_shared=is_shared)
    yield facts_of_reading(reading, is_shared=is_shared)
    yield Heading(1, _("Audits by situation"))
    yield _counts(groups, is_shared=is_shared)
    yield Heading(1, _("The audits"))
    text = _(
        "The oldest first. Each audit stands once, under the first situation on its front sheet. "
        "The agreed grade is the one that counts after moderation."
    )
    yield Paragraph(text, TextTone.MUTED, leads_in=True)
    yield _list(groups, options)
    notes = [_("The grades are those of auditors of the service itself.")]
    if is_shared:
        notes.append(_("Each line is one child’s file. Whoever holds the codes can tell which."))
    yield from limits_part(reading, is_shared=is_shared, more=notes)


def _by_situation(audits: Sequence[JudgedAudit], *, is_shared: bool) -> Groups:
    """Return the audits of each situation, in the order of the front sheet.

    In what is shared, situations with too few audits are put together.
    """
    found: Mapping[Cohort | None, list[JudgedAudit]] = {each: [] for each in (*Cohort, None)}
    for audit in audits:
        found[audit.cohorts[0] if audit.cohorts else None].append(audit)
    names = [each for each in found if found[each]]
    if not is_shared:
        return [(_name(each), found[each]) for each in names]
    together = small_ones_together(names, lambda each: len(found[each]))
    return [
        (
            _name(group[0]) if len(group) == 1 else _("Other situations"),
            sorted((audit for each in group for audit in found[each]), key=lambda a: a.day),
        )
        for group in together
        if group
    ]


def _name(cohort: Cohort | None) -> str:
    return label(cohort) if cohort else _("No situation named")


def _counts(groups: Groups, *, is_shared: bool) -> Table:
    columns = (
        Column(_("Situation of the child"), 44, ColumnKind.ROW_HEAD),
        Column(_("Practice good or better, with the 95% interval"), 42),
        Column(_("Audits"), 14, ColumnKind.NUMBER),
    )
    rows = []
    for name, audits in groups:
        graded = [audit.practice for audit in audits if audit.practice]
        good = Share(sum(band in GOOD_OR_BETTER for band in graded), len(graded))
        rows.append((name, interval_words(good, is_shared=is_shared), str(len(audits))))
    return Table(columns, rows, _("Audits by the situation of the child"))


def _list(groups: Groups, options: AcrossOptions) -> Table:
    columns = (
        # The checklists stand below the case: beside three grades there is no room for a column.
        Column(_("Case, and checklists"), 21.2, ColumnKind.ROW_HEAD),
        Column(_("Date"), 16.4),
        Column(_("Practice"), GRADE_WIDTH),
        Column(_("Agreed"), GRADE_WIDTH),
        Column(_("Impact"), GRADE_WIDTH),
    )
    rows: list[TableRow] = []
    for name, audits in groups:
        rows.append(RowGroup(name))
        rows += [_row(audit, options) for audit in audits]
    caption = _("Audits by the situation of the child and by date, with their grades")
    return Table(columns, rows, caption, is_small=True)


def _row(audit: JudgedAudit, options: AcrossOptions) -> tuple[Cell, ...]:
    """Return an audit; in what is shared the month stands for the day, and a code for the case."""
    case, others = audit.reference, tuple(map(label, audit.cohorts[1:]))
    if options.is_shared:
        code = options.coder(case) if options.coder else _("[left out]")
        case, others = _("Case {code}").format(code=code), ()
    day = month_words(audit.day) if options.is_shared else day_words(audit.day)
    return (
        Noted(case, (_titles(audit.titles), *others)),
        Noted(day, (_("Draft"),) if audit.is_draft else ()),
        _badge(audit.first_practice),
        _badge(audit.practice) if audit.is_moderated else _("Not moderated"),
        _badge(audit.impact),
    )


def _titles(titles: Sequence[str]) -> str:
    """Return what was looked at, in no more than a line or two."""
    if len(titles) <= NAMED:
        return "; ".join(titles)
    words = ngettext("{first} and {count} more", "{first} and {count} more", len(titles) - 1)
    return words.format(first=titles[0], count=len(titles) - 1)


def _badge(band: GradeBand | None) -> Cell:
    return grade_badge(band) if band else _("No grade")
