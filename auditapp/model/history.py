# SPDX-License-Identifier: MPL-2.0
"""Keep the history of an audit: who changed what, when, from what to what.

Each entry carries the hash of the one before it, so that a missing or altered entry shows. The
history is also the undo list: undoing adds an entry that takes an earlier one back, so it works
across restarts and is itself on record.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from pydantic import AwareDatetime

from auditapp.model.chain import Link
from auditapp.model.frozen import Frozen
from auditapp.model.records import Record


class HistoryKind(StrEnum):
    """Say what sort of change an entry records."""

    CREATED = "created"
    FRONT_SHEET = "front_sheet"
    ANSWER = "answer"
    NOTE = "note"
    EVIDENCE = "evidence"
    CAUSE = "cause"
    FLAG = "flag"
    GRADE = "grade"
    ACTION = "action"
    CONCERN = "concern"
    FEEDBACK = "feedback"
    OVERALL = "overall"
    CONFIRMED = "confirmed"
    MIGRATED = "migrated"
    UNDONE = "undone"
    REDONE = "redone"
    SIGNED_OFF = "signed_off"
    AMENDED = "amended"
    AMENDMENT_GIVEN_UP = "amendment_given_up"
    EXPORTED = "exported"
    RECOVERED = "recovered"
    RESTORED = "restored"
    HELD = "held"
    RELEASED = "released"
    NAMES_AVOIDED = "names_avoided"
    LINKED = "linked"
    FOLLOWED_UP = "followed_up"
    AGREED = "agreed"
    CLOSED = "closed"


FIXED_KINDS = frozenset(
    {
        HistoryKind.CREATED,
        HistoryKind.CONCERN,
        HistoryKind.UNDONE,
        HistoryKind.REDONE,
        HistoryKind.EXPORTED,
        HistoryKind.RECOVERED,
        HistoryKind.RESTORED,
        HistoryKind.HELD,
        HistoryKind.RELEASED,
        HistoryKind.NAMES_AVOIDED,
        HistoryKind.FOLLOWED_UP,
        HistoryKind.AGREED,
        HistoryKind.CLOSED,
    }
)
"""Kinds that undo steps over: they record that something happened, and it did.

A concern is among them, because one that was raised is never removed. So is what became of an
action: somebody may have relied on it, and it is put right by a further step with its reason.
"""

NO_CHANGES = frozenset(
    {
        HistoryKind.EXPORTED,
        HistoryKind.HELD,
        HistoryKind.RELEASED,
        HistoryKind.NAMES_AVOIDED,
    }
)
"""Kinds that leave all that the audit says as it was."""


BOUNDARIES = frozenset(
    {HistoryKind.SIGNED_OFF, HistoryKind.AMENDED, HistoryKind.AMENDMENT_GIVEN_UP}
)
"""Kinds that undo never goes past: what was signed is not taken back step by step."""


class UndoReach(StrEnum):
    """Say what undo and redo can still do about one entry."""

    NEXT = "next"
    LATER = "later"
    UNDONE = "undone"
    TO_REDO = "to_redo"
    BEYOND = "beyond"


class RowChange(Frozen):
    """Hold one changed row. Where it existed before and after, only the fields that differ."""

    table: str
    key: str
    old: Record | None
    new: Record | None


class HistoryEntry(Link):
    """Hold one change. ``seq`` counts from 1; ``takes_back`` names the entry undone or redone.

    ``typing`` names the text field whose typing an entry records: while the typing goes on, the
    last entry grows, instead of leaving one entry behind for every pause.
    """

    at: AwareDatetime
    by: str
    kind: HistoryKind
    changes: tuple[RowChange, ...] = ()
    detail: str = ""
    takes_back: int | None = None
    typing: str = ""


def last_change(history: Sequence[HistoryEntry]) -> dt.datetime:
    """Return when something was last changed: an export or a hold is no change."""
    changes = (entry.at for entry in reversed(history) if entry.kind not in NO_CHANGES)
    return next(changes, history[-1].at)


def undo_target(history: Sequence[HistoryEntry]) -> HistoryEntry | None:
    """Return the change that undo would take back next."""
    done, _undone = _stacks(history)
    return done[-1] if done else None


def redo_target(history: Sequence[HistoryEntry]) -> HistoryEntry | None:
    """Return the change that redo would make again next."""
    _done, undone = _stacks(history)
    return undone[-1] if undone else None


def undo_reach(history: Sequence[HistoryEntry], *, can_edit: bool) -> Mapping[int, UndoReach]:
    """Return for each entry, by its number, whether undo or redo would reach it.

    ``NEXT`` is what undo takes back now, ``LATER`` what it takes back after that, ``TO_REDO`` what
    redo makes again now, ``UNDONE`` everything else that was taken back. Where ``can_edit`` is
    false, nothing is taken back any more.
    """
    reach = {entry.seq: UndoReach.BEYOND for entry in history}
    reach.update(dict.fromkeys(_taken_back(history), UndoReach.UNDONE))
    if can_edit:
        done, undone = _stacks(history)
        reach.update((entry.seq, UndoReach.LATER) for entry in done)
        reach.update((entry.seq, UndoReach.NEXT) for entry in done[-1:])
        reach.update((entry.seq, UndoReach.TO_REDO) for entry in undone[-1:])
    return reach


def _taken_back(history: Sequence[HistoryEntry]) -> Iterator[int]:
    """Yield the number of each entry whose last word was that it is taken back."""
    last = {entry.takes_back: entry.kind for entry in history if entry.takes_back is not None}
    return (seq for seq, kind in last.items() if kind is HistoryKind.UNDONE)


def _stacks(
    history: Sequence[HistoryEntry],
) -> tuple[list[HistoryEntry], list[HistoryEntry]]:
    """Return the changes that stand and those taken back, each with the next one last."""
    done: list[HistoryEntry] = []
    undone: list[HistoryEntry] = []
    for entry in history:
        if entry.kind in BOUNDARIES:
            done.clear()
            undone.clear()
        elif entry.kind is HistoryKind.UNDONE:
            undone.append(done.pop())
        elif entry.kind is HistoryKind.REDONE:
            done.append(undone.pop())
        elif entry.kind not in FIXED_KINDS:
            done.append(entry)
            undone.clear()
    return done, undone
