# SPDX-License-Identifier: MPL-2.0
"""Lay a second reading of a case file beside the first, for the talk in which both agree."""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.comparison import Comparison, compare
from auditapp.judgement.comparison_words import comparison_words, line_words, steps_words
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.closing_part import closed
from auditapp.report.audit.compared_blocks import SideNames, both_facts, grade_table, line_table
from auditapp.report.audit.frame import ReportOptions, framed
from auditapp.report.audit.words import agreed_reason, grade_badge
from auditapp.report.blocks import Block, Column, ColumnKind, Heading, Paragraph, Table, TextTone
from auditapp.report.document import ReportDocument


def comparison_report(
    first: AuditState, second: AuditState, options: ReportOptions
) -> ReportDocument:
    """Return the report of a second reading beside the first one."""
    kind = ReportKind.COMPARISON
    blocks = closed(_blocks(first, second), kind, second)
    return framed(second, options, kind, _("Comparison of two readings"), blocks)


def _blocks(first: AuditState, second: AuditState) -> Iterator[Block]:
    comparison = compare(first.outline, second.outline)
    names = SideNames(_("First reading"), _("Second reading"))
    yield both_facts(first.audit, second.audit, names)
    yield Paragraph(comparison_words(comparison), TextTone.LEAD)
    yield from _agreed(comparison)
    yield from grade_table(comparison.grades, names, steps_words)
    if comparison.differences:
        yield Heading(1, _("Where the readings differ"))
        yield line_table(comparison.differences, names, line_words)
    yield Heading(1, _("Every line"))
    yield line_table(comparison.lines, names, line_words)


def _agreed(comparison: Comparison) -> Iterator[Block]:
    """Show what both agreed on, and why; say so where nothing is on record."""
    agreed = [(each.title, each.agreed) for each in comparison.grades if each.agreed]
    yield Heading(1, _("What was agreed on"))
    if not agreed:
        yield Paragraph(_("No agreed grade is on record yet."))
        return
    columns = (
        Column(_("Grade"), 25, ColumnKind.ROW_HEAD),
        Column(_("Agreed grade"), 20),
        Column(_("Reason"), 55),
    )
    rows = [(title, grade_badge(each.band), agreed_reason(each)) for title, each in agreed]
    yield Table(columns, rows, _("Agreed grades, and why"))
