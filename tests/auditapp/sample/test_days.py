# SPDX-License-Identifier: MPL-2.0
"""What had to follow something is set by the rule that it is judged by."""

import datetime as dt

import pytest

from auditapp.checklist.models import Timescale
from auditapp.judgement.timescales import TimescaleInputs, TimescaleState, judge
from auditapp.sample.chance import chance_for
from auditapp.sample.days import Known, Pace
from tests.making import make_front, make_standards

START = dt.date(2026, 1, 12)
NOTHING = Known(None, None, None)
BEST, WORST = 9.0, -9.0


@pytest.fixture
def paced():
    """Return a function that makes the pace of a case, and the rule of a timescale."""

    def paced(name, seed=0, **local):
        standards = make_standards(**local)
        pace = Pace(chance_for(seed), make_front(), standards)
        return pace, pace.rule_of(Timescale(rule=name)), standards

    return paced


def late(paced, name, standing, seed):
    """Tell whether the one event of a rule is judged late afterwards."""
    pace, rule, standards = paced(name, seed)
    day = pace.one_event(rule, Known(START, None, None), standing)
    inputs = TimescaleInputs(START, (day,), make_front().period_to)
    return judge(rule, inputs, standards.calendar).state is TimescaleState.LATE


def test_poor_work_is_late_more_often_than_good_work(paced):
    """The best is late now and then, the worst about every other time."""
    counts = [
        sum(late(paced, "assessment", standing, seed) for seed in range(200))
        for standing in (BEST, WORST)
    ]
    assert 0 < counts[0] < 15
    assert 80 < counts[1] < 140


def test_a_rule_that_nothing_is_known_for_gives_no_day(paced):
    """Neither one that counts from an unknown day, nor one whose situation is not chosen."""
    pace, rule, _standards = paced("assessment")
    assert pace.one_event(rule, NOTHING, BEST) is None
    pace, rule, _standards = paced("visits_in_care")
    assert [] == pace.series(rule, NOTHING, BEST)


def test_a_rule_goes_by_the_number_of_the_council(paced):
    """Visits every five working days are more than visits every ten."""
    pace, rule, _standards = paced("cp_visits")
    often, often_rule, _standards = paced("cp_visits", cp_visits={"on": True, "number": 5})
    known = Known(START, None, None)
    assert len(often.series(often_rule, known, BEST)) > 1.5 * len(pace.series(rule, known, BEST))


def test_what_counts_back_is_done_before(paced):
    """A report that is due before a conference is, in good work, there before it."""
    pace, rule, _standards = paced("report_before_initial_conference", 1)
    assert pace.one_event(rule, Known(START, None, None), BEST) < START


def test_a_series_that_began_before_the_period_has_one_date_from_before_it(paced):
    """As the checklists ask for it: what came before the period is not typed in."""
    pace, rule, _standards = paced("cin_visits")
    dates = pace.series(rule, Known(dt.date(2024, 3, 1), None, None), BEST)
    front = make_front()
    assert 1 == sum(day < front.period_from for day in dates)
    assert max(dates) <= front.period_to
    assert sorted(set(dates)) == dates


def test_a_very_short_interval_fills_no_more_than_anybody_would_type(paced):
    """Sixty dates are more than a file of a year has."""
    pace, rule, _standards = paced("cp_visits", cp_visits={"on": True, "number": 1})
    assert 60 == len(pace.series(rule, Known(START, None, None), BEST))
