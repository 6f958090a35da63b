# SPDX-License-Identifier: MPL-2.0
"""Let one line of history stand for a whole run of typing in one field."""

import datetime as dt

from auditapp.model.history import HistoryEntry, RowChange


def changed_rows(changes: tuple[RowChange, ...]) -> list[tuple[str, str]]:
    """Return which rows were changed; one that was removed never matches another change."""
    return [(each.table, each.key) for each in changes if each.new is not None]


def grown(running: HistoryEntry, changes: tuple[RowChange, ...], now: dt.datetime) -> HistoryEntry:
    """Return the running entry stretched over ``changes``: its old state, their new one."""
    merged = tuple(
        _merged(before, after) for before, after in zip(running.changes, changes, strict=True)
    )
    return running.model_copy(update={"changes": merged, "at": now}).sealed()


def _merged(before: RowChange, after: RowChange) -> RowChange:
    """Return two changes of one row as one; a row that the first made was not there before."""
    old = None if before.old is None else {**(after.old or {}), **before.old}
    return before.model_copy(
        update={"old": old, "new": {**(before.new or {}), **(after.new or {})}}
    )
