# SPDX-License-Identifier: MPL-2.0
"""Let three people work on one audit and send it round at random, and see that nothing is lost.

The sessions are the real ones; what keeps the audits is in memory, so that thousands of schedules
can be tried. What must be there is worked out apart, from what each person knew when they wrote:
a version stands until somebody who saw it goes on from it.
"""

import copy
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditapp.errors import SaveFailedError
from auditapp.exchange.merging import MERGED_TABLES, Side, merge, shown_first
from auditapp.judgement.compiled import compile_checklist
from auditapp.model.audit import Audit
from auditapp.model.brought import is_broken
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, Edit, change_answer, give_grade, put_action, put_concern
from auditapp.model.follow_up import Action, Concern
from auditapp.model.grade import PRACTICE, Grade
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.merged import Merged
from auditapp.model.settling import says_the_same, settle, unsettled
from auditapp.model.tables import from_tables, row_of, to_puts
from auditapp.sessions.merging_session import MergingSession
from auditapp.store.audit_file import StoredAudit
from tests.making import Clock, make_audit, make_checklist, make_standards

STEPS = 40
PEOPLE = ("Ana", "Ben", "Cy")
RowName = tuple[str, str]

CHECKLIST = make_checklist(*({"id": f"Q{number}"} for number in range(3)))
COMPILED = compile_checklist(CHECKLIST)
STANDARDS = make_standards()


class People:
    """Give two people the same audit."""

    def __init__(self) -> None:
        tables, truth = _beginning(Clock()), Truth()
        self.ana, self.ben = (Person(name, tables, truth, Clock()) for name in PEOPLE[:2])

    def swap(self) -> None:
        """Send the audit both ways, and see that all is as it should be."""
        there, back = self.ana.send(), self.ben.send()
        self.ben.receive(there)
        self.ana.receive(back)
        assert [] == _faults(self.ana) + _faults(self.ben)


def exchanges(rounds: int, seed: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Yield, for each schedule, how many differences there were, and what is wrong at the end."""
    for number in range(rounds):
        yield _schedule(random.Random(f"{seed} {number}"))


def _schedule(chance: random.Random) -> tuple[int, list[str]]:
    clock, truth = Clock(), Truth()
    tables = _beginning(clock)
    people = [Person(name, tables, truth, clock) for name in PEOPLE]
    parcels: list[Parcel] = []
    seen, wrong = 0, []
    for number in range(STEPS):
        clock.move(minutes=chance.choice((0, 0, 1, 1, -3)))
        person = chance.choice(people)
        person.disk.fails = chance.choice(("",) * 8 + ("before", "after"))
        _step(person, parcels, chance, f"{person.name} {number}")
        person.disk.fails = ""
        seen = max(seen, len(unsettled(person.session.audit)))
        wrong += _faults(person)
    for _twice in range(2):
        for sender in people:
            parcel = sender.send()
            for other in chance.sample(people, len(people)):
                other.receive(parcel)
    return seen, wrong + [fault for each in people for fault in _faults(each)] + _apart(people)


def _beginning(clock: Clock) -> dict[str, Any]:
    created = HistoryEntry(seq=1, at=clock(), by=PEOPLE[0], kind=HistoryKind.CREATED).sealed()
    tables: dict[str, Any] = {"history": {"1": created.record()}}
    for put in to_puts(make_audit([CHECKLIST])):
        tables.setdefault(put.table, {})[put.key] = put.record
    return tables


def _step(person: Person, parcels: list[Parcel], chance: random.Random, words: str) -> None:
    session, what = person.session, chance.random()
    if what < 0.15:
        person.disk.fails = ""
        parcels.append(person.send())
    elif what < 0.35 and parcels:
        person.receive(chance.choice(parcels))
    elif what < 0.45:
        person.do(lambda: session.undo(person.by))
    elif what < 0.5:
        person.do(lambda: session.redo(person.by))
    elif what < 0.6 and unsettled(session.audit):
        person.do(lambda: session.commit(_settling(person, chance)))
    else:
        person.do(lambda: session.commit(_edit(person, chance, words)))


def _edit(person: Person, chance: random.Random, words: str) -> Edit:
    audit, by = person.session.audit, person.by
    key, kind = f"sample/Q{chance.randrange(3)}", chance.randrange(6)
    if kind == 0:  # so that two people may come to the same by themselves
        return change_answer(audit, key, by, value=chance.choice(("met", "not_met")))
    if kind == 1:
        grade = Grade(band="good", reason=words, given_at=by.now, given_by=by.name)
        return give_grade(PRACTICE, chance.choice((grade, None)), by)
    record = "0" * 31 + str(chance.randrange(2))
    if kind == 2:
        return put_action(record, Action(what=words, created_at=by.now), by)
    if kind == 3:
        concern = Concern(what=words, found_at=by.now, raised_by=by.name)
        return put_concern(record, concern, by)
    return change_answer(audit, key, by, note=words, typing=chance.choice(("", key)))


def _settling(person: Person, chance: random.Random) -> Edit:
    difference = chance.choice(unsettled(person.audit))
    which = chance.randrange(1 + len(difference.others))
    return _settling_of(person, (difference.table, difference.key), which)


def _settling_of(person: Person, name: RowName, which: int) -> Edit:
    difference = person.audit.differences["/".join(name)]
    rows = [row_of(person.audit, *name), *(each.row for each in difference.others)]
    return settle(person.audit, *name, rows[which], person.by)


def _faults(person: Person) -> list[str]:
    """Say where what a person sees is not what stands, by the truth."""
    found, side = [], person.side
    audit = from_tables({k: v for k, v in side.tables.items() if k != "history"})
    if audit != person.session.audit:
        found.append(f"{person.name}: the session is not what is on the disk")
    if first_fault(side.history) is not None or is_broken(side.history, side.brought):
        found.append(f"{person.name}: the history is broken")
    open_rows = {(each.table, each.key) for each in unsettled(audit)}
    for name in person.truth.writes:
        standing = list(person.truth.standing(name, person.known).values()) or [None]
        shown, *others = shown_first(side.state.versions(name))
        if shown.row != row_of(audit, *name):
            found.append(f"{person.name}: {name} shows another version")
        if _sorted(standing) != _sorted([shown.row, *(each.row for each in others)]):
            found.append(f"{person.name}: {name} has lost or gained a version")
        differs = any(not says_the_same(row, standing[0]) for row in standing)
        if differs != (name in open_rows):
            found.append(f"{person.name}: {name} was settled by nobody")
    return found


def _apart(people: list[Person]) -> list[str]:
    """Say where people do not have the same at the end."""
    first, *others = people
    found = []
    for each in others:
        if each.session.audit != first.session.audit:
            found.append(f"{each.name} does not have what {first.name} has")
        changed = [
            {k for k, e in p.side.lines.items() if e.changes and not e.merged}
            for p in (first, each)
        ]
        if changed[0] != changed[1]:
            found.append(f"{each.name} has not seen every line")
    return found


def _sorted(rows: list[Any]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in rows)
