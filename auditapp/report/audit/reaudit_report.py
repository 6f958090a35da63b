# SPDX-License-Identifier: MPL-2.0
"""Lay a later audit of a case beside the first: what is better, what is not, and the actions."""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.comparison import ComparedLine
from auditapp.judgement.comparison_words import (
    direction_words,
    line_words,
    pointer_words,
    reaudit_words,
    since_then_words,
)
from auditapp.judgement.reaudit import (
    Direction,
    EarlierAction,
    Reaudit,
    compare_with_earlier,
    direction_of,
)
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.closing_part import closed
from auditapp.report.audit.compared_blocks import SideNames, both_facts, grade_table, line_table
from auditapp.report.audit.frame import ReportOptions, framed
from auditapp.report.blocks import (
    Badge,
    Block,
    Cell,
    Column,
    ColumnKind,
    Heading,
    Noted,
    Paragraph,
    Table,
    TextTone,
)
from auditapp.report.document import ReportDocument


def reaudit_report(first: AuditState, second: AuditState, options: ReportOptions) -> ReportDocument:
    """Return the report of a later audit of a case beside the first one."""
    kind = ReportKind.RE_AUDIT
    blocks = closed(_blocks(first, second), kind, second)
    return framed(second, options, kind, _("Then and now"), blocks)


def then_and_now_words(line: ComparedLine) -> str:
    """Say how a criterion stands now against then; of one that has no order, how both differ."""
    direction = direction_of(line)
    if direction is Direction.UNKNOWN:
        return line_words(line)
    return direction_words(direction)


def _blocks(first: AuditState, second: AuditState) -> Iterator[Block]:
    found = compare_with_earlier(first.outline, second.outline)
    names = SideNames(_("Then"), _("Now"))
    yield both_facts(first.audit, second.audit, names)
    yield Paragraph(reaudit_words(found), TextTone.LEAD)
    yield from _actions(found)
    yield from grade_table(found.comparison.grades, names, since_then_words)
    yield Heading(1, _("Criteria then and now"))
    yield line_table(found.comparison.lines, names, then_and_now_words)


def _actions(found: Reaudit) -> Iterator[Block]:
    yield Heading(1, _("The actions of then"))
    if not found.actions:
        yield Paragraph(_("The first audit set no action."))
        return
    columns = (
        Column(_("Action"), 44, ColumnKind.ROW_HEAD),
        Column(_("Stands now"), 18),
        Column(_("What this audit points to"), 38),
    )
    rows = [_row(each) for each in found.actions]
    yield Table(columns, rows, _("Actions of the first audit, and what became of them"))


def _row(each: EarlierAction) -> tuple[Cell, ...]:
    action = each.action
    owner = _("Owner: {who}").format(who=action.owner_role) if action.owner_role else ""
    return (
        Noted(action.what, (owner, action.completion_evidence, action.dropped_reason)),
        Badge(label(action.status)),
        pointer_words(each.points_to) or _("Nothing: a person looks at it."),
    )
