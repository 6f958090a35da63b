# SPDX-License-Identifier: MPL-2.0
"""Hold to the word that a signed audit does not change, whoever asks for the save.

The rule is checked where an audit's tables become a file, below everything that could be mistaken
or get round it. A signed audit takes new lines of history, what is kept beside it, and what is done
about it afterwards, with the status that comes of that. It is opened for an amendment only in the
same save that keeps all its tables as a signed version; and what is kept there stays.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import orjson
from orjson import Fragment

from auditapp.model.audit import AuditStatus
from auditapp.model.keeping import TABLES as BESIDE_TABLES
from auditapp.model.merged import MERGED_HISTORY
from auditapp.model.tables import AFTER_SIGNING, ONLY
from auditapp.store import refusals
from auditapp.store.migrations import HISTORY_TABLE, META_ROW, META_TABLE, SIGNED_TABLE, Tables

JsonRows = Mapping[str, Fragment]
JsonTables = Mapping[str, JsonRows]
"""Table name, key, row as JSON."""

OWN_TABLES = frozenset({HISTORY_TABLE, META_TABLE, SIGNED_TABLE})

FREE_TABLES = BESIDE_TABLES | AFTER_SIGNING | {MERGED_HISTORY}
"""Tables that are no part of what is signed, and change after the sign-off too."""

HEADER_TABLE = "audit"
"""The table of the one row with the status, which alone of it changes after the sign-off."""

_UNSIGNED = OWN_TABLES | FREE_TABLES
_SIGNED_STATUSES = frozenset(AuditStatus) - {AuditStatus.DRAFT}


class LockChange(StrEnum):
    """Say what a save does to the lock of an audit."""

    NONE = "none"
    SIGN = "sign"
    AMEND = "amend"
    GIVE_UP = "give_up"


def contents(tables: JsonTables) -> Tables:
    """Return what the audit itself says, as fresh copies."""
    return {name: plain(rows) for name, rows in tables.items() if name not in _UNSIGNED and rows}


def own_contents(tables: Tables) -> Tables:
    """Return of the tables of a signed version those that were signed; older ones have more."""
    return {name: rows for name, rows in tables.items() if name not in _UNSIGNED}


def plain(rows: JsonRows) -> dict[str, Any]:
    """Return rows as plain values."""
    read: dict[str, Any] = orjson.loads(orjson.dumps(rows))
    return read


def require_lawful(before: JsonTables, after: JsonTables) -> None:
    """Refuse a save that would alter what was signed.

    Raises:
        AuditLockedError: ``after`` may not take the place of ``before``.
    """
    is_signed = _is_locked(before)
    if not is_signed and not before.get(SIGNED_TABLE):
        return
    # The last line of a draft may still grow: somebody is typing.
    is_lawful = _history_goes_on(before, after, may_rewrite=0 if is_signed else 1)
    is_lawful = is_lawful and _only_grows(before, after, MERGED_HISTORY)
    if is_signed and _is_locked(after):
        is_lawful = is_lawful and _is_kept(before, after) and _says_the_same(before, after)
    elif is_signed:
        is_lawful = is_lawful and _is_opening(before, after)
    else:
        is_lawful = is_lawful and (_is_kept(before, after) or _is_giving_up(before, after))
    if not is_lawful:
        raise refusals.audit_locked()


def _is_locked(tables: JsonTables) -> bool:
    meta = tables.get(META_TABLE, {}).get(META_ROW)
    return meta is not None and bool(orjson.loads(orjson.dumps(meta))["locked"])


def _same(before: JsonRows, after: JsonRows) -> bool:
    return before is after or plain(before) == plain(after)


def _says_the_same(before: JsonTables, after: JsonTables) -> bool:
    names = (before.keys() | after.keys()) - _UNSIGNED - {HEADER_TABLE}
    is_same = all(_same(before.get(name, {}), after.get(name, {})) for name in names)
    return is_same and _header_goes_on(before.get(HEADER_TABLE, {}), after.get(HEADER_TABLE, {}))


def _header_goes_on(before: JsonRows, after: JsonRows) -> bool:
    """Tell whether nothing but the status differs, and that of a signed audit it still is."""
    if _same(before, after):
        return True
    headers = [plain(rows).get(ONLY, {}) for rows in (before, after)]
    statuses = {header.pop("status", None) for header in headers}
    return headers[0] == headers[1] and statuses <= _SIGNED_STATUSES and len(after) == 1


def _is_kept(before: JsonTables, after: JsonTables) -> bool:
    return _same(before.get(SIGNED_TABLE, {}), after.get(SIGNED_TABLE, {}))


def _is_opening(before: JsonTables, after: JsonTables) -> bool:
    """Tell whether what was signed is kept, whole, with what was kept before."""
    kept = plain(before.get(SIGNED_TABLE, {}))
    kept[str(len(kept) + 1)] = {"tables": contents(before)}
    return kept == plain(after.get(SIGNED_TABLE, {}))


def _is_giving_up(before: JsonTables, after: JsonTables) -> bool:
    """Tell whether the audit is again, and locked, what was signed last."""
    kept = plain(before[SIGNED_TABLE])
    last = own_contents(kept.pop(str(len(kept)))["tables"])
    is_back = last == contents(after) and _is_locked(after)
    return is_back and kept == plain(after.get(SIGNED_TABLE, {}))


def _only_grows(before: JsonTables, after: JsonTables, name: str) -> bool:
    old, new = before.get(name, {}), after.get(name, {})
    return old.keys() <= new.keys() and _same(old, {key: new[key] for key in old})


def _history_goes_on(before: JsonTables, after: JsonTables, *, may_rewrite: int) -> bool:
    old, new = before.get(HISTORY_TABLE, {}), after.get(HISTORY_TABLE, {})
    stays = list(old)[: len(old) - may_rewrite]
    if list(new)[: len(stays)] != stays or len(new) < len(old):
        return False
    changed = [key for key in stays if old[key] is not new[key]]
    return plain({key: old[key] for key in changed}) == plain({key: new[key] for key in changed})
