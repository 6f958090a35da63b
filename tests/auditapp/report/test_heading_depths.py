# SPDX-License-Identifier: MPL-2.0
"""Test that no level of headings is skipped."""

from auditapp.report.heading_depths import HeadingDepths


def depths(*levels):
    """Return how deep headings of these levels stand, one after the other."""
    made = HeadingDepths(5)
    return [made.depth(level) for level in levels]


def test_levels_are_kept_where_none_is_skipped():
    """Going up may skip levels, going down may not."""
    assert [1, 2, 3, 1, 2] == depths(1, 2, 3, 1, 2)
    assert [1, 2, 1] == depths(3, 3, 1)


def test_another_report_in_the_file_stands_one_deeper():
    """Its title stands as deep as a part of the first, its own parts below it."""
    assert [1, 2, 1, 2, 3, 4, 5, 5] == depths(1, 2, 0, 1, 2, 3, 4, 5)


def test_below_is_one_deeper_than_the_last():
    """It never gets deeper than there are headings."""
    made = HeadingDepths(2)
    assert 1 == made.below
    made.depth(1)
    assert 2 == made.below
    made.depth(2)
    assert 2 == made.below
