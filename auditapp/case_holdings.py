# SPDX-License-Identifier: MPL-2.0
"""Describe everything that is held on one case reference."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from auditapp.avoided_names import loose_pattern
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId, CaseReference, RecordId, RoundId
from auditapp.model.keeping import Beside
from auditapp.model.records import Record
from auditapp.model.register import Register, RegisterEntry
from auditapp.model.texts import WrittenText, texts_in_row, texts_of


@dataclass(frozen=True, slots=True)
class CaseAudit:
    """Hold one audit of the case file, whole.

    ``brought`` are lines of histories on other computers that came with it.
    """

    row: AuditRow
    audit: Audit
    history: tuple[HistoryEntry, ...]
    beside: Beside
    brought: tuple[HistoryEntry, ...] = ()

    @property
    def exports(self) -> tuple[HistoryEntry, ...]:
        """The lines about reports that left the workspace, oldest first."""
        return tuple(entry for entry in self.history if entry.kind is HistoryKind.EXPORTED)

    def record(self) -> dict[str, Any]:
        """Return all of it as plain data. Of the names to be avoided only their number.

        Those are other people's too: the front sheet shows them to whoever has the passphrase.
        """
        return {
            "audit": self.audit.model_dump(mode="json"),
            "history": [entry.record() for entry in self.history],
            "history_from_elsewhere": [entry.record() for entry in self.brought],
            "hold": self.beside.hold.record() if self.beside.hold else None,
            "names_to_be_avoided": len(self.beside.names),
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """Name an audit of another case file that mentions the reference, and in which places.

    What is written there no more, and the history still says, is in a place of the history.
    """

    row: AuditRow
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """Hold an entry of a register."""

    register: Register
    id: RecordId
    entry: RegisterEntry

    def record(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        return {"register": self.register, "id": self.id, **self.entry.record()}


@dataclass(frozen=True, slots=True)
class FoundRound:
    """Name a round on whose list the case is, and hold all that the round holds on it."""

    id: RoundId
    name: str
    case: CaseReference
    held: Record

    def record(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        return {"round": self.id, "name": self.name, "case": self.case, "held": self.held}


@dataclass(frozen=True, slots=True)
class CaseHoldings:
    """Hold what was found. The figures of erased audits name nobody, so none can be found.

    ``draft_front`` are the fields of a front sheet that was begun; ``unreadable`` are the audits
    that could not be opened, of which only the row was looked at. ``entries`` are those of the
    registers that mention the case, or are about an audit of it; ``rounds`` have it on their list.
    """

    reference: str
    audits: tuple[CaseAudit, ...]
    mentions: tuple[Mention, ...]
    draft_front: dict[str, Any] | None
    unreadable: tuple[AuditId, ...]
    entries: tuple[FoundEntry, ...] = ()
    has_unread_registers: bool = False
    rounds: tuple[FoundRound, ...] = ()
    has_unread_rounds: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was found."""
        return not (self.audits or self.mentions or self.draft_front or self.entries or self.rounds)

    def record(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        return {
            "format": "case-holdings/1",
            "reference": self.reference,
            "audits": [each.record() for each in self.audits],
            "mentioned_in": [
                {"audit": each.row.id, "places": list(each.places)} for each in self.mentions
            ],
            "front_sheet_begun": self.draft_front,
            "audits_that_could_not_be_read": list(self.unreadable),
            "entries_of_registers": [each.record() for each in self.entries],
            "registers_could_not_be_read": self.has_unread_registers,
            "rounds": [each.record() for each in self.rounds],
            "rounds_could_not_be_read": self.has_unread_rounds,
        }


def reference_pattern(reference: str) -> re.Pattern[str]:
    """Return what finds a case reference, forgiving case and what stands between its parts.

    Raises:
        NotAllowedError: There is no letter and no digit in it.
    """
    words = loose_pattern(reference)
    if not words:
        raise NotAllowedError(_("There is no case reference to look for."), _("Type one."))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


def places_of_mention(audit: Audit, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return where ``pattern`` stands in the texts of an audit: tables, keys and fields."""
    return _places(texts_of(audit), pattern)


def places_ever_of_mention(held: CaseAudit, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return the same, and where it stood once, here or on another computer: ``history/...``."""
    now = places_of_mention(held.audit, pattern)
    once = _places(_once_written((*held.history, *held.brought)), pattern)
    return (*now, *(f"history/{place}" for place in once if place not in now))


def _places(texts: Iterator[WrittenText], pattern: re.Pattern[str]) -> tuple[str, ...]:
    found = (f"{t.table}/{t.key}/{t.field}" for t in texts if pattern.search(t.text))
    return tuple(dict.fromkeys(found))


def _once_written(history: tuple[HistoryEntry, ...]) -> Iterator[WrittenText]:
    for entry in history:
        yield WrittenText("line", entry.hash, "detail", entry.detail)
        for change in entry.changes:
            for row in (change.old, change.new):
                yield from texts_in_row(change.table, change.key, row or {})
