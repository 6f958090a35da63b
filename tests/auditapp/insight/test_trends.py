# SPDX-License-Identifier: MPL-2.0
"""Test trends and differences against other programs, and what is said of them."""

import math
import random

import pytest

from auditapp.insight.intervals import Share
from auditapp.insight.trend_words import (
    difference_words,
    many_comparisons_words,
    sampled_words,
    trend_words,
)
from auditapp.insight.trends import difference, expected_by_chance, trend


def some_shares(seed, periods):
    """Return shares of 5 to 60 cases that rise or fall by chance."""
    lot = random.Random(seed)
    totals = [lot.randint(5, 60) for _ in range(periods)]
    return [Share(lot.randint(0, total), total) for total in totals]


@pytest.mark.parametrize("seed", range(30))
def test_the_trend_is_that_of_statsmodels(seed):
    """It is their linear-by-linear test, but for the known factor (N - 1) / N of its variance."""
    import numpy as np
    from statsmodels.stats.contingency_tables import Table

    shares = some_shares(seed, 3 + seed % 9)
    total = sum(each.total for each in shares)
    found = trend(shares)

    counts = [[each.count, each.total - each.count] for each in shares]
    table = Table(counts, shift_zeros=False)
    theirs = table.test_ordinal_association(col_scores=np.array([1, 0]))
    assert found.z == pytest.approx(theirs.zscore * math.sqrt(total / (total - 1)), rel=1e-10)
    assert found.chance == pytest.approx(math.erfc(abs(found.z) / math.sqrt(2)))
    assert (len(shares), total) == (found.periods, found.total)


def test_scores_place_the_periods_in_time():
    """A month left out makes a gap; moving or stretching the axis changes nothing."""
    shares = [Share(2, 20), Share(5, 20), Share(12, 20)]

    assert trend(shares).z == pytest.approx(trend(shares, [10, 20, 30]).z)
    assert trend(shares).z != pytest.approx(trend(shares, [0, 1, 5]).z)
    assert trend(shares).z > 0 > trend(shares[::-1]).z


def test_nothing_can_be_told_of_too_little():
    """Two periods, all alike, or periods of nobody give no result."""
    assert trend([Share(2, 20), Share(5, 20)]) is None
    assert trend([Share(0, 20)] * 4) is None
    assert trend([Share(20, 20)] * 4) is None
    assert trend([Share(2, 20), Share(0, 0), Share(5, 20)]) is None


def test_the_difference_is_that_of_statsmodels():
    """Newcombe's interval and the odds agree on every pair of shares of 15 and 22."""
    from statsmodels.stats.proportion import confint_proportions_2indep

    for first in range(16):
        for second in range(23):
            ours = difference(Share(first, 15), Share(second, 22))
            theirs = confint_proportions_2indep(second, 22, first, 15, method="newcomb")
            assert (ours.low, ours.high) == pytest.approx(theirs, abs=1e-7)


def test_the_odds_are_those_of_statsmodels():
    """The ratio and Woolf's interval agree, also where a count is nought and a half is added."""
    from statsmodels.stats.contingency_tables import Table2x2

    for first in range(16):
        for second in range(23):
            ours = difference(Share(first, 15), Share(second, 22))
            counts = [second, 22 - second, first, 15 - first]
            add = 0.5 if 0 in counts else 0
            yes, no, was, was_not = (count + add for count in counts)
            theirs = Table2x2([[yes, no], [was, was_not]])
            assert ours.odds == pytest.approx(theirs.oddsratio)
            interval = theirs.oddsratio_confint()
            assert (ours.odds_low, ours.odds_high) == pytest.approx(interval, rel=1e-6)


def test_newcombe_s_own_example_comes_out():
    """56 of 70 against 48 of 80: 20 points, from 5 to 34 (his table II, method 10)."""
    found = difference(Share(48, 80), Share(56, 70))

    assert (0.2, 0.0524, 0.3339) == (
        pytest.approx(found.value),
        pytest.approx(found.low, abs=5e-5),
        pytest.approx(found.high, abs=5e-5),
    )
    assert found.is_clear


def test_a_round_of_nobody_is_not_compared():
    """There is no difference from nothing."""
    assert difference(Share(0, 0), Share(5, 10)) is None
    assert difference(Share(5, 10), Share(0, 0)) is None
    assert "no cases" in difference_words(None)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (Share(48, 80), Share(56, 70), "48 of 80 (60%) in the first, 56 of 70 (80%) in the "),
        (Share(48, 80), Share(56, 70), "higher in the second; the true difference is likely from"),
        (Share(56, 70), Share(48, 80), "lower in the second"),
        (Share(5, 10), Share(6, 10), "no clear difference"),
        (Share(0, 4), Share(30, 30), "too few to compare"),
    ],
)
def test_a_difference_is_said_with_what_it_rests_on(first, second, words):
    """Each sentence has both counts, and no difference is claimed that chance may give."""
    assert words in difference_words(difference(first, second))


def test_many_comparisons_bring_a_caution():
    """One needs none; of forty about two come out as clear by chance."""
    assert 2 == expected_by_chance(40)
    assert many_comparisons_words(1, 1) == ""
    assert "one may look clear" in many_comparisons_words(5, 0)
    assert "About one would" in many_comparisons_words(20, 3)
    assert "40 comparisons were made and 3 came out as clear. About 2 would by chance." == (
        many_comparisons_words(40, 3)
    )


def test_a_trend_is_said_with_what_it_does_not_show():
    """Too little, no trend, a rise and a fall each have their words."""
    rising = [Share(2, 30), Share(9, 30), Share(20, 30)]

    assert "three periods" in trend_words(None)
    assert "does not show that nothing changed" in trend_words(trend([Share(5, 10)] * 4))
    assert trend_words(trend(rising)).startswith("The share rises, more than chance")
    assert trend_words(trend(rising[::-1])).startswith("The share falls")
    assert "speak of all" in sampled_words(is_by_lot=True)
    assert "only of those" in sampled_words(is_by_lot=False)
