# SPDX-License-Identifier: MPL-2.0
"""Join what somebody types in one field, with short pauses, to one line of history."""

import datetime as dt
from typing import Final

from auditapp.model.edits import Edit
from auditapp.model.history import HistoryEntry, RowChange

TYPING_RUN: Final = dt.timedelta(seconds=60)
"""A pause in typing longer than this begins a new line of history."""


def goes_on(last: HistoryEntry, edit: Edit, changes: tuple[RowChange, ...]) -> bool:
    """Tell whether an edit goes on with the last line: same person, same field, no long pause."""
    if not edit.typing or last.typing != edit.typing:
        return False
    is_same = (last.by, last.kind) == (edit.by.name, edit.kind)
    is_same = is_same and _rows(last.changes) == _rows(changes) != []
    # A clock that was put back must not let hours of typing run together.
    return is_same and dt.timedelta() <= edit.by.now - last.at < TYPING_RUN


def _rows(changes: tuple[RowChange, ...]) -> list[tuple[str, str]]:
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
