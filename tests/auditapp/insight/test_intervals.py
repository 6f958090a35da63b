# SPDX-License-Identifier: MPL-2.0
"""Test the interval of a share against figures worked out by hand."""

import pytest

from auditapp.insight.intervals import Share


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
