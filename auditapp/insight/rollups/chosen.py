# SPDX-License-Identifier: MPL-2.0
"""Say in SQL which audits a selection takes, as ``Selection`` itself does of an audit."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import orjson

from auditapp.insight.selection import Selection
from auditapp.insight.tables import COHORTS, STATUSES, InsightTables
from auditapp.model.ids import AuditId, QuestionId


@dataclass(frozen=True, slots=True)
class Line:
    """Name what is behind a figure: an audit, and a question of it where it is about one."""

    audit: AuditId
    question: QuestionId | None = None


def chosen(tables: InsightTables, selection: Selection) -> tuple[str, list[Any]]:
    """Return a condition on rows ``a`` of the table of audits, and its values."""
    # Of an audit that is being amended there are two states; see `digest.Facts`.
    terms = ["a.is_latest" if selection.has_drafts else "NOT a.is_draft"]
    values: list[Any] = []

    def add(is_wanted: object, term: str, value: object) -> None:
        """Ask for a condition with its value, if it is wanted."""
        if is_wanted:
            terms.append(term)
            values.append(value)

    lists = "IN (SELECT value FROM json_each(?))"
    add(selection.first, "a.day >= ?", _ordinal(selection.first))
    add(selection.last, "a.day <= ?", _ordinal(selection.last))
    add(selection.audits, f"a.id {lists}", _json(sorted(selection.audits)))
    add(selection.rounds, f"a.round {lists}", _json(sorted(selection.rounds)))
    teams, auditors = tables.teams, tables.auditors
    add(selection.teams, f"a.team {lists}", _json(teams.numbers_of(selection.teams)))
    add(selection.auditors, f"a.auditor {lists}", _json(auditors.numbers_of(selection.auditors)))
    statuses = [number for number, each in enumerate(STATUSES) if each in selection.statuses]
    add(selection.statuses, f"a.status {lists}", _json(statuses))
    bits = sum(1 << number for number, each in enumerate(COHORTS) if each in selection.cohorts)
    add(selection.cohorts, "a.cohorts & ?", bits)
    sheets = tables.checklist_numbers(selection.checklists)
    used = f"a.no IN (SELECT audit FROM sheet WHERE checklist {lists})"
    add(selection.checklists, used, _json(sheets))
    if not selection.has_moderations:
        terms.append("NOT a.is_second")
    return " AND ".join(terms), values


def audits_chosen(tables: InsightTables, selection: Selection) -> tuple[AuditId, ...]:
    """Return the audits that a selection takes, the oldest first."""
    condition, values = chosen(tables, selection)
    query = f"SELECT a.id FROM audit a WHERE {condition} ORDER BY a.no"
    return tuple(AuditId(audit_id) for (audit_id,) in tables.rows(query, values))


def _ordinal(day: dt.date | None) -> int | None:
    return day.toordinal() if day else None


def _json(values: object) -> str:
    return orjson.dumps(values).decode()
