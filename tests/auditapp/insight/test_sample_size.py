# SPDX-License-Identifier: MPL-2.0
"""Test how many files a claim needs, against published figures and another program."""

import pytest

from auditapp.insight.sample_size import (
    chance_to_find,
    dip_sample_size,
    margin_of_size,
    most_bad_unseen,
    planned_size,
    size_for_margin,
)
from auditapp.model.round_kinds import SampleMethod
from auditapp.model.sample_plan import SamplePlan


@pytest.mark.parametrize(
    ("population", "margin", "size"),
    [
        (200, 0.05, 132),
        (200, 0.10, 66),
        (1_000, 0.05, 278),
        (10_000, 0.05, 370),
        (1_000_000, 0.05, 384),
    ],
)
def test_the_size_for_a_margin_is_the_usual_one(population, margin, size):
    """The figures are those of the printed tables (R. V. Krejcie and D. W. Morgan, 1970)."""
    assert size == pytest.approx(size_for_margin(population, margin), abs=1)


def test_a_size_is_never_more_than_there_is():
    """A small population is read whole, and one of nobody not at all."""
    assert 5 == size_for_margin(5, 0.01)
    assert 0 == size_for_margin(0, 0.05)
    assert 0 == dip_sample_size(0, 0.05)
    assert 1 == dip_sample_size(1, 0.05)


def test_a_surer_claim_needs_more():
    """More confidence, a smaller margin and a share nearer to a half all cost more files."""
    usual = size_for_margin(500, 0.1, 0.95, 0.8)

    assert usual < size_for_margin(500, 0.1, 0.99, 0.8)
    assert usual < size_for_margin(500, 0.05, 0.95, 0.8)
    assert usual < size_for_margin(500, 0.1, 0.95, 0.5)


def test_the_dip_sample_is_the_smallest_that_will_do():
    """By scipy's hypergeometric distribution, it is enough and one fewer is not."""
    from scipy.stats import hypergeom

    assert [39, 45, 51] == [dip_sample_size(population, 0.05) for population in (50, 100, 200)]
    for population in (7, 29, 60, 143, 400):
        for share in (0.02, 0.1, 0.29, 0.5, 1.0):
            size = dip_sample_size(population, share, 0.9)
            bad = max(1, int(share * population + 1e-9))
            assert hypergeom.sf(0, population, bad, size) >= 0.9 - 1e-12
            assert hypergeom.sf(0, population, bad, size - 1) < 0.9


def test_the_chance_to_find_is_that_of_scipy():
    """Drawing everything finds it, drawing nothing does not."""
    from scipy.stats import hypergeom

    for bad in (0, 1, 5, 40):
        for size in (0, 1, 17, 40):
            theirs = hypergeom.sf(0, 40, bad, size)
            assert chance_to_find(40, bad, size) == pytest.approx(theirs, abs=1e-12)


def test_a_clean_sample_leaves_so_many_unseen():
    """One bad file more than that would have shown with the confidence asked for."""
    for population, size in ((100, 45), (200, 51), (30, 29), (60, 10)):
        unseen = most_bad_unseen(population, size)
        assert chance_to_find(population, unseen, size) <= 0.95
        assert unseen == population - size or chance_to_find(population, unseen + 1, size) > 0.95
    assert 0 == most_bad_unseen(40, 40)


@pytest.mark.parametrize(
    ("plan", "size"),
    [
        ({"method": SampleMethod.ALL}, 200),
        ({"method": SampleMethod.SIZE, "size": 20}, 20),
        ({"method": SampleMethod.SIZE, "size": 900}, 200),
        ({"method": SampleMethod.SIZE}, 200),
        ({"method": SampleMethod.MARGIN, "margin": 0.1}, 66),
        ({"method": SampleMethod.DIP, "share_bad": 0.05}, 51),
    ],
)
def test_a_plan_says_how_many(plan, size):
    """What a plan leaves open counts as all."""
    assert size == planned_size(200, SamplePlan(**plan))


@pytest.mark.parametrize("population", [50, 200, 3000])
@pytest.mark.parametrize("margin", [0.03, 0.05, 0.1])
def test_the_margin_of_a_size_is_the_way_back(population, margin):
    """The size for a margin gives that margin or a smaller one, and one file fewer does not."""
    size = size_for_margin(population, margin)
    assert margin_of_size(population, size) <= margin
    assert margin_of_size(population, size - 1) > margin


def test_margins_at_the_ends():
    """Of nothing nothing is known, and of everything all."""
    assert 1.0 == margin_of_size(100, 0)
    assert 0.0 == margin_of_size(100, 100)
    assert 1.0 == margin_of_size(100_000, 1, confidence=0.99)
