# SPDX-License-Identifier: MPL-2.0
"""Test how often criteria were met."""

from auditapp.insight.criterion_counts import heat_map, strongest, weakest
from auditapp.insight.intervals import Share
from tests.auditapp.insight.counting import make_criterion, make_judged

FIRST, SECOND = make_criterion("first", 0), make_criterion("second", 1)


def rated(criterion, *names, team="North"):
    """Make an audit for each rating of a criterion."""
    return [make_judged(team=team, ratings={criterion: name}) for name in names]


def test_met_is_counted_of_what_was_judged():
    """Not applicable and not found drop out; partly met is not met in full."""
    names = ("met", "partly_met", "not_met", "could_not_find", "not_applicable", "good", "met")
    heat = heat_map([*rated(FIRST, *names), *rated(FIRST, "outstanding", team="South")])
    assert (("North",), ("South",)) == heat.teams
    (row,) = heat.rows
    assert (Share(3, 5), Share(1, 1)) == row.teams
    assert (Share(4, 6), 1) == (row.whole, row.not_found)


def test_criteria_stand_in_the_order_of_the_checklists():
    """By title of the checklist, then by place; one that was not asked has a share of nothing."""
    earlier = make_criterion("third", 0, title="Another")
    audits = [*rated(SECOND, "met"), *rated(FIRST, "met"), *rated(earlier, "met", team="South")]
    heat = heat_map(audits)
    assert ["third", "first", "second"] == [row.criterion.text for row in heat.rows]
    assert (Share(0, 0), Share(1, 1)) == heat.rows[0].teams


def test_small_numbers_are_hidden_in_what_is_shared():
    """A team with two not met, another with it, and a count of what was not found under five."""
    audits = [
        *rated(FIRST, *["met"] * 10, *["not_met"] * 2, "could_not_find"),
        *rated(FIRST, *["met"] * 9, *["not_met"] * 8, team="South"),
        *rated(FIRST, *["met"] * 8, team="West"),
    ]
    (row,) = heat_map(audits, is_shared=True).rows
    assert (None, Share(9, 17), None) == row.teams
    assert Share(27, 37) == row.whole
    assert row.not_found is None
    (open_row,) = heat_map(audits).rows
    assert (Share(10, 12), Share(9, 17), Share(8, 8)) == open_row.teams


def test_a_team_with_few_ratings_is_hidden_with_another():
    """Three of three met would be what the other teams leave of all."""
    audits = [
        *rated(FIRST, *["met"] * 3, *["not_applicable"] * 5),
        *rated(FIRST, *["met"] * 9, team="South"),
        *rated(FIRST, *["met"] * 7, team="West"),
    ]
    (row,) = heat_map(audits, is_shared=True).rows
    assert (None, Share(9, 9), None) == row.teams


def test_the_strongest_and_the_weakest_are_among_those_that_say_something():
    """A criterion rated in fewer than five audits is neither."""
    third = make_criterion("third", 2)
    audits = [
        *rated(FIRST, *["met"] * 6),
        *rated(SECOND, *["met"] * 3, *["not_met"] * 3),
        *rated(third, *["not_met"] * 4),
    ]
    rows = heat_map(audits).rows
    assert ["first", "second"] == [row.criterion.text for row in strongest(rows, 5)]
    assert ["second"] == [row.criterion.text for row in weakest(rows, 1)]
