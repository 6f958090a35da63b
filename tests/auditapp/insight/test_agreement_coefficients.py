# SPDX-License-Identifier: MPL-2.0
"""Test the coefficients of agreement against other programs and published figures."""

import itertools
import math
import random

import pytest

from auditapp.insight.agreement_coefficients import Weights, gwet, kappa

ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
"""Two abstractors on 100 women: Gwet's worked example ("cont3x3abstractors" of irrCAC)."""

WEIGHTS_ELSEWHERE = {Weights.NONE: None, Weights.LINEAR: "linear", Weights.QUADRATIC: "quadratic"}
EVERY_WEIGHT = pytest.mark.parametrize("weights", Weights)


def some_tables(seed, count=40, size=4):
    """Return tables of 20 to 200 pairs, of readers who agree more or less often."""
    lot = random.Random(seed)
    tables = []
    for _ in range(count):
        table = [[0] * size for _ in range(size)]
        agrees = lot.random()
        for _ in range(lot.randint(20, 200)):
            first = lot.randrange(size)
            second = first if lot.random() < agrees else lot.randrange(size)
            table[first][second] += 1
        tables.append(table)
    return tables


def standard_error(found):
    """Return the standard error behind an interval that was not cut off."""
    return (found.high - found.value) / 1.959964


def by_slopes(work_out, table, weights):
    """Return the standard error by the delta method, with slopes that are measured."""
    size = len(table)
    total = sum(map(sum, table))
    large = [[count * 10**7 for count in row] for row in table]
    step = 10**4
    places = list(itertools.product(range(size), repeat=2))
    slopes = {}
    for i, j in places:
        values = []
        for sign in (1, -1):
            moved = [list(row) for row in large]
            moved[i][j] += sign * step
            values.append(work_out(moved, weights).value)
        slopes[i, j] = (values[0] - values[1]) / (2 * step) * total * 10**7
    shares = {(i, j): table[i][j] / total for i, j in places}
    mean = sum(shares[at] * slopes[at] for at in places)
    return math.sqrt(sum(shares[at] * (slopes[at] - mean) ** 2 for at in places) / total)


@EVERY_WEIGHT
def test_kappa_is_that_of_scikit_learn(weights):
    """Kappa agrees to twelve places on random tables."""
    from sklearn.metrics import cohen_kappa_score

    for table in some_tables(1):
        cells = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
        first, second = zip(*cells, strict=True)
        theirs = cohen_kappa_score(
            first, second, weights=WEIGHTS_ELSEWHERE[weights], labels=list(range(4))
        )
        assert kappa(table, weights).value == pytest.approx(theirs, abs=1e-12)


@EVERY_WEIGHT
def test_the_interval_of_kappa_is_that_of_statsmodels(weights):
    """The ends that were not cut off agree to five places: they round the percentile otherwise."""
    from statsmodels.stats.inter_rater import cohens_kappa

    for table in some_tables(2):
        wanted = WEIGHTS_ELSEWHERE[weights]
        theirs = cohens_kappa(table, wt=wanted, return_results=True)
        ours = kappa(table, weights)
        assert ours.low == pytest.approx(max(-1, theirs.kappa_low), abs=1e-5)
        assert ours.high == pytest.approx(min(1, theirs.kappa_upp), abs=1e-5)
        assert sum(map(sum, table)) == ours.total


def test_the_worked_example_of_gwet_comes_out():
    """AC1, kappa and their standard errors are those that the author's program prints."""
    ac1, cohen = gwet(ABSTRACTORS), kappa(ABSTRACTORS)

    assert (0.8493305, 0.04321747) == pytest.approx((ac1.value, standard_error(ac1)), abs=5e-8)
    assert (0.7964094, 0.05891072) == pytest.approx((cohen.value, standard_error(cohen)), abs=5e-8)


@EVERY_WEIGHT
@pytest.mark.parametrize("work_out", [kappa, gwet])
def test_the_variance_follows_from_the_slopes(work_out, weights):
    """The formula of each variance gives what the delta method gives with measured slopes."""
    for table in some_tables(3, count=5):
        found = work_out(table, weights)
        if -1 < found.low and found.high < 1:
            theirs = by_slopes(work_out, table, weights)
            assert standard_error(found) == pytest.approx(theirs, rel=1e-4)


def test_ac1_holds_where_kappa_falls():
    """Nearly everything has one grade: kappa falls to nothing, AC1 does not."""
    table = [[95, 2, 0, 0], [3, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]

    assert kappa(table).value < 0
    assert gwet(table).value > 0.9


def test_what_cannot_be_worked_out_is_none():
    """No division by nought, where nothing varies or nothing is there."""
    one_grade = [[5, 0], [0, 0]]

    assert kappa(one_grade) is None
    assert 1 == gwet(one_grade).value
    assert kappa([[0, 0], [0, 0]]) is None
    assert gwet([[0, 0], [0, 0]]) is None
    assert gwet([[7]]) is None
    assert kappa([[7]], Weights.LINEAR) is None


def test_an_interval_never_leaves_the_scale():
    """The ends are cut off at 1 and at -1."""
    for table in some_tables(4):
        for found in (kappa(table), gwet(table)):
            assert -1 <= found.low <= found.value <= found.high <= 1
