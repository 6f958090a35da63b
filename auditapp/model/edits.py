# SPDX-License-Identifier: MPL-2.0
"""Make the edits of an audit: what the auditor does, as rows to put and a line of history.

An edit is made from an audit and applied to it by ``tables.apply``; nothing else changes an audit.
Whether an edit is allowed is for ``auditapp.judgement`` and the workspace to say.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.model.answer import Answer
from auditapp.model.audit import Audit, Overall
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.frozen import Frozen
from auditapp.model.grade import Grade
from auditapp.model.history import HistoryEntry, HistoryKind, RowChange
from auditapp.model.ids import QuestionKey, RecordId
from auditapp.model.links import Links
from auditapp.model.records import Put, Record
from auditapp.model.tables import ONLY, row_of

KIND_OF_FIELD = {
    "note": HistoryKind.NOTE,
    "evidence": HistoryKind.EVIDENCE,
    "cause": HistoryKind.CAUSE,
    "flagged": HistoryKind.FLAG,
}
"""What changing one field of an answer is called; anything else is the answer itself."""


_EXCLUDED_BY_VALUE = {"not_applicable": False, "none_on_file": False, "reason": ""}
_ANSWERED_BY = frozenset({"value", "not_applicable", "none_on_file"})
STAMP = frozenset({"changed_at", "changed_by"})


@dataclass(frozen=True, slots=True)
class Author:
    """Say who makes an edit and when (an aware time)."""

    name: str
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold one change the auditor makes, before it is written.

    ``typing`` names the text field while it is being typed in: the history then keeps one line for
    the whole run of typing. ``detail`` is what the line of history says beside the rows.
    """

    kind: HistoryKind
    by: Author
    puts: tuple[Put, ...]
    typing: str = ""
    detail: str = ""


def change_answer(
    audit: Audit, key: QuestionKey, by: Author, *, typing: str = "", **fields: object
) -> Edit:
    """Change ``fields`` of the answer to a question; an answer left blank is removed.

    A value, "not applicable" and "none on file" take each other back, and whoever gives one gives
    it to the wording of today: nothing is left to confirm. Raises ``pydantic.ValidationError`` when
    a field cannot hold what it is given.
    """
    fields = _EXCLUDED_BY_VALUE | fields if fields.get("value") is not None else fields
    if fields.get("not_applicable"):
        fields = fields | {"value": None, "none_on_file": False}
    if fields.get("none_on_file"):
        fields = fields | _EXCLUDED_BY_VALUE | {"value": None, "none_on_file": True}
    before = audit.answer(key)
    stamp = {"changed_at": by.now, "changed_by": by.name}
    answer = Answer.model_validate({**dict(before), **fields, **stamp})
    names = [name for name in KIND_OF_FIELD if name in fields]
    kind = KIND_OF_FIELD[names[0]] if names and len(fields) == 1 else HistoryKind.ANSWER
    puts = [Put("answers", key, None if answer.is_blank else answer.record())]
    if key in audit.to_confirm and not _ANSWERED_BY.isdisjoint(fields):
        puts.append(Put("to_confirm", key, None))
    return Edit(kind, by, tuple(puts), typing)


def confirm_answer(key: QuestionKey, by: Author) -> Edit:
    """Confirm that an answer stands under the wording that its question has now."""
    return Edit(HistoryKind.CONFIRMED, by, (Put("to_confirm", key, None),))


def clear_answer(key: QuestionKey, by: Author) -> Edit:
    """Take the whole answer to a question away. Undo brings it back."""
    puts = (Put("answers", key, None), Put("to_confirm", key, None))
    return Edit(HistoryKind.ANSWER, by, puts)


def give_grade(key: str, grade: Grade | None, by: Author, *, typing: str = "") -> Edit:
    """Give the grade of a section, or the practice or impact grade; None takes it back."""
    return _put(HistoryKind.GRADE, "grades", key, grade, by, typing=typing)


def put_action(key: RecordId, action: Action | None, by: Author, *, typing: str = "") -> Edit:
    """Set or change an action; None removes it."""
    return _put(HistoryKind.ACTION, "actions", key, action, by, typing=typing)


def put_concern(key: RecordId, concern: Concern, by: Author, *, typing: str = "") -> Edit:
    """Raise or change an immediate concern. A concern is never removed."""
    return _put(HistoryKind.CONCERN, "concerns", key, concern, by, typing=typing)


def put_feedback(key: FeedbackFrom, feedback: Feedback, by: Author, *, typing: str = "") -> Edit:
    """Record what one person said, or why nobody asked."""
    return _put(HistoryKind.FEEDBACK, "feedback", key, feedback, by, typing=typing)


def change_front(front: FrontSheet, by: Author) -> Edit:
    """Change the front sheet."""
    return _put(HistoryKind.FRONT_SHEET, "front", ONLY, front, by)


def change_links(links: Links | None, by: Author) -> Edit:
    """Say what round and what other audits the audit belongs to; None takes that back."""
    return _put(HistoryKind.LINKED, "links", ONLY, links, by)


def change_overall(overall: Overall, by: Author, *, typing: str = "") -> Edit:
    """Change what is said about the file as a whole."""
    return _put(HistoryKind.OVERALL, "overall", ONLY, overall, by, typing=typing)


def row_changes(audit: Audit, puts: Sequence[Put]) -> tuple[RowChange, ...]:
    """Return what ``puts`` would change in ``audit``, field by field.

    Where nothing but stamps of the last change differ, nothing has changed. Beside a real change
    a stamp counts, or undo would leave it behind.
    """
    changes = []
    is_stamped_only = True
    for put in puts:
        old, new = row_of(audit, put.table, put.key), put.record
        if old == new:
            continue
        if old is not None and new is not None:
            names = {name for name in (*old, *new) if old.get(name) != new.get(name)}
            is_stamped_only = is_stamped_only and STAMP.issuperset(names)
            old, new = ({n: row[n] for n in row if n in names} for row in (old, new))
        else:
            is_stamped_only = False
        changes.append(RowChange(table=put.table, key=put.key, old=old, new=new))
    return () if is_stamped_only else tuple(changes)


def puts_back(audit: Audit, entry: HistoryEntry) -> tuple[Put, ...]:
    """Return the rows to put so that ``entry`` is undone in ``audit``."""
    return tuple(
        Put(c.table, c.key, _merged(row_of(audit, c.table, c.key), c.new, c.old))
        for c in reversed(entry.changes)
    )


def puts_again(audit: Audit, entry: HistoryEntry) -> tuple[Put, ...]:
    """Return the rows to put so that ``entry`` is made again in ``audit``."""
    return tuple(
        Put(c.table, c.key, _merged(row_of(audit, c.table, c.key), c.old, c.new))
        for c in entry.changes
    )


def _merged(now: Record | None, left: Record | None, wanted: Record | None) -> Record | None:
    """Return the row ``wanted``; where only differing fields were kept, the rest is as ``now``.

    A field that is in ``left`` alone was not there on the other side: later fields that hold
    nothing are not written.
    """
    if now is None or left is None or wanted is None:
        return wanted
    stays = {name: value for name, value in now.items() if name not in left}
    return {**stays, **wanted}


def _put(
    kind: HistoryKind,
    table: str,
    key: str,
    row: Frozen | None,
    by: Author,
    *,
    typing: str = "",
) -> Edit:
    record = None if row is None else row.record()
    return Edit(kind, by, (Put(table, str(key), record),), typing)
