# SPDX-License-Identifier: MPL-2.0
"""What the sample promises shows where audits are read across."""

import datetime as dt

import pytest

from auditapp.insight.criterion_counts import MET, NOT_FOUND
from auditapp.insight.judged_audits import NOT_APPLICABLE
from auditapp.insight.reading import read_across
from auditapp.judgement.audit_states import AuditState
from auditapp.model.audit import Audit
from auditapp.sample.answering import Answering
from auditapp.sample.authority import LEARNING_MONTHS_AGO, SLIPPING, TEAMS, WITHOUT_LIFE_STORIES
from auditapp.sample.days import are_visits
from auditapp.sample.plans import SampleOrder, plan_audit
from auditapp.sample.reader import Reader
from tests.auditapp.sample.conftest import DAY

COUNT = 150
ORDER = SampleOrder(COUNT, 3, DAY)
LEARNT = DAY - dt.timedelta(days=round(30.44 * LEARNING_MONTHS_AGO))


@pytest.fixture(scope="module")
def read(checklist, standards):
    """Return a function that tells what is counted of planned audits, as auditors answer them."""

    def read(plans):
        return read_across([_state(plan, checklist, standards) for plan in plans]).audits

    return read


@pytest.fixture(scope="module")
def judged(read):
    """Return what is counted of many audits."""
    return read(plan_audit(ORDER, each) for each in range(COUNT))


def _state(plan, checklist, standards):
    ready = [checklist(name) for name in plan.checklists]
    began = dt.datetime.combine(plan.begins, dt.time(12, tzinfo=dt.UTC))
    audit = Audit(
        id=plan.id, created_at=began, front=plan.front, checklists=[each.pin for each in ready]
    )
    compiled = [each.compiled for each in ready]
    return AuditState(Answering(Reader(plan, standards), audit, compiled).run(), ())


def share_met(audits, *checklists, without=()):
    """Return the share of ratings that were met, of those found."""
    names = [
        name
        for audit in audits
        for criterion, name in audit.ratings.items()
        if name not in (NOT_APPLICABLE, NOT_FOUND)
        and (not checklists or criterion.checklist in checklists)
        and criterion.checklist not in without
    ]
    assert len(names) > 60
    return sum(name in MET for name in names) / len(names)


def of_team(audits, *names):
    """Return the audits of these teams."""
    return [audit for audit in audits if audit.team in names]


def test_chronologies_are_weak_everywhere(judged):
    """They are met far less often than everything else is, in each large team."""
    everything = share_met(judged, without=("chronology",))
    assert share_met(judged, "chronology") < everything - 0.15
    for team in (each for each in TEAMS if each.share > 1.25):
        own = of_team(judged, team.name)
        assert share_met(own, "chronology") < share_met(own, without=("chronology",))


def test_one_team_leaves_life_stories_undone(judged):
    """It does its other work about as well as the team beside it."""
    weak = of_team(judged, WITHOUT_LIFE_STORIES)
    others = [audit for audit in judged if audit.team != WITHOUT_LIFE_STORIES]
    assert share_met(weak, "life-story") < share_met(others, "life-story") - 0.2
    without = ("life-story",)
    assert abs(share_met(weak, without=without) - share_met(others, without=without)) < 0.2


def test_oversight_is_better_after_the_learning_message(judged):
    """Supervision and oversight were weak until the message, and are good after it."""
    before = [audit for audit in judged if audit.day < LEARNT]
    after = [audit for audit in judged if audit.day > LEARNT]
    assert share_met(after, "oversight") > share_met(before, "oversight") + 0.2


def test_one_team_slips(read):
    """Its work of the last half-year falls behind what it was."""
    plans = (plan_audit(ORDER, each) for each in range(4 * COUNT))
    own = read(plan for plan in plans if plan.case.team.name == SLIPPING)
    lately = DAY - dt.timedelta(days=182)
    without = ("oversight",)  # which has its own trend
    before = share_met([each for each in own if each.day < lately], without=without)
    after = share_met([each for each in own if each.day >= lately], without=without)
    assert after < before - 0.15


def test_visits_lapse_in_summer(judged):
    """A visit that falls due in July or August is late far more often than another."""
    steps = [
        step
        for audit in judged
        for result in audit.timescales.values()
        if are_visits(result.event)
        for step in result.steps
        if step.due
    ]
    summer = [step.late_by > 0 for step in steps if step.due.month in (7, 8)]
    rest = [step.late_by > 0 for step in steps if step.due.month not in (7, 8, 9)]
    assert sum(summer) / len(summer) > 2 * sum(rest) / len(rest) > 0
