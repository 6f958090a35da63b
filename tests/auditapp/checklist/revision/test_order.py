# SPDX-License-Identifier: MPL-2.0
"""Test which entries of a list are said to have moved."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.revision.order import moved_entries


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("abcd", "abcd", ""),
        ("abcd", "xabycd", ""),
        ("abcd", "bd", ""),
        ("abcd", "bcda", "a"),
        ("abcd", "dabc", "d"),
        ("", "abc", ""),
    ],
)
def test_the_fewest_moves_explain_the_order(old, new, moved):
    """Entries put in or taken out move nobody."""
    assert set(moved) == moved_entries(old, new)


@given(st.permutations("abcdefg"))
def test_no_smaller_set_explains_the_order(new):
    """Those that stay are in the same order, and no more could be."""
    stayed = [each for each in new if each not in moved_entries("abcdefg", new)]

    assert sorted(stayed) == stayed
    longer = combinations(new, len(stayed) + 1)
    assert not any(list(each) == sorted(each) for each in longer)
