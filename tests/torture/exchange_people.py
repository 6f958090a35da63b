# SPDX-License-Identifier: MPL-2.0
"""Let people work on one audit, each on a computer of their own, and know what must be there.

The sessions are the real ones; what keeps the audits is in memory, so that thousands of schedules
can be tried. What must be there is worked out apart, from what each person knew when they wrote:
a version stands until somebody who saw it goes on from it, and a step of an action always does.
"""

from dataclasses import dataclass, field
from typing import Any

from auditapp.errors import SaveFailedError
from auditapp.exchange.merging import MERGED_TABLES, Merge, Side
from auditapp.exchange.plans import decide
from auditapp.judgement.compiled import compile_checklist
from auditapp.model.audit import Audit
from auditapp.model.edits import Author, Edit, change_answer
from auditapp.model.exchange import Outcome
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.merged import Merged
from auditapp.model.settling import AGREED, PROGRESS, says_the_same, settle
from auditapp.model.tables import row_of
from auditapp.sessions.signing_session import SigningSession
from auditapp.store.audit_file import StoredAudit
from auditapp.store.signed_lock import LockChange
from tests.making import Clock, make_checklist, make_standards

RowName = tuple[str, str]

CHECKLIST = make_checklist(*({"id": f"Q{number}"} for number in range(3)))
COMPILED = compile_checklist(CHECKLIST)
STANDARDS = make_standards()


