# SPDX-License-Identifier: MPL-2.0
"""Test what holds of timescales whatever the dates are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from auditapp.judgement.timescale_rules import TimescaleRule
from auditapp.judgement.timescale_words import badge, sentence
from auditapp.judgement.timescales import (
    LocalStandards,
    TimescaleInputs,
    TimescaleState,
    judge,
)
from auditapp.judgement.working_days import WorkingDays
from tests.auditapp.judgement.sample_rules import LETTER, SERIES, VISITS

FORTNIGHTLY = TimescaleRule.model_validate({**SERIES, "every": {"working_days": 10}})

calendar = WorkingDays()
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
many_days = st.lists(days, max_size=12).map(tuple)
samples = st.sampled_from([LETTER, VISITS, FORTNIGHTLY])


@given(rule=samples, start=st.none() | days, dates=many_days, as_of=days, seed=st.randoms())
def test_the_order_of_dates_does_not_matter(rule, start, dates, as_of, seed):
    """Dates in another order, some of them twice, give the same result."""
    shuffled = [*dates, *dates[:2]]
    seed.shuffle(shuffled)
    inputs = TimescaleInputs(start, dates, as_of)
    other = TimescaleInputs(start, tuple(shuffled), as_of)
    assert judge(rule, inputs, calendar) == judge(rule, other, calendar)


@given(start=days, happened=days, later=st.integers(0, 400))
def test_later_is_never_less_late(start, happened, later):
    """The later an event, the later it is judged to be."""
    earlier, latest = sorted((happened, happened + timedelta(days=later)))
    as_of = latest + timedelta(days=40)
    start = min(start, earlier)
    first = judge(LETTER, TimescaleInputs(start, (earlier,), as_of), calendar)
    second = judge(LETTER, TimescaleInputs(start, (latest,), as_of), calendar)
    assert first.late_by <= second.late_by


@given(rule=samples, start=days, dates=many_days, as_of=days, later=st.integers(0, 400))
def test_waiting_never_makes_it_less_overdue(rule, start, dates, as_of, later):
    """With the same events on file, what is overdue stays so, and by more."""
    on_file = tuple(day for day in dates if day <= as_of)
    now = judge(rule, TimescaleInputs(start, on_file, as_of), calendar)
    then = TimescaleInputs(start, on_file, as_of + timedelta(days=later))
    assert now.overdue_by <= judge(rule, then, calendar).overdue_by


@given(rule=samples, start=days, dates=many_days, as_of=days, period=st.none() | days)
def test_figures_agree_with_the_steps(rule, start, dates, as_of, period):
    """The state and the figures say the same as the steps that they sum up."""
    result = judge(rule, TimescaleInputs(start, dates, as_of, period_from=period), calendar)
    lateness = [step.late_by for step in result.steps]
    assert (result.late_by, result.number_late) == (max(lateness), sum(map(bool, lateness)))
    assert (result.state is TimescaleState.LATE) == (result.late_by > 0)
    assert result.steps[-1].due == result.due_on
    assert result.steps[-1].late_by >= 0
    assert len(set(dates)) >= len(result.ignored)


@given(start=days, dates=many_days, as_of=days, period=days)
def test_looking_at_a_period_only_never_adds_lateness(start, dates, as_of, period):
    """What was left out of the list because it was before the period is never held against it."""
    whole = tuple(day for day in dates if start <= day <= as_of)
    in_period = tuple(day for day in whole if day >= period)
    full = judge(VISITS, TimescaleInputs(start, whole, as_of), calendar)
    partly = TimescaleInputs(start, in_period, as_of, period_from=period)
    part = judge(VISITS, partly, calendar)
    assert part.late_by <= full.late_by


@given(data=st.data(), dates=st.lists(st.dates()).map(tuple), as_of=days)
def test_no_date_is_too_odd(rules, data, dates, as_of):
    """Whatever dates are typed, every shipped rule has a result and a sentence for it."""
    rule = data.draw(st.sampled_from(rules.rules))
    odd = st.none() | st.dates()
    start, changes_on, period_from, ends_on = (data.draw(odd) for _each in range(4))
    situation = data.draw(st.sampled_from([None, *(each.id for each in rule.situations)]))
    inputs = TimescaleInputs(start, dates, as_of, situation, changes_on, period_from, ends_on)
    local = LocalStandards.model_validate({rule.id: {"on": True}})
    result = judge(rule, inputs, calendar, local)
    assert sentence(result).endswith(".")
    assert badge(result)


@given(rule=st.sampled_from([VISITS, FORTNIGHTLY]), dates=many_days, end=days, later=st.data())
def test_what_comes_after_the_end_changes_no_lateness(rule, dates, end, later):
    """Once a plan has ended, neither time nor visits make its record better or worse."""
    start = date(2024, 1, 1)
    on_file = tuple(day for day in dates if day <= end)
    then = judge(rule, TimescaleInputs(start, on_file, end, ends_on=end), calendar)
    as_of = later.draw(st.dates(end, date(2029, 12, 31)))
    now = judge(rule, TimescaleInputs(start, dates, as_of, ends_on=end), calendar)
    assert (then.state, then.steps, then.longest_gap) == (now.state, now.steps, now.longest_gap)


@given(rule=st.sampled_from([VISITS, FORTNIGHTLY]), dates=many_days, as_of=days, end=days)
def test_an_end_never_adds_lateness(rule, dates, as_of, end):
    """It only takes away what would have fallen due later."""
    on_file = tuple(day for day in dates if day <= end)
    without = judge(rule, TimescaleInputs(date(2024, 1, 1), on_file, as_of), calendar)
    ended = judge(rule, TimescaleInputs(date(2024, 1, 1), on_file, as_of, ends_on=end), calendar)
    assert ended.late_by <= without.late_by
    assert ended.number_late <= without.number_late
