# SPDX-License-Identifier: MPL-2.0
"""Invent the authority: its teams and workers, its auditors, and how its work changes in time.

How good a piece of work is, is a number: 0 lies between good and requires improvement, and one step
is about a grade. Nobody ever sees it; it decides what the invented auditors find.
"""

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from auditapp.model.front_sheet import Cohort
from auditapp.sample.chance import chance_for

DAYS_BACK: Final = 730
"""Audits are made from two years before the day of the sample."""

ORGANISATION: Final = "Exampleshire Council (invented)"

STANDARDS: Final = MappingProxyType(
    {
        "cp_visits": {"on": True},
        "cin_visits": {"on": True},
        "core_groups": {"on": True},
        "case_supervision": {"on": True},
        "report_before_initial_conference": {"on": True},
    }
)
"""What the authority measures beside the national timescales, as it stands in its settings."""

SLIPPING: Final = "Child in need, east"
"""The team whose work gets worse in the last nine months."""

WITHOUT_LIFE_STORIES: Final = "Children in care, south"
"""The team that leaves life-story work undone."""

LEARNING: Final = "MO"
"""The criteria that a learning message was about: supervision and management oversight."""

LEARNING_MONTHS_AGO: Final = 11

_WEAK_EVERYWHERE: Final = "CH"
_LIFE_STORY: Final = "LS"
_VISITS: Final = "VS1"
_SLIPPING_MONTHS: Final = 9
_SUMMER: Final = frozenset({7, 8})
_AFTER_SUMMER: Final = frozenset({8, 9, 10})
_DAYS_OF_MONTH: Final = 30.44

Groups = dict[tuple[Cohort, ...], float]
"""Which children a team works with, and how often."""

_CIN, _CP, _CIC = Cohort.CHILD_IN_NEED, Cohort.CHILD_PROTECTION, Cohort.CHILD_IN_CARE
_CONTACT, _S47, _EH = Cohort.CONTACT, Cohort.SECTION_47, Cohort.EARLY_HELP
_ADO, _OLDER, _ALONE = Cohort.ADOPTION, Cohort.CARE_16_PLUS, Cohort.UNACCOMPANIED


@dataclass(frozen=True, slots=True)
class Team:
    """Hold a team: its name, how good its work is, how much of it is audited, and with whom."""

    name: str
    standing: float
    share: float
    groups: tuple[tuple[tuple[Cohort, ...], float], ...]


@dataclass(frozen=True, slots=True)
class Worker:
    """Hold a social worker: a code, how good their work is, and how many children they have."""

    code: str
    standing: float
    caseload: int


@dataclass(frozen=True, slots=True)
class Auditor:
    """Hold an auditor: a code, and how much kinder than the others they judge."""

    name: str
    kindness: float


def _team(name: str, standing: float, share: float, groups: Groups) -> Team:
    return Team(name, standing, share, tuple(groups.items()))


TEAMS: Final = (
    _team("Assessment, north", 0.35, 1.2, {(_CONTACT,): 3, (_CONTACT, _S47): 2, (_CIN,): 2}),
    _team("Assessment, south", 0.15, 1.2, {(_CONTACT,): 3, (_CONTACT, _S47): 2, (_CIN,): 2}),
    _team("Child in need, west", 0.4, 1.3, {(_CIN,): 5, (_CIN, _S47): 1, (_EH, _CIN): 1}),
    _team(SLIPPING, 0.5, 1.3, {(_CIN,): 5, (_CIN, _S47): 1, (_CP,): 2}),
    _team("Child protection, central", 0.3, 1.4, {(_CP,): 6, (_CP, _S47): 2}),
    _team("Children in care, north", 0.5, 1.4, {(_CIC,): 6, (_CIC, _OLDER): 2, (_CIC, _ALONE): 1}),
    _team(WITHOUT_LIFE_STORIES, 0.35, 1.4, {(_CIC,): 6, (_CIC, _OLDER): 2}),
    _team("Leaving care", 0.4, 1.0, {(_OLDER,): 4, (_CIC, _OLDER): 3, (_OLDER, _ALONE): 1}),
    _team("Adoption and permanence", 0.7, 0.7, {(_CIC, _ADO): 4, (_ADO,): 1, (_CIC,): 1}),
    _team("Disabled children", 0.3, 0.8, {(_CIN,): 3, (_CIC,): 2, (_CP,): 1}),
)

KIND_AUDITOR: Final = "QA-04"
STERN_AUDITOR: Final = "QA-07"

_HABITS: Final = MappingProxyType({KIND_AUDITOR: 0.6, STERN_AUDITOR: -0.6})
_AUDITORS: Final = 9
_WORKERS: Final = 7
_OFTEN_ASKED: Final = 100


def auditors() -> tuple[Auditor, ...]:
    """Return the auditors, of whom one is too kind and one is stern."""
    names = [f"QA-{number:02}" for number in range(1, _AUDITORS + 1)]
    return tuple(Auditor(name, _HABITS.get(name, 0.0)) for name in names)


def moderators() -> tuple[Auditor, ...]:
    """Return those who moderate: auditors who are neither too kind nor stern."""
    return tuple(each for each in auditors() if not each.kindness)


def workers_of(team: Team, seed: int) -> tuple[Worker, ...]:
    """Return the workers of a team; their codes say nothing of who they are."""
    chance = chance_for(seed, "workers", team.name)
    first = (TEAMS.index(team) + 1) * _OFTEN_ASKED
    return tuple(
        Worker(f"SW-{first + number}", chance.gauss(0, 0.25), chance.randint(11, 26))
        for number in range(1, _WORKERS + 1)
    )


def standing_of(criteria: tuple[str, ...], team: Team, day: dt.date, as_of: dt.date) -> float:
    """Return how good a team's work is on ``day`` by some criteria, for the whole of the team.

    Here stand the trends that the sample promises.
    """
    months_ago = (as_of - day).days / _DAYS_OF_MONTH
    standing = team.standing
    if _about(criteria, _WEAK_EVERYWHERE):
        standing -= 0.85
    if _about(criteria, _LIFE_STORY):
        standing -= 1.5 if team.name == WITHOUT_LIFE_STORIES else 0.25
    if _about(criteria, LEARNING):
        standing += 0.55 if months_ago < LEARNING_MONTHS_AGO else -0.75
    if _about(criteria, _VISITS) and day.month in _AFTER_SUMMER:
        standing -= 0.7
    if team.name == SLIPPING and months_ago < _SLIPPING_MONTHS:
        standing -= 1.5 * (1 - months_ago / _SLIPPING_MONTHS)
    return standing


def lapses_on(day: dt.date) -> bool:
    """Tell whether a visit that falls due on ``day`` may well be late: it is summer."""
    return day.month in _SUMMER


def _about(criteria: tuple[str, ...], start: str) -> bool:
    return any(each.startswith(start) for each in criteria)
