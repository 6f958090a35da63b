# SPDX-License-Identifier: MPL-2.0
"""Find out whether an audit still says what was signed off, each time that it was."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditapp.i18n import _
from auditapp.model.audit import Audit
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.records import Record
from auditapp.model.tables import AFTER_SIGNING, content_hash, to_puts


def is_as_signed(audit: Audit, history: Sequence[HistoryEntry]) -> bool:
    """Tell whether an audit that was signed off still says what was signed; so does any draft."""
    signed = audit.sign_off
    if signed is None or audit.is_draft:
        return signed is None and audit.is_draft
    heads = [entry.previous for entry in history if entry.kind is HistoryKind.SIGNED_OFF]
    is_in_history = signed.history_head in heads
    return is_in_history and content_hash(audit, signed.history_head) == signed.content_hash


def signing_faults(
    audit: Audit, signed: Sequence[Audit], history: Sequence[HistoryEntry]
) -> Iterator[str]:
    """Yield in sentences what is not as it was signed off.

    Args:
        audit: the audit as it is.
        signed: its signed states that were amended since, the original first.
        history: its whole history.
    """
    if not is_as_signed(audit, history):
        yield _("It is not what was signed off.")
    for number, version in enumerate(signed, start=1):
        if version.is_draft or not is_as_signed(version, history):
            yield _("Signed version {number} is not what was signed off.").format(number=number)
    if dict(_followed_up(history)) != _follow_ups(audit):
        yield _("What was done about it afterwards is not what its history says.")
    states = [*signed, audit]
    if states[0].amendment is not None:
        yield _("What was signed before its amendments is missing.")
    for number, (before, after) in enumerate(pairwise(states), start=1):
        if not _amends(after, before, number):
            sentence = _("Amendment {number} does not follow from what was signed before it.")
            yield sentence.format(number=number)


def _follow_ups(audit: Audit) -> dict[tuple[str, str], Record]:
    """Return the rows that no sign-off covers."""
    rows = (put for put in to_puts(audit) if put.table in AFTER_SIGNING)
    return {(put.table, put.key): put.record or {} for put in rows}


def _followed_up(history: Sequence[HistoryEntry]) -> Iterator[tuple[tuple[str, str], Record]]:
    """Yield the same as the lines of the history have it, the last state of each row last."""
    rows: dict[tuple[str, str], Record] = {}
    changes = (each for entry in history for each in entry.changes if each.table in AFTER_SIGNING)
    for change in changes:
        place = (change.table, change.key)
        # Of a row that was there before, a line has only the fields that differ.
        kept = rows.get(place, {}).items() if change.old is not None else ()
        gone = change.old or {}  # a field that holds nothing any more may not be written
        rows[place] = {name: each for name, each in kept if name not in gone} | (change.new or {})
        yield place, rows[place]


def _amends(after: Audit, before: Audit, number: int) -> bool:
    amendment, signed = after.amendment, before.sign_off
    if amendment is None or signed is None:
        return False
    return (amendment.number, amendment.amends) == (number, signed.content_hash)
