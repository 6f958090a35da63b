# SPDX-License-Identifier: MPL-2.0
"""Test how grades are counted by team and by month."""

import datetime as dt

from auditapp.insight.grade_counts import (
    by_month,
    by_team,
    good_or_better,
    grade_tables,
    impact,
    trend,
)
from auditapp.insight.intervals import Share
from tests.auditapp.insight.counting import (
    GOOD,
    INADEQUATE,
    OUTSTANDING,
    REQUIRES_IMPROVEMENT,
    make_judged,
    several,
)


def test_teams_are_counted_under_one_name():
    """Capitals and spaces make no other team, the newest spelling is shown, no name comes last."""
    audits = [
        make_judged(team="", month="2026-10"),
        make_judged(team="north", month="2026-09"),
        make_judged(team="North", month="2026-10"),
        make_judged(team="East", month="2026-10"),
    ]
    groups = by_team(audits)
    assert [("East",), ("North",), ("",)] == [group.names for group in groups]
    assert [1, 2, 1] == [len(group.audits) for group in groups]


def test_small_teams_and_months_are_put_together_in_what_is_shared():
    """Nothing is shown of fewer than five audits."""
    audits = [
        *several(6, team="North", month="2026-01"),
        *several(3, team="East", month="2026-02"),
        *several(2, team="West", month="2026-03"),
    ]
    teams = by_team(audits, is_shared=True)
    assert [(("North",), 6), (("East", "West"), 5)] == [(g.names, len(g.audits)) for g in teams]
    months = by_month(audits, is_shared=True)
    expected = [(("2026-01",), 6), (("2026-02", "2026-03"), 5)]
    assert expected == [(group.names, len(group.audits)) for group in months]


def test_grades_are_counted():
    """By hand: two teams over two months, and an audit without a grade that does not count."""
    audits = [
        *several(3, GOOD, team="North", month="2026-01"),
        *several(1, INADEQUATE, team="North", month="2026-02"),
        *several(2, OUTSTANDING, team="South", month="2026-02"),
        make_judged(None, team="South", month="2026-02"),
    ]
    tables = grade_tables(audits)
    north, south = tables.teams.rows
    zero = {REQUIRES_IMPROVEMENT: 0}
    assert {OUTSTANDING: 0, GOOD: 3, INADEQUATE: 1} | zero == north.counts
    assert {OUTSTANDING: 2, GOOD: 0, INADEQUATE: 0} | zero == south.counts
    assert (4, 2, 6) == (north.total, south.total, tables.teams.whole.total)
    assert tables.teams.whole == tables.months.whole
    points = trend(tables.months)
    assert [Share(3, 3), Share(2, 3)] == [point.share for point in points]
    assert dt.date(2026, 2, 1) == points[1].first == points[1].last


def test_impact_is_counted_by_itself():
    """Beside practice, of the audits that have such a grade."""
    audits = [make_judged(GOOD, impact=INADEQUATE), make_judged(INADEQUATE)]
    whole = grade_tables(audits, impact).teams.whole
    assert (1, 0, 1) == (whole.counts[INADEQUATE], whole.counts[GOOD], whole.total)


def test_nothing_graded_is_an_empty_table():
    """All is nought."""
    tables = grade_tables([make_judged(None)])
    assert () == tables.teams.rows
    assert {0} == set(tables.months.whole.counts.values())
    assert [] == trend(tables.months)


def test_a_total_hidden_in_one_table_is_not_shown_by_the_other():
    """Two inadequate of twenty are hidden by team, by month and in all."""
    audits = [
        *several(9, GOOD, team="North", month="2026-01"),
        *several(1, INADEQUATE, team="North", month="2026-01"),
        *several(9, GOOD, team="South", month="2026-02"),
        *several(1, INADEQUATE, team="South", month="2026-02"),
    ]
    tables = grade_tables(audits, is_shared=True)
    assert tables.teams.whole == tables.months.whole
    assert tables.teams.whole.counts[INADEQUATE] is None
    assert all(row.counts[INADEQUATE] is None for row in tables.months.rows)


def test_a_share_is_shown_only_where_it_follows_from_what_is_shown():
    """Hidden counts on one side give nothing away; hidden ones on both sides hide the share."""
    table = grade_tables([*several(7, GOOD), *several(6, INADEQUATE)]).teams
    row = table.whole
    assert Share(7, 13) == good_or_better(row)

    def with_hidden(*bands):
        counts = {band: None if band in bands else n for band, n in row.counts.items()}
        return good_or_better(type(row)(row.names, counts, row.total))

    assert Share(7, 13) == with_hidden(INADEQUATE, REQUIRES_IMPROVEMENT)
    assert Share(7, 13) == with_hidden(OUTSTANDING, GOOD)
    assert with_hidden(GOOD, INADEQUATE) is None
