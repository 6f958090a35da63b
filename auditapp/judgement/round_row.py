# SPDX-License-Identifier: MPL-2.0
"""Tell of a round what a list of rounds shows, so that no list has to open one."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from auditapp.model.ids import RoundId
from auditapp.model.records import Record
from auditapp.model.round import Round
from auditapp.model.round_kinds import CaseState


class RoundStage(StrEnum):
    """Say what is to be done next in a round."""

    LISTING = "listing"
    PLANNING = "planning"
    DRAWING = "drawing"
    ALLOCATING = "allocating"
    UNDERWAY = "underway"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class RoundListed:
    """Tell of one round what the list shows.

    Args:
        id: the round.
        name: what it is called.
        first: its first day.
        last: the day on which its audits are due.
        stage: what is to be done next.
        listed: the cases on its list.
        sample: the cases that are to be audited, those that are exempt aside.
        signed: how many of these are signed off.
        expected: how many are to be.
        waiting: how many are not signed off yet, by the day on which they are due.
        retention_years: how long its audits are kept; None where the general time holds.
    """

    id: RoundId
    name: str
    first: dt.date
    last: dt.date
    stage: RoundStage
    listed: int
    sample: int
    signed: int
    expected: int
    waiting: Mapping[dt.date, int]
    retention_years: int | None

    def late(self, today: dt.date) -> int:
        """Return how many audits are past their day."""
        return sum(count for due, count in self.waiting.items() if due < today)


def stage_of(whole: Round) -> RoundStage:
    """Return what is to be done next in a round."""
    if whole.about.closed_at is not None:
        return RoundStage.CLOSED
    if not whole.cases:
        return RoundStage.LISTING
    if whole.plan is None:
        return RoundStage.PLANNING
    if whole.draw is None:
        return RoundStage.DRAWING
    if any(whole.state(case) is CaseState.DRAWN for case in whole.sample):
        return RoundStage.ALLOCATING
    return RoundStage.UNDERWAY


def round_listing(whole: Round) -> Record:
    """Return the row of a round in the form in which the store keeps it."""
    about, sample = whole.about, whole.sample
    states = {case: whole.state(case) for case in sample}
    done = (CaseState.SIGNED, CaseState.EXEMPT)
    due = Counter(whole.due(case).isoformat() for case in sample if states[case] not in done)
    expected = sum(state is not CaseState.EXEMPT for state in states.values())
    return {
        "name": about.name,
        "first": about.first.isoformat(),
        "last": about.last.isoformat(),
        "stage": stage_of(whole).value,
        "listed": len(whole.cases),
        "sample": expected,
        "signed": sum(state is CaseState.SIGNED for state in states.values()),
        "expected": about.target or expected,
        "waiting": dict(due),
        "retention_years": about.retention_years,
    }


def read_listing(round_id: RoundId, record: Mapping[str, Any]) -> RoundListed:
    """Return what the list shows of the row of a round."""
    day = dt.date.fromisoformat
    return RoundListed(
        id=round_id,
        name=record["name"],
        first=day(record["first"]),
        last=day(record["last"]),
        stage=RoundStage(record["stage"]),
        listed=record["listed"],
        sample=record["sample"],
        signed=record["signed"],
        expected=record["expected"],
        waiting={day(due): count for due, count in record["waiting"].items()},
        retention_years=record["retention_years"],
    )
