# SPDX-License-Identifier: MPL-2.0
"""Turn an audit into the tables that the store keeps, and back.

Each table maps a key to a plain row. One row of a table is the smallest thing that is written,
undone and recorded in the history.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from auditapp.model.action_progress import ActionProgress
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.amendment import Amendment
from auditapp.model.answer import Answer, SetAsideAnswer, ToConfirm
from auditapp.model.audit import Audit, AuditStatus, ChecklistPin, Overall, SignOff
from auditapp.model.difference import Difference
from auditapp.model.follow_up import Action, Concern, EarlierWording, Feedback, FeedbackFrom
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.frozen import Frozen
from auditapp.model.grade import Grade
from auditapp.model.links import Links
from auditapp.model.records import Put, Record
from auditapp.model.standards import SignedStandards

ONLY = "1"
"""The key of the one row of a table that has a single row."""

CHECKLISTS = "checklists"
"""The table of the pins, each with the packed bytes of its checklist."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """Say which field of an audit a table holds, and the types of its rows and keys."""

    field: str
    model: type[Frozen]
    has_one_row: bool = False
    key: Callable[[str], str] = str


SPECS: Mapping[str, TableSpec] = {
    "front": TableSpec("front", FrontSheet, has_one_row=True),
    "answers": TableSpec("answers", Answer),
    "to_confirm": TableSpec("to_confirm", ToConfirm),
    "set_aside": TableSpec("set_aside", SetAsideAnswer),
    "grades": TableSpec("grades", Grade),
    "actions": TableSpec("actions", Action),
    "concerns": TableSpec("concerns", Concern),
    "earlier_wordings": TableSpec("earlier_wordings", EarlierWording),
    "feedback": TableSpec("feedback", Feedback, key=FeedbackFrom),
    "overall": TableSpec("overall", Overall, has_one_row=True),
    "differences": TableSpec("differences", Difference),
    "standards": TableSpec("standards", SignedStandards, has_one_row=True),
    "amendment": TableSpec("amendment", Amendment, has_one_row=True),
    "sign_off": TableSpec("sign_off", SignOff, has_one_row=True),
    "links": TableSpec("links", Links, has_one_row=True),
    "action_progress": TableSpec("action_progress", ActionProgress),
    "agreed": TableSpec("agreed", AgreedGrade),
}

AFTER_SIGNING: Final = frozenset({"action_progress", "agreed"})
"""Tables that go on when an audit is signed: no part of what is signed, nor of an amendment."""

_UNSIGNED: Final = AFTER_SIGNING | {"audit", "sign_off"}

Tables = dict[str, dict[str, Record]]


def to_puts(audit: Audit) -> list[Put]:
    """Return the rows of an audit, as for writing it for the first time."""
    puts = [Put("audit", ONLY, header(audit))]
    puts += [Put(CHECKLISTS, pin.id, pin.record()) for pin in audit.checklists]
    for table, spec in SPECS.items():
        puts += [Put(table, str(key), row.record()) for key, row in _rows(audit, spec).items()]
    return puts


def from_tables(tables: Tables) -> Audit:
    """Build the audit that ``tables`` hold.

    Raises:
        pydantic.ValidationError: A row is not what its table should hold.
    """
    fields: dict[str, object] = dict(tables["audit"][ONLY])
    fields["checklists"] = [_pin(row) for row in tables[CHECKLISTS].values()]
    for table, spec in SPECS.items():
        rows = tables.get(table, {})
        if not spec.has_one_row:
            fields[spec.field] = rows
        elif ONLY in rows:
            fields[spec.field] = rows[ONLY]
    return Audit.model_validate(fields)


def apply(audit: Audit, puts: Sequence[Put]) -> Audit:
    """Return the audit with ``puts`` carried out."""
    for put in puts:
        audit = audit.model_copy(update=_update(audit, put))
    return audit


def puts_between(before: Audit, after: Audit) -> tuple[Put, ...]:
    """Return the rows to put so that ``before`` becomes ``after``; the header is not looked at."""
    puts = [
        Put(CHECKLISTS, new.id, new.row())
        for old, new in zip(before.checklists, after.checklists, strict=True)
        if old != new
    ]
    for table, spec in SPECS.items():
        old_rows, new_rows = (_rows(each, spec) for each in (before, after))
        for key in dict.fromkeys((*old_rows, *new_rows)):
            new_row = new_rows.get(key)
            if old_rows.get(key) != new_row:
                record = None if new_row is None else new_row.record()
                puts.append(Put(table, str(key), record))
    return tuple(puts)


def with_follow_ups(audit: Audit, source: Audit | None) -> Audit:
    """Return the audit with the follow-ups of ``source``, which is itself in another state.

    None takes them away: then it is the audit as it was signed.
    """
    fields = (SPECS[table].field for table in AFTER_SIGNING)
    held = {name: getattr(source, name) if source else {} for name in fields}
    return audit.model_copy(update=held)


def header(audit: Audit, status: AuditStatus | None = None) -> Record:
    """Return the row of the audit itself, perhaps with another status."""
    held = {"id", "created_at", "status"} | ({"copy_of"} if audit.copy_of else set())
    row: Record = audit.model_dump(mode="json", include=held)
    return row if status is None else {**row, "status": status.value}


def row_of(audit: Audit, table: str, key: str) -> Record | None:
    """Return one row as it stands in ``audit``, None when there is none."""
    if table == "audit":
        return header(audit)
    if table == CHECKLISTS:
        return next((pin.row() for pin in audit.checklists if pin.id == key), None)
    spec = SPECS[table]
    held = getattr(audit, spec.field)
    row = held if spec.has_one_row else held.get(key)
    return None if row is None else row.record()


def content_hash(audit: Audit, history_head: str) -> str:
    """Return the SHA-256, in hexadecimal, of everything an audit says.

    It covers every row, the hashes of the checklists' bytes, through ``history_head`` the whole
    history, and through the amendment what was signed before. The sign-off itself, the status and
    the follow-ups are left out: the hash is what is signed.
    """
    rows = {
        f"{put.table}/{put.key}": put.record for put in to_puts(audit) if put.table not in _UNSIGNED
    }
    rows["audit"] = {"id": audit.copy_of or audit.id, "created_at": audit.created_at.isoformat()}
    rows["history"] = {"head": history_head}
    text = json.dumps(rows, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _rows(audit: Audit, spec: TableSpec) -> Mapping[str, Frozen]:
    """Return the rows of one table as models."""
    held = getattr(audit, spec.field)
    if not spec.has_one_row:
        return cast(Mapping[str, Frozen], held)
    return {} if held is None else {ONLY: held}


def _repinned(audit: Audit, put: Put) -> tuple[ChecklistPin, ...]:
    """Return the pins with one in the place of that for another version of its checklist."""
    if put.record is None:
        raise ValueError("an audit keeps every checklist it was started with")
    new = _pin(put.record)
    return tuple(new if pin.id == put.key else pin for pin in audit.checklists)


def _pin(row: Record) -> ChecklistPin:
    return ChecklistPin(**{name: row[name] for name in ChecklistPin.model_fields if name in row})


def _update(audit: Audit, put: Put) -> dict[str, object]:
    if put.table == "audit":
        return {"status": AuditStatus((put.record or header(audit))["status"])}
    if put.table == CHECKLISTS:
        return {"checklists": _repinned(audit, put)}
    spec = SPECS[put.table]
    row = None if put.record is None else spec.model.model_validate(put.record)
    if spec.has_one_row:
        return {spec.field: row}
    rows = dict(getattr(audit, spec.field))
    if row is None:
        rows.pop(spec.key(put.key), None)
    else:
        rows[spec.key(put.key)] = row
    return {spec.field: rows}
