# SPDX-License-Identifier: MPL-2.0
"""Decide what of an audit goes into a package, and make of what comes an audit for the store."""

import hashlib
from collections.abc import Mapping
from typing import Final

import orjson

from auditapp.exchange import refusals
from auditapp.exchange.contents import PackagedAudit
from auditapp.exchange.merging import Side
from auditapp.i18n import _
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author
from auditapp.model.exchange import Purpose
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.keeping import TABLES as BESIDE_TABLES
from auditapp.model.links import Links
from auditapp.model.merged import MERGED_HISTORY
from auditapp.model.records import Record
from auditapp.model.tables import CHECKLISTS, ONLY, SPECS, Tables
from auditapp.store.migrations import (
    HISTORY_TABLE,
    META_ROW,
    META_TABLE,
    SCHEMA_VERSION,
    SIGNED_TABLE,
    migrate,
)

_STORED: Final = frozenset({HISTORY_TABLE, META_TABLE, SIGNED_TABLE})
_KNOWN: Final = frozenset({"audit", CHECKLISTS, MERGED_HISTORY, *SPECS}) | _STORED
_COUNTED: Final = (HISTORY_TABLE, SIGNED_TABLE)
"""Tables whose rows have their numbers for names; the next row gets the next number."""

_BLIND: Final = ("front", CHECKLISTS)

_FIRST_READING: Final = frozenset({"auditor", "sources_used", "is_independent"})
"""Fields of a front sheet that are about the first auditor and not about the child."""


def moderated_by(tables: Tables) -> AuditId | None:
    """Return which audit this one moderates, None when it is no moderation."""
    first: AuditId | None = tables.get("links", {}).get(ONLY, {}).get("moderates")
    return first


def require_fit(purpose: Purpose, reference: str, tables: Tables) -> None:
    """Refuse an audit that may not go out for this purpose.

    Raises:
        NotAllowedError: A moderation cannot be moderated; only one that was signed goes back, and
            only what was signed is audited again.
    """
    is_signed = tables[META_TABLE][META_ROW]["locked"]
    is_moderation = moderated_by(tables) is not None
    if purpose is Purpose.FOR_MODERATION and is_moderation:
        raise refusals.not_sendable(reference, _("It is itself the second reading of an audit."))
    if purpose is Purpose.MODERATED and not is_moderation:
        raise refusals.not_sendable(reference, _("It is not the second reading of an audit."))
    if purpose in (Purpose.MODERATED, Purpose.RE_AUDIT) and not is_signed:
        raise refusals.not_sendable(reference, _("Sign it off first."))


def pack(purpose: Purpose, audit_id: AuditId, tables: Tables) -> PackagedAudit:
    """Return what of an audit goes out.

    A blind copy has the facts about the child and the checklists, and not a trace of the first
    reading. What is kept beside an audit, such as names to be avoided, never leaves a computer.
    """
    if purpose is Purpose.FOR_MODERATION:
        return PackagedAudit(id=audit_id, tables=_blind(tables))
    held = {name: rows for name, rows in tables.items() if name not in BESIDE_TABLES}
    return PackagedAudit(id=audit_id, tables=held)


def unpack(packaged: PackagedAudit) -> Tables:
    """Return the tables of an audit that came whole, in the form of today.

    Raises:
        PackageError: They are not those of an audit, or not of the one that is named.
        SchemaTooNewError: A newer version of this program wrote them.
    """
    try:
        tables: Tables = orjson.loads(migrate(orjson.dumps(packaged.tables)))
        is_fitting = tables["audit"][ONLY]["id"] == packaged.id and bool(tables[HISTORY_TABLE])
        is_draft = tables["audit"][ONLY]["status"] == AuditStatus.DRAFT
        is_fitting = is_fitting and tables[META_TABLE][META_ROW]["locked"] is (not is_draft)
        is_fitting = is_fitting and all(_is_counted(tables.get(name, {})) for name in _COUNTED)
    except (KeyError, TypeError, ValueError):
        raise refusals.package_damaged() from None
    if not is_fitting or not tables.keys() <= _KNOWN:
        raise refusals.package_damaged()
    return tables


def moderation(packaged: PackagedAudit, new_id: AuditId, by: Author) -> Tables:
    """Return the audit with which somebody reads a case file for the second time, blind.

    Raises:
        PackageError: The package holds more, or less, than a second reader is given.
    """
    if sorted(packaged.tables) != sorted(_BLIND) or ONLY not in packaged.tables["front"]:
        raise refusals.package_damaged()
    front = packaged.tables["front"][ONLY]
    if not _FIRST_READING.isdisjoint(front):
        raise refusals.package_damaged()
    created = HistoryEntry(seq=1, at=by.now, by=by.name, kind=HistoryKind.CREATED).sealed()
    header = {"id": new_id, "created_at": by.now.isoformat(), "status": AuditStatus.DRAFT.value}
    return {
        "audit": {ONLY: header},
        CHECKLISTS: packaged.tables[CHECKLISTS],
        "front": {ONLY: {**front, "auditor": by.name}},
        "links": {ONLY: Links(moderates=AuditId(packaged.id)).record()},
        HISTORY_TABLE: {"1": created.record()},
        META_TABLE: {META_ROW: {"schema": SCHEMA_VERSION, "locked": False}},
    }


def moderation_id(first: AuditId, workspace: str) -> AuditId:
    """Return the id that a workspace gives its moderation of an audit: the same each time."""
    return _derived_id(f"moderation {first} {workspace}")


def copy_id(audit_id: AuditId, head: str) -> AuditId:
    """Return the id under which a draft is kept as an audit of its own; ``head``: its last line."""
    return _derived_id(f"copy {audit_id} {head}")


def signed_copy_id(audit_id: AuditId, ours: Side, theirs: Side) -> AuditId:
    """Return the id under which an audit is kept that was signed with other contents than ours.

    It is the same for every package that comes after, whatever is done about that audit.
    """
    signed = (line.hash for line in theirs.history if line.kind is HistoryKind.SIGNED_OFF)
    return _derived_id(
        f"signed {audit_id} {next(each for each in signed if each not in ours.lines)}"
    )


def as_copy(tables: Tables, new_id: AuditId) -> Tables:
    """Return the tables of a draft under another id."""
    header: Record = {**tables["audit"][ONLY], "id": new_id}
    return {**tables, "audit": {ONLY: header}}


def as_signed_copy(tables: Tables, new_id: AuditId) -> Tables:
    """Return the tables of a signed audit under another id, with that under which it was signed."""
    header = tables["audit"][ONLY]
    signed_as = header.get("copy_of") or header["id"]
    return as_copy({**tables, "audit": {ONLY: {**header, "copy_of": signed_as}}}, new_id)


def with_beside(tables: Tables, ours: Tables) -> Tables:
    """Return tables with what is kept beside the audit here: a hold, names to be avoided."""
    return {**tables, **{name: rows for name, rows in ours.items() if name in BESIDE_TABLES}}


def _blind(tables: Tables) -> Tables:
    front = {
        name: value for name, value in tables["front"][ONLY].items() if name not in _FIRST_READING
    }
    return {"front": {ONLY: front}, CHECKLISTS: tables[CHECKLISTS]}


def _is_counted(rows: Mapping[str, Record]) -> bool:
    return list(rows) == [str(number) for number in range(1, len(rows) + 1)]


def _derived_id(text: str) -> AuditId:
    return AuditId(hashlib.sha256(f"case file audit {text}".encode()).hexdigest()[:32])
