# SPDX-License-Identifier: MPL-2.0
"""Test what is said of the size of a sample."""

import pytest

from auditapp.insight.size_words import size_words


def test_a_sample_says_what_it_tells_and_what_not():
    """66 of 200: ten in 100 either way, and at most seven poor files unseen."""
    said = size_words(200, 66)
    assert "66 of 200 cases would be audited." == said[0]
    assert "at most 10 in 100 too high or too low, 95 times out of 100" in said[1]
    assert "at most 7 of all 200 are" in said[2]
    assert "less about one team" in said[3]


def test_everything_leaves_nothing_to_chance():
    """No margin is told then."""
    assert 2 == len(size_words(30, 30))
    assert "nothing is left to chance" in size_words(30, 30)[1]


@pytest.mark.parametrize(("population", "size"), [(0, 0), (30, 0)])
def test_nothing_says_nothing(population, size):
    """There is no figure to be told."""
    assert ("No case would be drawn.",) == size_words(population, size)
