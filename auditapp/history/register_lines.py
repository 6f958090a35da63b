# SPDX-License-Identifier: MPL-2.0
"""Put the history of the registers into lines that people read."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from auditapp.history.field_words import plain_words
from auditapp.history.row_changes import FieldChange
from auditapp.i18n import _
from auditapp.model.ledger import LedgerChange, LedgerEntry
from auditapp.model.records import Record
from auditapp.model.register import ENTRIES, Register

_SHARED: Final = {"team": _("Team"), "theme": _("Theme")}
FIELD_NAMES: Final[Mapping[Register, Mapping[str, str]]] = {
    Register.DISPUTES: {
        "matter": _("What it is about"),
        "kind": _("Between whom"),
        "raised_by_role": _("Raised by"),
        "raised_on": _("Raised on"),
        "level": _("Level"),
        "reply_due": _("Reply due"),
        "settled_on": _("Settled on"),
        "result": _("Result"),
        "audit": _("Audit"),
        "question": _("Question"),
        **_SHARED,
    },
    Register.LEARNING: {
        "message": _("Message"),
        "audience": _("For whom"),
        "method": _("How it went out"),
        "sent_on": _("Sent on"),
        "check_due": _("Effect to be looked at"),
        "checked_on": _("Effect looked at"),
        "check_found": _("Effect found"),
        **_SHARED,
    },
    Register.ACTIVITIES: {
        "kind": _("Kind"),
        "held_on": _("Date"),
        "found": _("What was found"),
        "source": _("Source"),
        **_SHARED,
    },
}
"""What each field of an entry is called, in the order in which it is told."""

UNSAID: Final = frozenset({"author", "created_at"})
"""Stamps, which the line itself says."""

_TITLES: Final = {
    "added": _("Entry added"),
    "changed": _("Entry changed"),
    "removed": _("Entry removed"),
    "erased": _("Entry erased"),
}


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """Hold one line: who did what to one entry, field by field; nothing of what was erased."""

    seq: int
    at: dt.datetime
    by: str
    title: str
    register: Register
    key: str
    fields: tuple[FieldChange, ...]
    note: str
    hash: str
    is_erased: bool


def register_lines(history: Sequence[LedgerEntry]) -> list[RegisterLine]:
    """Put the history of the registers into words, oldest first: a line for each entry in it."""
    return [_line(entry, change) for entry in history for change in entry.changes]


def _line(entry: LedgerEntry, change: LedgerChange) -> RegisterLine:
    return RegisterLine(
        seq=entry.seq,
        at=entry.at,
        by=entry.by,
        title=_TITLES.get(entry.what, entry.what),
        register=Register(change.table),
        key=change.key,
        fields=tuple(_fields(Register(change.table), change.old or {}, change.new or {})),
        note=entry.detail,
        hash=entry.hash,
        is_erased=change.is_erased,
    )


def _fields(register: Register, old: Record, new: Record) -> Iterator[FieldChange]:
    model = ENTRIES[register]
    for name, title in FIELD_NAMES[register].items():
        annotation: Any = model.model_fields[name].annotation
        was, now = (_words(annotation, row.get(name)) for row in (old, new))
        if was != now:
            yield FieldChange(title, was, now, is_prose=annotation is str)


def _words(annotation: Any, stored: object) -> str:  # noqa: ANN401 - whatever a field holds
    if stored is None:
        return ""
    try:
        return plain_words(TypeAdapter(annotation).validate_python(stored))
    except ValidationError:  # an old line, whatever a field may hold today
        return plain_words(stored)
