# SPDX-License-Identifier: MPL-2.0
"""Test that a draw is the same for everybody, and fair."""

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.errors import SamplingError
from auditapp.insight.sampling import (
    by_stratum,
    draw_round,
    draw_sample,
    list_digest,
    next_case,
    ranked,
    second_readings,
)
from auditapp.model.case_listed import CaseListed
from auditapp.model.round_edits import replace_case
from auditapp.model.round_kinds import SampleMethod
from auditapp.model.sample_plan import SamplePlan
from tests.making_rounds import LEAD, done, drawn_round, make_cases, make_round

ROOT = Path(__file__).parents[3]
FROZEN = ["HX-0001", "HX-0003", "HX-0002", "Ö/7", "HX-0004"]
"""Worked out with ``printf 'seed:reference' | sha256sum``."""

TEN = SamplePlan(method=SampleMethod.SIZE, size=10)


def shuffled(cases, seed=1):
    """Return the cases in another order."""
    items = list(cases.items())
    random.Random(seed).shuffle(items)
    return dict(items)


def test_the_rule_is_the_one_that_is_printed():
    """The order is frozen: a draw of years ago can be repeated."""
    references = ["HX-0001", "HX-0002", "HX-0003", "HX-0004", "Ö/7"]
    by_hand = sorted(references, key=lambda each: hashlib.sha256(f"s:{each}".encode()).digest())

    assert by_hand == ranked(references, "s")
    assert FROZEN == ranked(references, "3 17 22 38 41 44")


def test_the_order_of_the_list_has_no_hand_in_the_draw():
    """The same sample comes of a shuffled list, and in another Python with other hash seeds."""
    cases = make_cases(60)
    first = draw_sample(cases, (), TEN, "seed")
    code = (
        "from tests.making_rounds import make_cases\n"
        "from tests.auditapp.insight.test_sampling import TEN\n"
        "from auditapp.insight.sampling import draw_sample\n"
        "print(*draw_sample(make_cases(60), (), TEN, 'seed').drawn)"
    )
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert first == draw_sample(shuffled(cases), (), TEN, "seed")
    assert list(first.drawn) == other.stdout.split()


def test_a_case_that_is_added_moves_no_other():
    """Of the larger list the sample is the same, but for the new case itself."""
    cases = make_cases(60)
    before = set(draw_sample(cases, (), TEN, "seed").drawn)
    after = set(draw_sample(cases | {"NEW-1": CaseListed()}, (), TEN, "seed").drawn)

    assert after - before <= {"NEW-1"}


def test_every_case_is_drawn_about_as_often():
    """Over 2,000 seeds, drawing 10 of 40: scipy's test finds nothing against an even lot."""
    from scipy.stats import chi2, chisquare

    cases = make_cases(40)
    counts = dict.fromkeys(cases, 0)
    for seed in range(2_000):
        for case in ranked(cases, f"round {seed}")[:10]:
            counts[case] += 1

    # Drawn without putting back, the spread is smaller by the share that is drawn.
    statistic = chisquare(list(counts.values())).statistic / (1 - 10 / 40)
    assert 0.001 < chi2.cdf(statistic, 39) < 0.999


def test_strata_get_their_share_and_excluded_cases_are_never_drawn():
    """Ten of thirty in three teams are 4, 3 and 3; what is excluded drops out before."""
    plan = TEN.model_copy(update={"strata_by": ("team",)})
    cases = make_cases(30)
    excluded = set(list(cases)[:6])
    found = draw_sample(cases, excluded, plan, "seed")

    assert [("Team A", 8, 4), ("Team B", 8, 3), ("Team C", 8, 3)] == [
        (each.name, each.cases, each.drawn) for each in found.strata
    ]
    assert excluded.isdisjoint(found.drawn)
    assert [1, 2, 3, 4] == [each.rank for each in found.drawn.values() if each.stratum == "Team A"]


def test_strata_may_be_of_several_columns():
    """Facts of the list count as well as fields; cohorts are put in order."""
    cases = {
        "A": CaseListed(team="North", cohorts=("CP", "CIN"), facts={"Stage": "new"}),
        "B": CaseListed(team="North", cohorts=("CIN", "CP"), facts={"Stage": "old"}),
    }

    assert {"North / CIN, CP": ["A", "B"]} == by_stratum(cases, ("team", "cohorts"))
    assert {"new": ["A"], "old": ["B"]} == by_stratum(cases, ("Stage",))
    assert {"": ["A", "B"]} == by_stratum(cases, ("age_band",))
    with pytest.raises(SamplingError, match="Case A has nothing under Placement"):
        by_stratum(cases, ("Placement",))
    with pytest.raises(SamplingError, match="nothing under reference"):
        by_stratum(cases, ("reference",))


def test_a_draw_without_a_seed_a_list_or_a_plan_is_refused():
    """Each refusal says what is missing."""
    with pytest.raises(SamplingError, match="needs a seed"):
        draw_sample(make_cases(5), (), TEN, " ")
    with pytest.raises(SamplingError, match="no case to draw from"):
        draw_sample({}, (), TEN, "seed")
    with pytest.raises(SamplingError, match="not settled"):
        draw_round(make_round(plan=None), LEAD)
    with pytest.raises(SamplingError, match="needs a seed"):
        draw_round(make_round(seed=None), LEAD)


def test_the_digest_of_a_list_sees_every_change_but_the_order():
    """Another team of one case is another list."""
    cases = make_cases(9)
    moved = cases | {"HX-0003": cases["HX-0003"].model_copy(update={"team": "Team Z"})}

    assert list_digest(cases) == list_digest(shuffled(cases))
    assert list_digest(cases) != list_digest(moved)
    assert list_digest(cases) != list_digest(make_cases(8))


def test_the_next_case_is_the_next_of_the_stratum():
    """One after the other, until the stratum is used up; then there is none."""
    whole = drawn_round(30, plan=TEN.model_copy(update={"strata_by": ("team",)}))
    of_team = [case for case in whole.cases if whole.cases[case].team == "Team A"]
    order = ranked(of_team, whole.seed.text)
    for place in range(4, 10):
        dropped = next(case for case in whole.sample if case in order)
        found = next_case(whole, dropped)
        assert (order[place], place + 1) == (found[0], found[1].rank)
        whole = done(whole, replace_case(whole, dropped, found, "File is closed", LEAD))
    assert next_case(whole, whole.sample[0]) is None
    assert next_case(whole, "HX-9999") is None
    assert next_case(make_round(), "HX-0001") is None


def test_second_readings_are_another_lot():
    """A share of the sample, rounded up, and not simply its first cases."""
    cases = list(make_cases(40))

    assert [0, 1, 4, 12, 40] == [
        len(second_readings(cases, share, "seed")) for share in (0, 0.01, 0.1, 0.3, 1)
    ]
    assert ranked(cases, "seed")[:12] != second_readings(cases, 0.3, "seed")
    assert 3 == len(second_readings(cases[:30], 0.1, "seed"))
