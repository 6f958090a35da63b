# SPDX-License-Identifier: MPL-2.0
"""Follow up a signed audit at random: steps of actions, grades agreed, closing and choosing."""

import datetime as dt
import random
from contextlib import suppress

from auditapp.errors import NotAllowedError
from auditapp.judgement.action_steps import NEXT
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.settling import PROGRESS, unsettled
from tests.torture.exchange_people import Parcel, Person


def follow_up(person: Person, parcels: list[Parcel], chance: random.Random, words: str) -> None:
    """Let a person do one thing, if it is allowed as the audit stands."""
    what = chance.random()
    if what < 0.15:
        person.disk.fails = ""
        parcels.append(person.send())
    elif what < 0.4 and parcels:
        person.receive(chance.choice(parcels))
    elif what < 0.55 and unsettled(person.audit):
        with suppress(NotAllowedError):  # nobody calls their own work verified
            _choose(person, chance)
    elif what < 0.65:
        with suppress(NotAllowedError):
            person.do(lambda: person.session.mark_closed(person.by))
    elif what < 0.75:
        band = chance.choice(tuple(GradeBand))
        person.do(lambda: person.session.agree_grade(PRACTICE, band, words, person.by))
    else:
        with suppress(NotAllowedError):
            _step(person, chance, words)


def _choose(person: Person, chance: random.Random) -> None:
    difference = chance.choice(unsettled(person.audit))
    table, key = difference.table, difference.key
    row = chance.choice(difference.others).row
    assert table == PROGRESS or row is not None
    person.do(lambda: person.session.settle_after(table, key, row, person.by))


def _step(person: Person, chance: random.Random, words: str) -> None:
    """Take a step; each name is that of another, so that anybody may verify."""
    action = chance.choice(sorted(person.audit.actions))
    now = person.audit.action_now(action).status
    if chance.random() < 0.2:
        person.do(lambda: person.session.leave_action(action, person.by, words))
        return
    if chance.random() < 0.3:  # refused where it is not open, or has both already
        due = person.by.now.date() + dt.timedelta(days=chance.randrange(1, 5))
        owner = chance.choice(("", "Team manager", "Reviewing officer"))
        person.do(lambda: person.session.move_action(action, person.by, words, due, owner))
        return
    status = chance.choice(sorted(NEXT[now], key=list(ActionStatus).index))
    person.do(lambda: person.session.progress_action(action, status, person.by, words, "A worker"))
