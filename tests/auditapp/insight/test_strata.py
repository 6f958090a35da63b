# SPDX-License-Identifier: MPL-2.0
"""Test how a sample is spread over strata."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.errors import SamplingError
from auditapp.insight.strata import spread
from auditapp.model.round_kinds import StrataMethod

PROPORTIONAL, EQUAL = StrataMethod
SIZES = st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 60), min_size=1)


def test_the_largest_remainders_get_what_is_left():
    """Shares of 4.7, 3.1 and 2.2 become 5, 3 and 2."""
    assert {"A": 5, "B": 3, "C": 2} == spread({"A": 47, "B": 31, "C": 22}, 10, PROPORTIONAL)


def test_of_equal_remainders_the_larger_counts_then_the_alphabet():
    """Everybody gets the same from the same list, whatever its order."""
    assert {"A": 1, "B": 1, "C": 0} == spread({"C": 5, "B": 5, "A": 5}, 2, PROPORTIONAL)
    assert {"A": 1, "B": 0} == spread({"A": 30, "B": 10}, 1, PROPORTIONAL)


def test_a_small_stratum_gets_its_least():
    """The others share the rest in proportion; a stratum never gives more than it has."""
    assert {"A": 7, "B": 2, "C": 1} == spread({"A": 95, "B": 4, "C": 1}, 10, PROPORTIONAL, 2)


def test_equal_shares_go_on_where_a_stratum_is_used_up():
    """What a small one cannot give, the others do, the largest first."""
    assert {"A": 5, "B": 4, "C": 1} == spread({"A": 50, "B": 30, "C": 1}, 10, EQUAL)


@given(SIZES, st.integers(0, 200), st.sampled_from(StrataMethod), st.integers(0, 5))
def test_a_spread_keeps_its_promises(sizes, size, method, least):
    """It adds up, no stratum gives too many or too few, and a larger one never gives fewer."""
    whole = sum(sizes.values())
    needed = sum(min(count, least) for count in sizes.values())
    if size > whole or needed > size:
        with pytest.raises(SamplingError):
            spread(sizes, size, method, least)
        return
    parts = spread(sizes, size, method, least)

    assert (set(sizes), size) == (set(parts), sum(parts.values()))
    for name, part in parts.items():
        assert min(least, sizes[name]) <= part <= sizes[name]
    for name, other in zip(sizes, list(sizes)[1:], strict=False):
        if sizes[name] > sizes[other]:
            assert parts[name] >= parts[other]


def test_what_cannot_be_is_refused_in_words():
    """Each refusal says what to ask for instead."""
    with pytest.raises(SamplingError, match="only 5 cases") as too_many:
        spread({"A": 5}, 6, EQUAL)
    with pytest.raises(SamplingError, match="3 from every group make 6 cases") as too_few:
        spread({"A": 5, "B": 5}, 4, EQUAL, 3)
    assert "smaller sample" in too_many.value.remedy
    assert "larger sample" in too_few.value.remedy
