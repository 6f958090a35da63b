# SPDX-License-Identifier: MPL-2.0
"""Invent what stands in the registers: disputes, learning that went out, other quality activity.

They tell of the same things that are to be found in the audits, so that themes can be set beside
each other: see ``authority``.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from auditapp.model.register import (
    ActivityKind,
    Dispute,
    DisputeKind,
    DisputeLevel,
    LearningMessage,
    QualityActivity,
    RegisterEntry,
)
from auditapp.sample.authority import (
    LEARNING_MONTHS_AGO,
    SLIPPING,
    TEAMS,
    WITHOUT_LIFE_STORIES,
    auditors,
)
from auditapp.sample.chance import chance_for
from auditapp.sample.plans import SampleOrder

_DAYS_OF_MONTH: Final = 30.44
_REPLY_DAYS: Final = 14
_OFTEN_SETTLED: Final = 0.85
_MORNING: Final = dt.time(10, 15, tzinfo=dt.UTC)

_OFFICER, _AGENCIES = DisputeKind.REVIEWING_OFFICER, DisputeKind.AGENCIES
_TEAM, _SERVICE, _HEAD = DisputeLevel.TEAM, DisputeLevel.SERVICE, DisputeLevel.HEAD
_DISPUTES: Final = (
    (23, _OFFICER, _TEAM, "Care plan", "The care plan came to the review unfinished."),
    (20, _OFFICER, _SERVICE, "Drift", "No decision on permanence at the second review."),
    (18, _AGENCIES, _TEAM, "Thresholds", "A referral of a school was closed without a reason."),
    (15, _OFFICER, _TEAM, "Visits", "Two visits in a row were late, and nobody had said why."),
    (13, DisputeKind.GRADE, _SERVICE, "Grades", "The team does not share the grade of an audit."),
    (11, _AGENCIES, _HEAD, "Core groups", "Health did not come to three core groups."),
    (9, _OFFICER, _HEAD, "Life-story work", "Life-story work was asked for twice, and not begun."),
    (6, DisputeKind.GRADE, _TEAM, "Grades", "The team asks for a second reading of an audit."),
    (4, _OFFICER, _SERVICE, "Visits", "Visits in the summer were late again."),
    (2, _AGENCIES, _TEAM, "Thresholds", "The police and the team differ on a strategy discussion."),
    (0.3, _OFFICER, _TEAM, "Care plan", "The plan does not say who helps at school."),
)
"""Months before the day of the sample, between whom, how far, about what, and what is said."""

_RAISED_BY: Final = {
    _OFFICER: "Independent reviewing officer",
    _AGENCIES: "Partner agency",
    DisputeKind.GRADE: "Team manager",
}
_RESULTS: Final = (
    "The team manager agreed, and the plan was changed.",
    "Both met; what was asked for is done by the next review.",
    "It was explained why not, and the reason was put on file.",
)

_MESSAGES: Final = (
    (
        (LEARNING_MONTHS_AGO, 6, 5),
        "Supervision",
        "Write down in supervision what was thought, not only what is to be done.",
        "Supervision records of the months since say why, and actions are followed up.",
    ),
    (
        (7, 2, 2),
        "Chronologies",
        "A chronology is for use: the worker who reads it first should know what matters.",
        "Chronologies are still weak in every team.",
    ),
    (
        (4, 0.5, None),
        "Life-story work",
        "Life-story work begins when a child comes into care, not when it leaves.",
        "",
    ),
    ((1, -2, None), "Visits", "Plan visits of the summer before the summer begins.", ""),
)
"""When it was sent, when to look at its effect and when somebody did, in months before the day."""

_WATCHED, _COMPLAINT = ActivityKind.OBSERVATION, ActivityKind.COMPLAINT
_ACTIVITIES: Final = (
    (22, _WATCHED, "Direct work", "", "The worker listened, and came back to what was said."),
    (19, _COMPLAINT, "Visits", "", "A parent did not know that the visit was moved."),
    (
        16,
        ActivityKind.SECTION_11,
        "Supervision",
        "",
        "There is supervision; few check it.",
    ),
    (14, ActivityKind.LEARNING_REVIEW, "Drift", "", "Strengths were seen; decisions came late."),
    (10, _WATCHED, "Core groups", "", "The plan was read together, and the parents spoke first."),
    (8, ActivityKind.DIP_SAMPLE, "Chronologies", "", "Four of ten were up to date."),
    (6, _COMPLAINT, "Changes of worker", SLIPPING, "A child had three workers in a year."),
    (
        5,
        _WATCHED,
        "Life-story work",
        WITHOUT_LIFE_STORIES,
        "There was no time for it.",
    ),
    (3, ActivityKind.WALKING_THE_FLOOR, "Caseloads", SLIPPING, "Posts are empty; others cover."),
    (1, _COMPLAINT, "Visits", SLIPPING, "Nobody came in August, and nobody rang."),
)


def register_entries(order: SampleOrder) -> list[RegisterEntry]:
    """Return the entries of all registers, the oldest first; the same for the same order."""
    found = [*_disputes(order), *_messages(order), *_activities(order)]
    return sorted(found, key=lambda each: each.created_at)


def _disputes(order: SampleOrder) -> Iterator[Dispute]:
    for number, (months, kind, level, theme, matter) in enumerate(_DISPUTES):
        chance = chance_for(order.seed, "dispute", number)
        raised = _day(order, months)
        settled = raised + dt.timedelta(days=chance.randint(3, 30))
        is_settled = settled <= order.as_of and chance.random() < _OFTEN_SETTLED
        yield Dispute(
            author=chance.choice(auditors()).name,
            created_at=_at(raised),
            team=chance.choice(TEAMS).name,
            theme=theme,
            kind=kind,
            matter=matter,
            raised_by_role=_RAISED_BY[kind],
            raised_on=raised,
            level=level,
            reply_due=raised + dt.timedelta(days=_REPLY_DAYS),
            settled_on=settled if is_settled else None,
            result=chance.choice(_RESULTS) if is_settled else "",
        )


def _messages(order: SampleOrder) -> Iterator[LearningMessage]:
    for (sent, due, checked), theme, message, found in _MESSAGES:
        yield LearningMessage(
            author=auditors()[0].name,
            created_at=_at(_day(order, sent)),
            theme=theme,
            message=message,
            audience="All practitioners and their managers",
            method="Seven-minute note, talked through in team meetings",
            sent_on=_day(order, sent),
            check_due=_day(order, due),
            checked_on=None if checked is None else _day(order, checked),
            check_found=found,
        )


def _activities(order: SampleOrder) -> Iterator[QualityActivity]:
    for number, (months, kind, theme, team, found) in enumerate(_ACTIVITIES):
        chance = chance_for(order.seed, "activity", number)
        held = _day(order, months)
        yield QualityActivity(
            author=chance.choice(auditors()).name,
            created_at=_at(held),
            team=team or chance.choice(TEAMS).name,
            theme=theme,
            kind=kind,
            held_on=held,
            found=found,
        )


def _day(order: SampleOrder, months_ago: float) -> dt.date:
    return order.as_of - dt.timedelta(days=round(months_ago * _DAYS_OF_MONTH))


def _at(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, _MORNING)
