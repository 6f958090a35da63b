# SPDX-License-Identifier: MPL-2.0
"""Test the order of the four grades."""

import pytest

from auditapp.model.grade import GradeBand


def test_grades_are_counted_from_the_best():
    """Rank and grade lead to each other."""
    assert [0, 1, 2, 3] == [band.rank for band in GradeBand]
    assert list(GradeBand) == [GradeBand.from_rank(rank) for rank in range(4)]


@pytest.mark.parametrize(("rank", "band"), [(-1, GradeBand.OUTSTANDING), (4, GradeBand.INADEQUATE)])
def test_there_is_nothing_beyond_the_four(rank, band):
    """A grade lowered from the worst stays the worst."""
    assert band is GradeBand.from_rank(rank)
