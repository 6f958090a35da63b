# SPDX-License-Identifier: MPL-2.0
"""Put the logbook of a workspace into lines that people read."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _
from auditapp.model.labels import label
from auditapp.model.logbook import LogEntry, LogKind

_OF_ROUNDS: Final = frozenset(
    {
        LogKind.ROUND_MADE,
        LogKind.ROUND_DRAWN,
        LogKind.ROUND_DRAW_TAKEN_BACK,
        LogKind.ROUND_REMOVED,
        LogKind.ROUND_CASE_ERASED,
    }
)
"""What a line says of these is the id of a round."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """Hold one line. ``at`` is aware; ``audit`` names the audit it is about, if there is one."""

    seq: int
    at: dt.datetime
    by: str
    kind: LogKind
    title: str
    note: str
    audit: str
    hash: str


def log_lines(
    entries: Sequence[LogEntry], references: Mapping[str, str], rounds: Mapping[str, str]
) -> list[LogLine]:
    """Put the logbook into words, oldest first.

    Args:
        entries: The logbook.
        references: The case reference of each audit that is still there, by its id.
        rounds: The name of each round that is still there, by its id.
    """
    return [_line(entry, references, rounds) for entry in entries]


def _line(entry: LogEntry, references: Mapping[str, str], rounds: Mapping[str, str]) -> LogLine:
    is_round = entry.kind in _OF_ROUNDS
    return LogLine(
        seq=entry.seq,
        at=entry.at,
        by=entry.by,
        kind=entry.kind,
        title=label(entry.kind),
        note=rounds.get(entry.detail, "") if is_round else entry.detail,
        audit=_audit_words(entry.audit_id, references),
        hash=entry.hash,
    )


def _audit_words(audit_id: str, references: Mapping[str, str]) -> str:
    if not audit_id:
        return ""
    if audit_id in references:
        return references[audit_id]
    return _("An audit that is no longer here ({id})").format(id=audit_id)
