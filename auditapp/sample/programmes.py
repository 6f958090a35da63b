# SPDX-License-Identifier: MPL-2.0
"""Say which rounds the invented authority has had, and which of its audits are of one.

One round was finished half a year ago, and one is going on. An audit is of a round when it began in
its time and asks what the round asks; of many hundreds chance takes some.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from auditapp.model.ids import ChecklistId, RoundId
from auditapp.sample.authority import DAYS_BACK
from auditapp.sample.chance import chance_for, record_id

CHECKLISTS: Final = (ChecklistId("chronology"), ChecklistId("oversight"))
"""What every round of the authority asks; each audit asks more, by the situation of its child."""

_ONE_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Programme:
    """Hold what is decided about a round before there are audits of it.

    Args:
        name: what it is called.
        purpose: what it is to find out, and for whom.
        first: so many days before the day of the sample it begins.
        last: so many days before that day its audits are due; below zero is after it.
        begun: until so many days before that day audits of it begin.
        most: about so many audits it has.
        waiting: of so many drawn cases no audit has begun.
        others: so many cases on its list were not drawn.
        is_over: whether it is closed.
    """

    name: str
    purpose: str
    first: int
    last: int
    begun: int
    most: int
    waiting: int
    others: int
    is_over: bool

    def day(self, order_day: dt.date, days_before: int) -> dt.date:
        """Return a day of the sample."""
        return order_day - _ONE_DAY * days_before


PROGRAMMES: Final = (
    Programme(
        name="Last round: chronology and oversight",
        purpose=(
            "To see whether chronologies are kept and managers ask what comes of the plan. For the "
            "head of service and the improvement board."
        ),
        first=290,
        last=182,
        begun=205,
        most=16,
        waiting=0,
        others=92,
        is_over=True,
    ),
    Programme(
        name="This round: chronology and oversight",
        purpose=(
            "The same questions as half a year ago, to see what has changed. For the head of "
            "service and the improvement board."
        ),
        first=56,
        last=-28,
        begun=0,
        most=14,
        waiting=9,
        others=104,
        is_over=False,
    ),
)


def round_id(seed: int, programme: Programme) -> RoundId:
    """Return the id of a round of the sample: the same for the same seed."""
    return RoundId(record_id(chance_for(seed, "round", programme.name)))


def round_of(
    seed: int,
    audits: int,
    as_of: dt.date,
    name: str,
    begins: dt.date,
    checklists: Collection[ChecklistId],
) -> RoundId | None:
    """Return the round of an audit; None for those that are of none.

    Args:
        seed: what the sample goes by.
        audits: how many the sample has.
        as_of: its day.
        name: what tells the audit from the others.
        begins: the day on which it begins.
        checklists: what it is done with.
    """
    if not set(CHECKLISTS) <= set(checklists):
        return None
    ago = (as_of - begins).days
    for programme in PROGRAMMES:
        if programme.begun <= ago <= programme.first:
            meant = audits * (programme.first - programme.begun) / DAYS_BACK
            share = min(1.0, programme.most / max(meant, 1.0))
            is_taken = chance_for(seed, "in round", name).random() < share
            return round_id(seed, programme) if is_taken else None
    return None
