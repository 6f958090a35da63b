# SPDX-License-Identifier: MPL-2.0
"""Test the limits of control charts, their rules, and the words for them."""

import pytest

from auditapp.insight.control_charts import (
    FEWEST_POINTS,
    ControlChart,
    moving_range_chart,
    p_chart,
    xmr_chart,
)
from auditapp.insight.intervals import Share
from auditapp.insight.run_rules import ChartPoint, RunRules, Signal, signals
from auditapp.insight.trend_words import chart_words


def points(*values, low=-3.0, high=3.0):
    """Make points around 0, with limits at three."""
    return [ChartPoint(value, 0.0, low, high) for value in values]


def found(values, rules=None):
    """Return which places signal what."""
    return {at: set(each) for at, each in signals(points(*values), rules or RunRules()).items()}


def test_the_limits_of_a_p_chart_widen_for_few_cases():
    """Centre and limits are the mean share and three deviations, kept within 0 and 1."""
    chart = p_chart([Share(10, 100), Share(1, 25), Share(9, 75)])

    assert [0.1] * 3 == pytest.approx([each.centre for each in chart.points])
    assert (0.01, 0.19) == pytest.approx((chart.points[0].low, chart.points[0].high))
    assert (0.0, 0.28) == pytest.approx((chart.points[1].low, chart.points[1].high))


def test_the_limits_of_an_xmr_chart_are_montgomery_s():
    """Viscosity, his table 6.6: mean 33.52, mean range 0.48, limits 34.80 and 32.24."""
    values = [
        33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27,
        33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84,
    ]  # fmt: skip
    chart = xmr_chart(values)
    ranges = moving_range_chart(values)

    assert (33.52, 32.24, 34.80) == pytest.approx(
        (chart.points[0].centre, chart.points[0].low, chart.points[0].high), abs=0.01
    )
    assert (0.48, 1.57) == pytest.approx((ranges.points[0].centre, ranges.points[0].high), abs=0.01)
    assert {} == chart.signals
    assert {} == ranges.signals


def test_a_leap_shows_in_the_moving_range():
    """One value far off makes two ranges too large."""
    chart = moving_range_chart([1.0, 1.1] * 8 + [9.0] + [1.0, 1.1] * 4)

    assert {15: frozenset({Signal.OUTSIDE}), 16: frozenset({Signal.OUTSIDE})} == chart.signals


def test_a_share_of_nobody_has_no_place():
    """A month without audits is the caller's to leave out, not a nought."""
    with pytest.raises(ValueError, match="nobody"):
        p_chart([Share(0, 0)])


def test_no_points_make_an_empty_chart():
    """Nothing is divided by nought."""
    empty = ControlChart((), {}, is_telling=False)

    assert [empty] * 3 == [p_chart([]), xmr_chart([]), moving_range_chart([])]


def test_a_point_beyond_a_limit_signals():
    """Above and below; on the limit it does not."""
    assert {1: {Signal.OUTSIDE}, 3: {Signal.OUTSIDE}} == found([0, 3.1, 0, -3.1, 0, 3.0])


@pytest.mark.parametrize(("run", "is_shift"), [(6, False), (7, True)])
def test_seven_on_one_side_are_a_shift(run, is_shift):
    """Six are not; every point of the run is marked."""
    places = found([-1, *[0.5, 0.4] * (run // 2), *[0.3] * (run % 2), -1])

    assert ({at: {Signal.SHIFT} for at in range(1, run + 1)} if is_shift else {}) == places


def test_a_point_on_the_centre_ends_a_run():
    """It is on neither side."""
    assert {} == found([0.5, 0.4, 0.5, 0.0, 0.4, 0.5, 0.4, 0.5])


@pytest.mark.parametrize("sign", [1, -1])
def test_seven_that_rise_or_fall_are_a_trend(sign):
    """Seven points have six steps; an equal neighbour ends the run."""
    rising = [sign * each * 0.3 for each in (-3, -2, -1, 0, 1, 2, 3)]

    assert {at: {Signal.TREND} for at in range(7)} == found(rising)
    assert {} == found([*rising[:4], rising[3], *rising[4:]])
    assert {} == found(rising[:6])


def test_two_of_three_near_a_limit_signal():
    """They have to be on the same side, and the third may be anywhere."""
    assert {0: {Signal.NEAR_LIMIT}, 2: {Signal.NEAR_LIMIT}} == found([2.5, -0.1, 2.1])
    assert {} == found([2.5, -0.1, -2.5])
    assert {} == found([2.5, -0.1, -0.1, 2.5])
    assert {} == found([2.5, -0.1, 2.1], RunRules(has_near_limit=False))


def test_the_length_of_a_run_is_a_setting():
    """Six in a row are a shift for those who say so."""
    values = [0.5, 0.4, 0.5, 0.4, 0.5, 0.4]

    assert {} == found(values)
    assert {at: {Signal.SHIFT} for at in range(6)} == found(values, RunRules(shift=6))


def test_too_few_points_signal_nothing():
    """Limits of eleven points are drawn and said to mean little; of twelve they count."""
    few = p_chart([Share(1, 20)] * (FEWEST_POINTS - 2) + [Share(19, 20)])
    enough = p_chart([Share(1, 20)] * (FEWEST_POINTS - 1) + [Share(19, 20)])

    assert ({}, False) == (few.signals, few.is_telling)
    assert Signal.OUTSIDE in enough.signals[FEWEST_POINTS - 1]
    assert ("Limits mean little before there are 12 points; there are 11.",) == chart_words(few)


def test_the_words_name_each_kind_of_signal_once():
    """Where there is none, they warn of acting on single ups and downs."""
    leap = p_chart([Share(1, 20)] * (FEWEST_POINTS - 1) + [Share(19, 20)])
    calm = xmr_chart([1.0, 1.2, 0.9, 1.1] * 4)

    assert "Points beyond the limits: 1." == chart_words(leap)[0]
    assert "Points in a long run on one side of the centre: 11." == chart_words(leap)[1]
    assert "Something changed" in chart_words(leap)[-1]
    assert "Do not act on single ups and downs." in chart_words(calm)[0]
