# SPDX-License-Identifier: MPL-2.0
"""Put together what was done about one signed audit on two computers. What was signed stays.

Steps of actions are only ever added, so both computers have all of them after that. Grades that
were agreed apart stand beside each other until a person agrees anew. How far the work is, closed or
not, follows from the lines of both histories alone, so that it is the same wherever they meet.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from auditapp.exchange.merging import Merge, Side, merge
from auditapp.model.audit import AuditStatus
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.records import Put
from auditapp.model.tables import AFTER_SIGNING, ONLY
from auditapp.store.migrations import META_ROW, META_TABLE

_KINDS: Final = frozenset({HistoryKind.FOLLOWED_UP, HistoryKind.AGREED, HistoryKind.CLOSED})
_TABLES: Final = AFTER_SIGNING | {"audit"}


def are_follow_ups(lines: Iterable[HistoryEntry]) -> bool:
    """Tell whether lines are about nothing but what goes on after a sign-off."""
    return all(
        line.kind in _KINDS and all(change.table in _TABLES for change in line.changes)
        for line in lines
    )


def merge_follow_ups(ours: Side, theirs: Side) -> Merge | None:
    """Work out what ``theirs`` did about an audit that ``ours`` did not; None where nothing is new.

    Each was signed; ``ours`` may be amended since, or be open for that. Nothing is written by this.
    """
    found = merge(ours, theirs, AFTER_SIGNING)
    if found is None or not ours.tables[META_TABLE][META_ROW]["locked"]:
        return found
    status = _status({**theirs.lines, **ours.lines}, ours.history)
    row = ours.tables["audit"][ONLY]
    if row["status"] == status.value:
        return found
    put = Put("audit", ONLY, {**row, "status": status.value})
    return Merge((*found.puts, put), found.writers, found.entries, found.taken, found.differences)


def _status(lines: Mapping[str, HistoryEntry], history: Iterable[HistoryEntry]) -> AuditStatus:
    """Return how far the work on a signed audit is, by all that is known of it.

    Args:
        lines: every line that either side has seen, by its hash.
        history: that of one side, in which the last sign-off is.
    """
    signed = [line.hash for line in history if line.kind is HistoryKind.SIGNED_OFF][-1]
    passed = _led_to(lines, signed) | {signed}
    since = [line for key, line in lines.items() if key not in passed]
    steps = {line.hash for line in since if line.kind is HistoryKind.FOLLOWED_UP}
    closings = (line.hash for line in since if line.kind is HistoryKind.CLOSED)
    if any(steps <= _led_to(lines, each) for each in closings):
        return AuditStatus.CLOSED  # by somebody who knew of every step
    if any(line.kind is HistoryKind.AGREED for line in since):
        return AuditStatus.MODERATED
    return AuditStatus.SIGNED_OFF


def _led_to(lines: Mapping[str, HistoryEntry], key: str) -> set[str]:
    """Return the hashes of the lines that whoever wrote one had seen."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        line = lines.get(waiting.pop())
        if line is None:
            continue
        seen = {line.previous, *(line.merged.entries if line.merged else ())} - found
        found |= seen
        waiting += seen
    return found
