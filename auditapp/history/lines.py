# SPDX-License-Identifier: MPL-2.0
"""Put the history of an audit into lines that people read.

A line says who did what, when and where, from what to what, and whether undo would reach it. The
window, the spreadsheet file and the notice after an undo all tell a change in these words.
"""

import datetime as dt
import re
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from auditapp.history.places import Places
from auditapp.history.row_changes import RowWords, row_words
from auditapp.i18n import _, ngettext
from auditapp.judgement.outline import Outline
from auditapp.model.chain import first_fault
from auditapp.model.history import HistoryEntry, HistoryKind, UndoReach, undo_reach
from auditapp.model.ids import QuestionKey
from auditapp.model.labels import label

_EXPORT: Final = re.compile("([a-z]+) ([0-9a-f]{64})")


class LineGroup(StrEnum):
    """Name the kinds of lines that people look for."""

    ANSWERS = "answers"
    GRADES = "grades"
    ACTIONS = "actions"
    CONCERNS = "concerns"
    FEEDBACK = "feedback"
    FRONT = "front"
    SIGN_OFF = "sign_off"
    EXPORTS = "exports"
    MOVED = "moved"
    UNDONE = "undone"
    RECOVERED = "recovered"
    KEEPING = "keeping"


GROUP_OF: Final = {
    HistoryKind.CREATED: LineGroup.FRONT,
    HistoryKind.FRONT_SHEET: LineGroup.FRONT,
    HistoryKind.ANSWER: LineGroup.ANSWERS,
    HistoryKind.NOTE: LineGroup.ANSWERS,
    HistoryKind.EVIDENCE: LineGroup.ANSWERS,
    HistoryKind.CAUSE: LineGroup.ANSWERS,
    HistoryKind.FLAG: LineGroup.ANSWERS,
    HistoryKind.CONFIRMED: LineGroup.ANSWERS,
    HistoryKind.GRADE: LineGroup.GRADES,
    HistoryKind.OVERALL: LineGroup.GRADES,
    HistoryKind.ACTION: LineGroup.ACTIONS,
    HistoryKind.CONCERN: LineGroup.CONCERNS,
    HistoryKind.FEEDBACK: LineGroup.FEEDBACK,
    HistoryKind.MIGRATED: LineGroup.MOVED,
    HistoryKind.UNDONE: LineGroup.UNDONE,
    HistoryKind.REDONE: LineGroup.UNDONE,
    HistoryKind.SIGNED_OFF: LineGroup.SIGN_OFF,
    HistoryKind.EXPORTED: LineGroup.EXPORTS,
    HistoryKind.AMENDED: LineGroup.SIGN_OFF,
    HistoryKind.AMENDMENT_GIVEN_UP: LineGroup.SIGN_OFF,
    HistoryKind.RECOVERED: LineGroup.RECOVERED,
    HistoryKind.RESTORED: LineGroup.RECOVERED,
    HistoryKind.HELD: LineGroup.KEEPING,
    HistoryKind.RELEASED: LineGroup.KEEPING,
    HistoryKind.NAMES_AVOIDED: LineGroup.KEEPING,
    HistoryKind.IMPORTED: LineGroup.EXPORTS,
    HistoryKind.MERGED: LineGroup.EXPORTS,
    HistoryKind.SETTLED: LineGroup.ANSWERS,
    HistoryKind.LINKED: LineGroup.FRONT,
    HistoryKind.FOLLOWED_UP: LineGroup.ACTIONS,
    HistoryKind.AGREED: LineGroup.GRADES,
    HistoryKind.CLOSED: LineGroup.SIGN_OFF,
}
"""Where each kind of entry belongs."""

GROUP_WORDS: Final = {
    LineGroup.ANSWERS: _("Answers"),
    LineGroup.GRADES: _("Grades and summary"),
    LineGroup.ACTIONS: _("Actions"),
    LineGroup.CONCERNS: _("Concerns"),
    LineGroup.FEEDBACK: _("Feedback"),
    LineGroup.FRONT: _("Start and front sheet"),
    LineGroup.SIGN_OFF: _("Sign-off and amendments"),
    LineGroup.EXPORTS: _("Exports, prints and imports"),
    LineGroup.MOVED: _("Moved to another version"),
    LineGroup.UNDONE: _("Undone and made again"),
    LineGroup.RECOVERED: _("Recovered and restored"),
    LineGroup.KEEPING: _("Holds and names to be avoided"),
}

