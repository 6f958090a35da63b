# SPDX-License-Identifier: MPL-2.0
"""See whether every part of an audit that came from elsewhere can be shown and worked with here.

The store and the models look at most of it when an audit is read. What they do not look at is
what only this program writes, and a package may be made by another.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from auditapp.checklist.circles import circle_faults
from auditapp.checklist.embedding import embedded
from auditapp.exchange.merging import MERGED_TABLES
from auditapp.model.audit import Audit
from auditapp.model.difference import Difference, difference_key
from auditapp.model.frozen import Frozen
from auditapp.model.history import HistoryEntry
from auditapp.model.records import Record
from auditapp.model.settling import AGREED, DIFFERENCES
from auditapp.model.tables import CHECKLISTS, ONLY, SPECS

_YEARS: Final = range(1900, 2200)
"""Years that a clock, be it wrong, may show. At the ends of the calendar sums of days fail."""


def require_sound(audits: Sequence[Audit], lines: Iterable[HistoryEntry]) -> None:
    """Refuse what would only be found when somebody opens that very part.

    Args:
        audits: the audit as it stands, and as it was each time that it was signed.
        lines: of its history, and of those that merges brought.

    Raises:
        AuditAppError, KeyError, TypeError, ValueError: It is not what this program writes.
    """
    for line in lines:
        _require_moments([line.at])
        for change in line.changes:
            _require_name(change.table, change.key)
    for audit in audits:
        _require_checklists(audit)
        _require_moments(moment for row in audit for moment in _moments(row))
        for name, difference in audit.differences.items():
            _require_difference(name, difference)
        for agreed in audit.agreed.values():
            for row in (each.row for each in agreed.others if each.row is not None):
                _require_row(AGREED, row)


def _require_name(table: str, key: str) -> None:
    """Refuse a row of no table, or one that its table cannot have."""
    if table == DIFFERENCES:
        table, _slash, key = key.partition("/")
    if table == CHECKLISTS:
        return
    if table == "audit" or SPECS[table].has_one_row:
        if key != ONLY:
            raise ValueError("a table with one row has another")
    else:
        SPECS[table].key(key)


def _require_moments(moments: Iterable[dt.datetime]) -> None:
    """Refuse a moment that no clock shows, which every list with a day in it would fail at."""
    if any(moment.year not in _YEARS for moment in moments):
        raise ValueError("a moment out of all time")


def _moments(part: Any) -> Iterator[dt.datetime]:  # noqa: ANN401 - whatever a model holds
    if isinstance(part, dt.datetime):
        yield part
    elif isinstance(part, Frozen):
        yield from _moments(dict(part))
    elif isinstance(part, dict):
        yield from _moments(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _moments(each)


def _require_checklists(audit: Audit) -> None:
    """Refuse a checklist that is not what its pin says, or has questions that show each other."""
    for pin in audit.checklists:
        checklist = embedded(pin.row()).checklist
        is_named = (checklist.id, checklist.version) == (pin.id, pin.version)
        if not is_named or any(circle_faults(checklist)):
            raise ValueError("not the checklist that it is called")


def _require_difference(name: str, difference: Difference) -> None:
    """Refuse a version of a row that nobody could choose."""
    table, key = difference.table, difference.key
    if name != difference_key(table, key) or table not in MERGED_TABLES:
        raise ValueError("a difference in no row")
    _require_name(table, key)
    for row in (each.row for each in difference.others if each.row is not None):
        _require_row(table, row)


def _require_row(table: str, row: Record) -> None:
    if table == CHECKLISTS:
        embedded(row)
    else:
        SPECS[table].model.model_validate(row)
