# SPDX-License-Identifier: MPL-2.0
"""Test the interval of a share against figures worked out by hand."""

import pytest

from auditapp.insight.intervals import EXACT_MOST, Share, exact_interval


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n), with z² = 3.84146
        (81, 263, 0.2553, 0.3662),  # Newcombe, Statistics in Medicine 17 (1998), table I
        (15, 148, 0.0624, 0.1605),
        (1, 29, 0.0061, 0.1718),
        (0, 20, 0.0, 0.1611),
        (5, 10, 0.2366, 0.7634),
        (20, 20, 0.8389, 1.0),
    ],
)
def test_the_interval_is_that_of_wilson(count, total, low, high):
    """Both ends agree with the published and worked-out figures to four places."""
    share = Share(count, total)
    assert (low, high) == (pytest.approx(share.low, abs=5e-5), pytest.approx(share.high, abs=5e-5))
    assert count / total == share.share


def test_a_share_of_nothing_can_be_anything():
    """No division by nought, and nothing claimed."""
    share = Share(0, 0)
    assert (0.0, 0.0, 1.0) == (share.share, share.low, share.high)


def test_wilson_is_that_of_statsmodels():
    """The interval agrees for every share of up to 60, and for a few of many."""
    from statsmodels.stats.proportion import proportion_confint

    places = [(count, total) for total in range(1, 60) for count in range(total + 1)]
    for count, total in [*places, (3, 5_000), (4_999, 5_000)]:
        low, high = proportion_confint(count, total, method="wilson")
        share = Share(count, total)
        assert (share.low, share.high) == pytest.approx((low, high), abs=1e-7)


def test_the_exact_interval_is_that_of_statsmodels():
    """It agrees to nine places, up to the most cases that it is worked out for."""
    from statsmodels.stats.proportion import proportion_confint

    places = [(count, total) for total in range(1, 40) for count in range(total + 1)]
    for count, total in [*places, (1, 1_000), (500, 1_000), (999, 1_000), (3, 400), (397, 400)]:
        theirs = proportion_confint(count, total, method="beta")
        assert exact_interval(Share(count, total)) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(("count", "total"), [(0, 0), (700, EXACT_MOST + 1)])
def test_the_exact_interval_gives_way_to_wilson(count, total):
    """Of nothing and of many, it is Wilson's."""
    share = Share(count, total)
    assert (share.low, share.high) == exact_interval(share)