_CAME: Final = {
    HistoryKind.ANSWER: _("Answer given"),
    HistoryKind.GRADE: _("Grade given"),
    HistoryKind.ACTION: _("Action set"),
    HistoryKind.CONCERN: _("Concern raised"),
    HistoryKind.FEEDBACK: _("Feedback recorded"),
}
_WENT: Final = {
    HistoryKind.ANSWER: _("Answer cleared"),
    HistoryKind.GRADE: _("Grade taken back"),
    HistoryKind.ACTION: _("Action removed"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Hold one line. ``at`` is aware; ``note`` is what there is to say beside the rows."""

    seq: int
    at: dt.datetime
    by: str
    kind: HistoryKind
    title: str
    rows: tuple[RowWords, ...]
    note: str
    reach: UndoReach
    hash: str

    @property
    def group(self) -> LineGroup:
        """Return the kind of lines that this one belongs to."""
        return GROUP_OF[self.kind]

    def is_about(self, question: QuestionKey) -> bool:
        """Tell whether anything about a question changed."""
        return any(row.place.question == question for row in self.rows)


@dataclass(frozen=True, slots=True)
class AuditHistory:
    """Hold the lines of an audit, oldest first.

    ``fault`` is the number of the first line that does not follow from the one before, if any.
    """

    lines: tuple[HistoryLine, ...]
    fault: int | None


def read_history(outline: Outline, history: Sequence[HistoryEntry]) -> AuditHistory:
    """Put the whole history of the audit in ``outline`` into words, and follow its chain."""
    places = Places(outline, history)
    reach = undo_reach(history, can_edit=outline.audit.is_draft)
    lines = tuple(_line(entry, places, reach[entry.seq]) for entry in history)
    return AuditHistory(lines, first_fault(history))


def read_entry(outline: Outline, entry: HistoryEntry) -> HistoryLine:
    """Put one entry into words that may be the last: whether undo reaches it is not known."""
    return _line(entry, Places(outline, (entry,)), UndoReach.BEYOND)


class Chained(Protocol):
    """Have lines, and the number of the first one that is not what was written, if any."""

    @property
    def lines(self) -> Sized:
        """The lines."""

    @property
    def fault(self) -> int | None:
        """That number."""


def chain_words(history: Chained) -> str:
    """Say whether each line follows from the one before."""
    if history.fault is not None:
        return _("Line {number} is not what was written, or a line before it is missing.").format(
            number=history.fault
        )
    if len(history.lines) == 1:
        return _("There is one line, and it is as it was written.")
    words = _("All {count} lines follow from each other: none was changed, and none is missing.")
    return words.format(count=f"{len(history.lines):,}")


def _line(entry: HistoryEntry, places: Places, reach: UndoReach) -> HistoryLine:
    rows = tuple(row_words(change, places) for change in entry.changes)
    return HistoryLine(
        seq=entry.seq,
        at=entry.at,
        by=entry.by,
        kind=entry.kind,
        title=_title(entry.kind, rows),
        rows=rows,
        note=_note(entry),
        reach=reach,
        hash=entry.hash,
    )


def _title(kind: HistoryKind, rows: Sequence[RowWords]) -> str:
    """Say what happened, more closely than the kind does where the rows tell."""
    if kind is HistoryKind.CONCERN and _is_closing(rows):
        return _("Concern closed")
    telling = _telling_row(kind, rows)
    if telling is not None and telling[1] and not telling[0]:
        return _CAME.get(kind) or label(kind)
    if telling is not None and telling[0] and not telling[1]:
        return _WENT.get(kind) or label(kind)
    return label(kind)


def _telling_row(kind: HistoryKind, rows: Sequence[RowWords]) -> tuple[bool, bool] | None:
    """Return whether there was something and is something now; None where rows do not tell."""
    if not rows:
        return None
    row = rows[0]
    if kind is not HistoryKind.ANSWER:
        return row.was_there, row.is_there
    given = next((each for each in row.fields if each.name == _("Answer")), None)
    return None if given is None else (bool(given.old), bool(given.new))


def _is_closing(rows: Sequence[RowWords]) -> bool:
    fields = (field for row in rows if row.was_there for field in row.fields)
    return any(field.name == _("Closed") and field.new for field in fields)


def _note(entry: HistoryEntry) -> str:
    if entry.kind is HistoryKind.UNDONE:
        return _("Takes line {number} back.").format(number=entry.takes_back)
    if entry.kind is HistoryKind.REDONE:
        return _("Makes line {number} again.").format(number=entry.takes_back)
    if entry.kind is HistoryKind.NAMES_AVOIDED and entry.detail.isdecimal():
        return _name_count(int(entry.detail))
    return _EXPORT.sub(_export_words, entry.detail)


def _name_count(count: int) -> str:
    """Say how many names must not appear; the history never has the names themselves."""
    return ngettext("{count} name", "{count} names", count).format(count=count)


def _export_words(match: re.Match[str]) -> str:
    """Name a file that was saved; in the history it stands as its kind and its hash."""
    return _("{kind} file, SHA-256 {digest}").format(kind=match[1].upper(), digest=match[2])
