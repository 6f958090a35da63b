# SPDX-License-Identifier: MPL-2.0
"""Test that an audit of a wrong clock does not stretch a chart over a century."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.insight.digest import Facts
from auditapp.insight.figures.figure import FigureKind
from auditapp.insight.figures.making import figures_of
from auditapp.insight.figures.months_shown import MOST_IN_LINE, months_shown
from auditapp.insight.figures.over_time import over_time
from auditapp.insight.insights import read_insights
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from tests.auditapp.checklist.revision.revising import make_version

TODAY = dt.date(2026, 11, 22)


def month(year, number):
    """Return the first day of a month."""
    return dt.date(year, number, 1)


@pytest.mark.parametrize(
    ("having", "ends", "count"),
    [
        ([], None, 0),
        ([month(2026, 11)], (month(2026, 11), month(2026, 11)), 1),
        ([month(2026, 9), month(2026, 11)], (month(2026, 9), month(2026, 11)), 3),
        # A clock that stood at its beginning, and one that ran ahead.
        ([month(1970, 1), month(2026, 9), month(2026, 11), month(2099, 1)],
         (month(2026, 9), month(2026, 11)), 3),
        # All there is, but for three years at most: the last ones.
        ([month(2023, 11), month(2023, 12), month(2026, 11)],
         (month(2023, 12), month(2026, 11)), MOST_IN_LINE),
        # Nothing else is there, as in a period that was chosen, or when it is now that is wrong.
        ([month(2098, 12), month(2099, 1)], (month(2098, 12), month(2099, 1)), 2),
        ([month(1970, 1)], (month(1970, 1), month(1970, 1)), 1),
    ],
)  # fmt: skip
def test_a_line_ends_where_there_is_something(having, ends, count):
    """Without a hole in between, and never longer than three years."""
    found = months_shown(having, TODAY)
    assert count == len(found)
    assert ends == ((found[0], found[-1]) if found else None)
    assert found == sorted(set(found))


@pytest.fixture
def stretched(tables):
    """Return first answers of which one month is of 1970, and two are of 2099."""
    found = read_insights(tables, Selection(), TODAY)
    first, second = (replace(found.practice[0], month=month(2026, at)) for at in (5, 7))
    early = replace(first, month=month(1970, 1))
    late = replace(first, month=month(2099, 2))
    return replace(found, practice=(first, second, early, late)), sum(first.counts)


def test_the_shares_of_months_leave_wrong_clocks_out(stretched):
    """It is said how many audits they are, and the trend is told of what is shown."""
    found, each = stretched
    figure = next(f for f in figures_of(found, Selection()) if f.kind is FigureKind.GOOD)
    assert ["May 26", "Jun 26", "Jul 26"] == [point.name for point in figure.chart.points]
    assert f"n = {2 * each} audit" in figure.sentence
    outside = "audits are of months that are not shown; choose a period to see them."
    assert f"{2 * each} {outside}" in figure.sentence
    assert "Trend over the months shown:" in figure.sentence


def test_nothing_is_said_where_nothing_is_left_out(tables):
    """Of months of one year."""
    found = read_insights(tables, Selection(), TODAY)
    (first,) = found.practice[:1]
    made = figures_of(replace(found, practice=(first,)), Selection())
    assert not [each for each in made if "not shown; choose" in each.sentence]


def facts_of(year, number):
    """Return the facts of an audit that was signed in a month, with one answer."""
    day = dt.date(year, number, 9).toordinal()
    state = {"day": day, "status": "signed_off", "is_draft": False, "is_latest": True, "version": 1}
    told = {"reference": "HX-1", "team": "North", "auditor": "R. Okafor", "worker": "W1"}
    return Facts(**state, **told, content="", sheets=[["old", "m"]])


def test_a_criterion_leaves_wrong_clocks_out():
    """With a period that was chosen, that month is shown."""
    months = [(1970, 1), (2026, 3), (2026, 5), (2099, 1)]
    facts = {f"{n:032x}": [facts_of(*each)] for n, each in enumerate(months)}
    tables = InsightTables(facts, {"old": make_version({"id": "q"}, version="1.0")})
    (criterion,) = tables.criteria
    figure = over_time(tables, Selection(), criterion, TODAY)
    assert ["Mar 26", "Apr 26", "May 26"] == [point.name for point in figure.chart.points]
    assert "n = 2 answers. 2 answers are of months that are not shown" in figure.sentence
    late = Selection(first=dt.date(2090, 1, 1))
    figure = over_time(tables, late, criterion, TODAY)
    assert ["Jan 99"] == [point.name for point in figure.chart.points]
    assert "n = 1 answer." in figure.sentence
    assert "not shown" not in figure.sentence
