# SPDX-License-Identifier: MPL-2.0
"""Let time pass after the sign-off: actions are done, verified or overdue, and grades agreed."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Final

from auditapp.judgement.action_steps import NEXT, is_own_work
from auditapp.judgement.day_words import day_words
from auditapp.judgement.working_days import SATURDAY
from auditapp.model.audit import Audit
from auditapp.model.edits import Author
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.ids import RecordId
from auditapp.sample import auditor_words
from auditapp.sample.authority import SLIPPING, moderators
from auditapp.sample.chance import weighted
from auditapp.sample.gathering import GatheringSession
from auditapp.sample.plans import AuditPlan

_ONE_DAY: Final = dt.timedelta(days=1)
_WITHOUT_DATE: Final = 45
"""Days after which something is done about an action that has no date."""

_COURSES: Final = {"verified": 0.5, "done": 0.17, "open": 0.27, "dropped": 0.06}
_SLIPPING_COURSES: Final = {"verified": 0.3, "done": 0.12, "open": 0.54, "dropped": 0.04}
"""What becomes of an action in the end."""

_LASTING: Final = 0.7
"""The share of what was done that a re-audit finds done."""

_CLOSED: Final = 0.8
_SETTLED: Final = frozenset({ActionStatus.VERIFIED, ActionStatus.DROPPED})


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold an audit that was made: its plan, and its session, signed off and not saved yet."""

    plan: AuditPlan
    session: GatheringSession

    @property
    def audit(self) -> Audit:
        """The audit as it is."""
        return self.session.audit

    @property
    def signed_on(self) -> dt.date:
        """The day of the last sign-off.

        Raises:
            ValueError: It is a draft, about which nothing is done afterwards.
        """
        if self.audit.sign_off is None:
            raise ValueError("a draft has no aftermath")
        return self.audit.sign_off.at.date()


Happening = tuple[dt.datetime, Callable[[], object]]
"""What happens, and when."""


def let_time_pass(
    chance: Random, first: Reading, moderation: Reading | None, re_audit: Reading | None
) -> None:
    """Let happen to a signed audit what happened up to the day of the sample, in order of time."""
    happenings = [*_agreements(chance, first, moderation)]
    for key, action in first.audit.actions.items():
        happenings += _course(chance, first, key, action)
    if re_audit is not None:
        at = _at(re_audit.signed_on, 15)
        by = re_audit.plan.auditor.name
        happenings.append((at, partial(_look_again, chance, first.session, Author(by, at))))
    last = dt.datetime.combine(first.plan.order.as_of, dt.time(tzinfo=dt.UTC))
    for at, happen in sorted(happenings, key=lambda each: each[0]):
        if at < last:
            happen()
    _close(chance, first)


def _agreements(chance: Random, first: Reading, moderation: Reading | None) -> Iterator[Happening]:
    """Yield the agreement on each grade of the audit, and of sections where the readings differ."""
    if moderation is None:
        return
    at = _at(moderation.signed_on + _ONE_DAY, 14)
    second = moderation.audit.grades
    for key, given in first.audit.grades.items():
        is_same = key in second and second[key].band is given.band
        if key in second and (key in (PRACTICE, IMPACT) or not is_same):
            band = chance.choice((second[key].band, second[key].band, given.band))
            words = auditor_words.AGREED_AT_ONCE if is_same else auditor_words.AGREED
            at += dt.timedelta(minutes=chance.randint(2, 9))
            by = Author(moderation.plan.auditor.name, at)
            yield at, partial(first.session.agree_grade, key, band, chance.choice(words), by)


def _course(chance: Random, first: Reading, key: RecordId, action: Action) -> Iterator[Happening]:
    """Yield what becomes of one action; what would come too late never happens."""
    plan, session = first.plan, first.session
    courses = _SLIPPING_COURSES if plan.case.team.name == SLIPPING else _COURSES
    course = weighted(chance, courses)
    due = action.due or first.signed_on + _ONE_DAY * _WITHOUT_DATE
    early = max(first.signed_on + _ONE_DAY, due - _ONE_DAY * chance.randint(0, 25))
    day = early if chance.random() < 0.6 else due + _ONE_DAY * chance.randint(1, 20)  # noqa: PLR2004 - most are in time
    worker = plan.case.worker.code

    def step(day: dt.date, status: ActionStatus, by: str, words: str) -> Happening:
        """Return a step of the action, to be taken at ten on that day."""
        at = _at(day, 10)
        return at, partial(_take_step, session, key, status, Author(by, at), words)

    if course == "dropped" and action.status is ActionStatus.OPEN:
        yield step(day, ActionStatus.DROPPED, worker, chance.choice(auditor_words.DROPPED))
    if course not in ("done", "verified"):
        return
    if action.status is ActionStatus.OPEN:
        done_on = day_words(_at(day, 10).date()).rpartition(" ")[0]
        words = chance.choice(auditor_words.DONE).format(day=done_on)
        yield step(day, ActionStatus.DONE, worker, words)
    if course == "verified":
        others = [each.name for each in moderators() if each != plan.auditor]
        verifier, words = chance.choice(others), chance.choice(auditor_words.VERIFIED)
        later = day + _ONE_DAY * chance.randint(5, 25)
        yield step(later, ActionStatus.VERIFIED, verifier, words)


def _take_step(
    session: GatheringSession,
    key: RecordId,
    status: ActionStatus,
    by: Author,
    words: str,
) -> None:
    """Let an action stand as ``status``, unless a re-audit has changed the course of things."""
    if status in NEXT[session.audit.action_now(key).status]:
        done_by = by.name if status is ActionStatus.DONE else ""
        session.progress_action(key, status, by, words, done_by)


def _look_again(chance: Random, session: GatheringSession, by: Author) -> None:
    """Verify at a re-audit what was done and has lasted, and open the rest again."""
    for key, action in session.audit.actions_now.items():
        if action.status not in (ActionStatus.DONE, ActionStatus.VERIFIED):
            continue
        if chance.random() > _LASTING:
            words = chance.choice(auditor_words.OPENED_AGAIN)
            session.progress_action(key, ActionStatus.OPEN, by, words, "")
        elif action.status is ActionStatus.DONE and not is_own_work(session.audit, key, by.name):
            words = chance.choice(auditor_words.VERIFIED)
            session.progress_action(key, ActionStatus.VERIFIED, by, words, "")


def _close(chance: Random, first: Reading) -> None:
    """Close most of the audits about which nothing is left to do."""
    actions = first.audit.actions_now.values()
    is_settled = all(each.status in _SETTLED for each in actions)
    if actions and is_settled and chance.random() < _CLOSED:
        # Everything happens in office hours, so that this is still the same day.
        at = first.session.history[-1].at + dt.timedelta(minutes=chance.randint(5, 90))
        first.session.mark_closed(Author(first.plan.auditor.name, at))


def _at(day: dt.date, hour: int) -> dt.datetime:
    """Return an hour of that day, or of the Monday after it where it is at a weekend."""
    to_monday = 7 - day.weekday() if day.weekday() >= SATURDAY else 0
    return dt.datetime.combine(day + _ONE_DAY * to_monday, dt.time(hour, 5, tzinfo=dt.UTC))
