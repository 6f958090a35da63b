# SPDX-License-Identifier: MPL-2.0
"""Let three people work on one audit and send it round at random, and see that nothing is lost.

First it is a draft. Then one of them signs it, the others take it, and all three follow it up.
"""

import json
import random
from collections.abc import Iterator
from typing import Any

from auditapp.exchange.merging import shown_first
from auditapp.model.action_progress import ActionProgress
from auditapp.model.brought import is_broken
from auditapp.model.chain import first_fault
from auditapp.model.edits import Edit, change_answer, give_grade, put_action, put_concern
from auditapp.model.follow_up import Action, Concern
from auditapp.model.grade import PRACTICE, Grade
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.settling import PROGRESS, says_the_same, unsettled
from auditapp.model.tables import from_tables, row_of, to_puts
from auditapp.store.migrations import SCHEMA_VERSION
from tests.making import Clock, make_audit
from tests.torture.exchange_people import (
    CHECKLIST,
    MATTERS,
    Parcel,
    Person,
    Truth,
    alone,
    said,
    settling_of,
)
from tests.torture.following_up import follow_up

STEPS = 40
PEOPLE = ("Ana", "Ben", "Cy")


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
    _send_round(people, chance)
    wrong += [fault for each in people for fault in _faults(each)] + _apart(people)
    _sign(people)
    parcels.clear()
    for number in range(STEPS):
        clock.move(minutes=chance.choice((0, 0, 1, 1, -3)))
        person = chance.choice(people)
        person.disk.fails = chance.choice(("",) * 8 + ("before", "after"))
        follow_up(person, parcels, chance, f"{person.name} {number}")
        person.disk.fails = ""
        seen = max(seen, len(unsettled(person.session.audit)))
        wrong += _faults(person)
    _send_round(people, chance)
    return seen, wrong + [fault for each in people for fault in _faults(each)] + _apart(people)


def _send_round(people: list[Person], chance: random.Random) -> None:
    """Send what everybody has to all, twice."""
    for _twice in range(2):
        for sender in people:
            parcel = sender.send()
            for other in chance.sample(people, len(people)):
                other.receive(parcel)


def _sign(people: list[Person]) -> None:
    """Settle what differs, give the audit a grade and two actions, sign it, and let all have it."""
    first, *others = people
    for each in unsettled(first.audit):
        first.do(
            lambda each=each: first.session.commit(settling_of(first, (each.table, each.key), 0))
        )
    grade = Grade(band="good", reason="", given_at=first.by.now, given_by=first.name)
    first.do(lambda: first.session.commit(give_grade(PRACTICE, grade, first.by)))
    for number in range(2):
        action = Action(what="Seen alone", created_at=first.by.now)
        edit = put_action("0" * 31 + str(number), action, first.by)
        first.do(lambda edit=edit: first.session.commit(edit))
    first.do(lambda: first.session.sign_off(first.by))
    parcel = first.send()
    for other in others:
        other.take(parcel)


def _beginning(clock: Clock) -> dict[str, Any]:
    created = HistoryEntry(seq=1, at=clock(), by=PEOPLE[0], kind=HistoryKind.CREATED).sealed()
    meta = {"1": {"schema": SCHEMA_VERSION, "locked": False}}
    tables: dict[str, Any] = {"history": {"1": created.record()}, "meta": meta}
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
    return settling_of(person, (difference.table, difference.key), which)


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
        if shown.row != alone(name, row_of(audit, *name)):
            found.append(f"{person.name}: {name} shows another version")
        if _sorted(standing) != _sorted([shown.row, *(each.row for each in others)]):
            found.append(f"{person.name}: {name} has lost or gained a version")
        differs = any(not says_the_same(row, standing[0]) for row in standing)
        if differs != (name in open_rows):
            found.append(f"{person.name}: {name} was settled by nobody")
    return found + _step_faults(person)


def _step_faults(person: Person) -> list[str]:
    """Say where the steps of an action are not those that were taken, or stand otherwise."""
    found = []
    for action in person.truth.steps:
        row = row_of(person.audit, PROGRESS, action)
        steps = [said(step) for step in row["steps"]] if row else []
        taken = [each.said for each in person.truth.taken(action, person.known).values()]
        if _sorted(steps) != _sorted(taken):
            found.append(f"{person.name}: a step of {action} is lost or came of nothing")
        ways = person.truth.ways(action, person.known)
        progress = person.audit.action_progress.get(action)
        if progress is not None and _ways_shown(progress) != ways:
            found.append(f"{person.name}: {action} stands otherwise")
        is_open = (PROGRESS, action) in {(e.table, e.key) for e in unsettled(person.audit)}
        if is_open != (len(ways) > 1):
            found.append(f"{person.name}: {action} was settled by nobody")
    return found


def _ways_shown(progress: ActionProgress) -> set[str]:
    """Return what the audit offers to choose from, or how the action stands."""
    for matter in MATTERS:
        ways = {str(each.record().get(matter, "")) for each in progress.ways}
        if len(ways) > 1:
            return ways
    return {progress.status.value}


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