class Disk:
    """Keep an audit in memory; it may fail before a save is durable, or cut off the person after.

    ``fails`` is ``"before"`` or ``"after"`` for the next save, or empty.
    """

    def __init__(self, tables: dict[str, Any]) -> None:
        self.tables = {name: dict(rows) for name, rows in tables.items()}
        self.fails = ""

    def whole(self) -> dict[str, Any]:
        """Return all that is kept; rows are put in the place of rows, and never changed."""
        return {name: dict(rows) for name, rows in self.tables.items()}

    def read(self) -> StoredAudit:
        """Return the audit."""
        tables = self.whole()
        is_locked = tables["meta"]["1"]["locked"]
        return StoredAudit(tables, list(tables["history"].values()), locked=is_locked)

    def commit(self, puts, history, *, replace_last, lock=LockChange.NONE, **_what_lists_show):
        """Keep a change, unless this is to fail."""
        fails, self.fails = self.fails, ""
        if fails == "before":
            raise SaveFailedError("the disk is full")
        tables = self.whole()
        for put in puts:
            rows = tables.setdefault(put.table, {})
            if put.record is None:
                rows.pop(put.key, None)
            else:
                rows[put.key] = put.record
        kept = len(tables["history"]) - replace_last
        for number, entry in enumerate(history, start=kept + 1):
            tables["history"][str(number)] = entry
        if lock is LockChange.SIGN:
            tables["meta"]["1"] = {**tables["meta"]["1"], "locked": True}
        self.tables = tables
        if fails == "after":
            raise SaveFailedError("the computer was switched off")

    def restore_if_gone(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


@dataclass(frozen=True)
class Write:
    """Hold what somebody made of a row, and which writes they went on from."""

    row: dict[str, Any] | None
    succeeds: frozenset[str]


@dataclass(frozen=True)
class Step:
    """Hold a step of an action as it was taken, and which steps whoever took it knew of."""

    said: dict[str, Any]
    knew: frozenset[str]


@dataclass
class Truth:
    """Know every write that was acknowledged, by row and by the line of history that made it."""

    writes: dict[RowName, dict[str, Write]] = field(default_factory=dict)
    steps: dict[str, dict[str, Step]] = field(default_factory=dict)

    def taken(self, action: str, known: set[str]) -> dict[str, Step]:
        """Return the steps of an action for somebody who knows of ``known``."""
        return {key: each for key, each in self.steps.get(action, {}).items() if key in known}

    def ways(self, action: str, known: set[str]) -> set[str]:
        """Return what the last steps say of those who knew nothing of each other.

        Of how the action stands, else of its date, else of its owner: the first that differs.
        """
        taken = self.taken(action, known)
        for matter in MATTERS:
            found = _last_said(matter, taken)
            if len(found) > 1:
                return found
        # Where an action was only left, or moved, that is how it stands.
        return _last_said("status", taken) or {each.said["status"] for each in taken.values()}

    def standing(self, name: RowName, known: set[str]) -> dict[str, Any]:
        """Return the writes that stand for somebody who knows of ``known``."""
        mine = {key: each for key, each in self.writes.get(name, {}).items() if key in known}
        gone = {key for each in mine.values() for key in each.succeeds}
        return {key: each.row for key, each in mine.items() if key not in gone}


MATTERS = ("status", "due", "owner_role")


def _last_said(matter: str, taken: dict[str, Step]) -> set[str]:
    """Return what the last steps about a matter say of it; whatever else they are about."""

    def is_about(said: dict[str, Any]) -> bool:
        is_move = bool(said.get("due") or said.get("owner_role"))
        return (
            bool(said.get(matter)) if matter != "status" else not (is_move or said.get("is_left"))
        )

    steps = {key: each for key, each in taken.items() if is_about(each.said)}
    passed = {key for each in steps.values() for key in each.knew}
    return {each.said[matter] for key, each in steps.items() if key not in passed}


@dataclass(frozen=True)
class Parcel:
    """Hold a state of the audit on its way, and what its sender knew."""

    tables: dict[str, Any]
    known: frozenset[str]


class Person:
    """Work on the audit on one computer."""

    def __init__(self, name: str, tables: dict[str, Any], truth: Truth, clock: Clock) -> None:
        self.name, self.clock, self.truth = name, clock, truth
        self.disk = Disk(tables)
        self.known: set[str] = set()
        self.start()

    def start(self) -> None:
        """Open the audit as it is on the disk."""
        self.session = SigningSession(self.disk, [COMPILED], STANDARDS)

    @property
    def by(self) -> Author:
        """The person now; their clock is not that of the others."""
        return Author(self.name, self.clock())

    def do(self, step) -> None:
        """Change something, and tell the truth of it if it is on the disk."""
        before, lines = self.session.audit, list(self.session.history)
        try:
            step()
        except SaveFailedError:
            self.start()
        history = self.session.history
        if len(history) == len(lines) and history[-1] != lines[-1]:
            self._grow(lines[-1].hash, history[-1].hash)
        for entry in history[len(lines) :]:
            self._tell(before, entry)

    def send(self) -> Parcel:
        """Send the audit as it is. The line about it ends a run of typing."""
        parcel = Parcel(self.disk.whole(), frozenset(self.known))
        self.session.note_event(HistoryKind.EXPORTED, self.by, "cfaudit")
        return parcel

    def receive(self, parcel: Parcel) -> None:
        """Take in what somebody sent."""
        history = [HistoryEntry.model_validate(row) for row in parcel.tables["history"].values()]
        decision = decide(self.side, Side(parcel.tables, history), was_removed=False)
        if decision.merge is None:
            assert decision.outcome is Outcome.NOTHING_NEW, decision.outcome
        elif not self._merge(decision.merge):
            return
        self.known |= parcel.known

    def take(self, parcel: Parcel) -> None:
        """Put what somebody sent in the place of the audit."""
        self.disk = Disk(parcel.tables)
        self.start()
        self.known |= parcel.known

    def answer(self, key: str, **fields: Any) -> None:
        """Change the answer to a question."""
        edit = change_answer(self.session.audit, key, self.by, **fields)
        self.do(lambda: self.session.commit(edit))

    def settle(self, key: str, which: int) -> None:
        """Settle the difference in an answer; ``which``: 0 for what is shown, then the others."""
        edit = settling_of(self, ("answers", key), which)
        self.do(lambda: self.session.commit(edit))

    def row(self, key: str) -> dict[str, Any] | None:
        """Return the row of an answer."""
        return row_of(self.audit, "answers", key)

    @property
    def audit(self) -> Audit:
        """The audit as it is open."""
        return self.session.audit

    @property
    def side(self) -> Side:
        """The state of the audit."""
        return Side(self.disk.whole(), list(self.session.history))

    def _merge(self, found: Merge) -> bool:
        """Carry out a merge; tell whether it is on the disk."""
        entries = tuple(each.hash for each in found.entries)
        merged = Merged(sender="0", package="0", entries=entries, writers=found.writers)
        try:
            self.session.merge(found.puts, merged, found.entries, self.by, "")
        except SaveFailedError:
            failed = self.session.history[-1].hash
            self.start()
            return self.session.history[-1].hash != failed
        return True

    def _grow(self, old: str, new: str) -> None:
        """Go on with a write under another name: somebody is typing."""
        for name, writes in self.truth.writes.items():
            if old in writes:
                write = writes.pop(old)
                writes[new] = Write(row_of(self.session.audit, *name), write.succeeds)
        self.known = (self.known - {old}) | {new}

    def _tell(self, before, entry: HistoryEntry) -> None:
        names = {(each.table, each.key) for each in entry.changes if each.table in MERGED_TABLES}
        if entry.kind is HistoryKind.SETTLED:
            settled = (each.key for each in entry.changes if each.table == "differences")
            names |= {tuple(key.split("/", 1)) for key in settled}
        for name in names:
            standing = self.truth.standing(name, self.known)
            shown = row_of(before, *name)
            is_all = entry.kind is HistoryKind.SETTLED or name[0] == AGREED
            gone = {key for key, row in standing.items() if is_all or says_the_same(row, shown)}
            write = Write(alone(name, row_of(self.session.audit, *name)), frozenset(gone))
            self.truth.writes.setdefault(name, {})[entry.hash] = write
        for action in (each.key for each in entry.changes if each.table == PROGRESS):
            said = alone((PROGRESS, action), row_of(self.session.audit, PROGRESS, action))
            knew = frozenset(self.truth.taken(action, self.known))
            self.truth.steps.setdefault(action, {})[entry.hash] = Step(said, knew)
        self.known.add(entry.hash)


def alone(name: RowName, row: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return what was written last into a row, without what stands beside it."""
    if row is None:
        return None
    if name[0] == PROGRESS:
        return said(row["steps"][-1])
    return {field: value for field, value in row.items() if (name[0], field) != (AGREED, "others")}


def said(step: dict[str, Any]) -> dict[str, Any]:
    """Return a step without what it followed, which is told apart."""
    return {field: value for field, value in step.items() if field != "after"}


def settling_of(person: Person, name: RowName, which: int) -> Edit:
    """Return the edit that settles a difference; ``which`` as in `Person.settle`."""
    difference = person.audit.differences["/".join(name)]
    rows = [row_of(person.audit, *name), *(each.row for each in difference.others)]
    return settle(person.audit, *name, rows[which], person.by)
