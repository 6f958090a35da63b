# SPDX-License-Identifier: MPL-2.0
"""Test the figures: every number opens as many lines as it says, and n is everywhere."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.insight.action_search import ActionSearch
from auditapp.insight.chart_models import HeatChart, IntervalChart, StackChart, TimeChart
from auditapp.insight.digest import Facts
from auditapp.insight.figures.behind import ActionsBehind, GradesBehind, of_month
from auditapp.insight.figures.comparing import compared_criteria, compared_grades
from auditapp.insight.figures.figure import (
    MOST_MONTHS,
    Compared,
    FigureKind,
    FigureOrder,
    short_month,
)
from auditapp.insight.figures.making import MAKERS, figures_of, ordered_figures
from auditapp.insight.figures.order_text import read_orders, written_orders
from auditapp.insight.figures.over_time import over_time
from auditapp.insight.insights import read_insights
from auditapp.insight.intervals import Share
from auditapp.insight.rollups.criteria import criterion_counts
from auditapp.insight.rollups.over_time import before_break, criterion_months
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.model.ids import RoundId
from tests.auditapp.checklist.revision.revising import declare, make_version
from tests.auditapp.insight.generating import digested

TODAY = dt.date(2026, 11, 22)
SELECTIONS = {"signed": Selection(), "drafts": Selection(has_drafts=True)}


@pytest.fixture(params=SELECTIONS, ids=SELECTIONS)
def made(request, tables):
    """Return the first answers of a selection, and the figures made of them."""
    selection = SELECTIONS[request.param]
    found = read_insights(tables, selection, TODAY)
    return found, {each.kind: each for each in figures_of(found, selection)}


@pytest.fixture(scope="module")
def search(states, tables):
    """Return what looks actions up, made of the same audits."""
    words = {state.audit.id: digested(state).words for state in states}
    references = {state.audit.id: state.audit.front.case_reference for state in states}
    return ActionSearch(tables, words, references)


def count_behind(tables, behind, search=None):
    """Return how many lines are behind a number."""
    if isinstance(behind, ActionsBehind):
        return len(search.find(behind.wanted, TODAY, most=1_000).rows)
    return sum(len(lines) for _words, lines in behind.parts(tables))


def marks_of(chart):
    """Return every count of a chart that is not 0, with what is behind it."""
    match chart:
        case StackChart():
            return [
                (count, behind)
                for row in chart.rows
                for count, behind in zip(row.counts, row.lines, strict=True)
                if count
            ]
        case HeatChart():
            cells = [cell for row in chart.rows for cell in row.cells if cell.share]
            return [(cell.share.total, cell.lines) for cell in cells]
        case TimeChart():
            return [(p.share.total, p.lines) for p in chart.points if p.share]
    return [(row.share.total, row.lines) for row in chart.rows]


COUNTED_BY_COUNT = {FigureKind.CAUSES, FigureKind.CONCERNS}
"""Here the share is of audits, and the lines are those with the cause, or the concern."""


def test_every_figure_is_made(made):
    """In the order in which they are shown, each with n."""
    _found, figures = made
    assert list(MAKERS) == list(figures)
    said = [each.sentence for each in figures.values() if "n = " not in each.sentence]
    assert [] == [each for each in said if "read a second time" not in each]


def test_every_number_opens_as_many_lines_as_it_says(tables, search, made):
    """Whatever the chart; a moderation is two audits, and actions are asked for by a filter."""
    _found, figures = made
    checked = 0
    for figure in figures.values():
        for total, behind in marks_of(figure.chart):
            if behind is None:
                continue
            expected = total
            if figure.kind in COUNTED_BY_COUNT:
                row = next(each for each in figure.chart.rows if each.lines == behind)
                expected = row.share.count
            if figure.kind in (FigureKind.MODERATION, FigureKind.SAME_GRADE):
                expected = 2 * total
            found = count_behind(tables, behind, search)
            assert (figure.kind, behind.title, expected) == (figure.kind, behind.title, found)
            checked += 1
    assert checked > 100


def test_questions_behind_a_number_are_of_its_criterion(tables, made):
    """So that each of them can be opened."""
    _found, figures = made
    _count, behind = marks_of(figures[FigureKind.HEAT].chart)[0]
    lines = [line for _words, found in behind.parts(tables) for line in found]
    texts = {
        checklist.question(line.question).text
        for checklist in tables.checklists.values()
        if checklist.id == behind.criterion.checklist
        for line in lines
        if line.question in {each.id for each in checklist.questions}
    }
    assert behind.criterion.text in texts


def test_a_long_time_is_shown_by_its_last_months(tables, made):
    """And the sentence says so; the line over time has them all."""
    _found, figures = made
    months = len({row.name for row in figures[FigureKind.MONTHS].chart.rows})
    points = figures[FigureKind.GOOD].chart.points
    assert months <= MOST_MONTHS
    assert (len(points) > MOST_MONTHS) == ("months the last" in figures[FigureKind.MONTHS].sentence)


def test_months_without_audits_are_gaps(tables):
    """A p-chart has a place for them, and no point."""
    found = read_insights(tables, Selection(), TODAY)
    first, last = found.practice[0].month, dt.date(found.practice[0].month.year + 1, 1, 1)
    two = [replace(found.practice[0], month=month) for month in (first, last)]
    figures = figures_of(replace(found, day=last, practice=tuple(two)), Selection())
    (good,) = [each for each in figures if each.kind is FigureKind.GOOD]
    shares = [point.share for point in good.chart.points]
    assert 14 - first.month == len(shares)  # to the next January, both among them
    assert all(share is None for share in shares[1:-1])


def test_nothing_chosen_makes_figures_that_show_nothing(tables):
    """They are drawn as empty, and none fails."""
    selection = Selection(teams=frozenset({"Nowhere"}))
    found = read_insights(tables, selection, TODAY)
    assert 0 == found.audits
    assert all(not marks_of(each.chart) for each in figures_of(found, selection))


def test_two_selections_are_set_side_by_side(tables):
    """Grades of both, and the criteria that differ most; each number opens its own lines."""
    days = sorted(day for (day,) in tables.rows("SELECT day FROM audit WHERE NOT is_draft"))
    middle = dt.date.fromordinal(days[len(days) // 2])
    then = Selection(last=middle - dt.timedelta(days=1))
    now = Selection(first=middle)
    compared = Compared(("Before", "After"), then, now)
    for figure in (compared_grades(tables, compared), compared_criteria(tables, compared)):
        assert "First: Before, n = " in figure.sentence
        pairs = marks_of(figure.chart)
        assert [count for count, _behind in pairs] == [
            count_behind(tables, behind) for _count, behind in pairs
        ]
    assert isinstance(figure.chart, IntervalChart)


def test_two_empty_selections_say_that_there_is_nothing(tables):
    """Nothing is divided by nothing."""
    none = Selection(teams=frozenset({"Nowhere"}))
    figure = compared_grades(tables, Compared(("One", "Two"), none, none))
    assert () == figure.chart.rows
    assert "no cases" in figure.sentence


def test_a_criterion_is_followed_month_by_month(tables):
    """The months add up to what the heat map counts in all."""
    for row in criterion_counts(tables, Selection()).rows:
        shares = criterion_months(tables, Selection(), row.criterion).values()
        total = Share(sum(each.count for each in shares), sum(each.total for each in shares))
        assert row.whole == total
        points = over_time(tables, Selection(), row.criterion, TODAY).chart.points
        assert all((point.share is None) == (point.lines is None) for point in points)


def facts_of(month, sha, marks):
    """Return the facts of a signed audit of the 9th of a month, with one checklist."""
    day = dt.date(2026, month, 9).toordinal()
    state = {"day": day, "status": "signed_off", "is_draft": False, "is_latest": True, "version": 1}
    told = {"reference": "HX-1", "team": "North", "auditor": "R. Okafor", "worker": "W1"}
    return Facts(**state, **told, content="", sheets=[[sha, marks]])


def test_a_change_of_meaning_breaks_the_line():
    """What was asked before stands first, and the first point after it says why."""
    versions = {
        "old": make_version({"id": "q"}, version="1.0"),
        "new": make_version({"id": "q"}, version="2.0", changes=declare("changed_meaning", "q")),
    }
    facts = {f"{n:032x}": [facts_of(n, "old" if n < 3 else "new", "m")] for n in (1, 2, 3, 5)}
    tables = InsightTables(facts, versions)
    newest, oldest = sorted(tables.criteria, key=lambda each: each.until)
    assert before_break(tables, oldest) is None
    change, older = before_break(tables, newest)
    figure = over_time(tables, Selection(), newest, TODAY)
    points = [(point.name, bool(point.break_before)) for point in figure.chart.points]
    expected = [("Jan 26", False), ("Feb 26", False), ("Mar 26", True), ("Apr 26", False)]
    assert [*expected, ("May 26", False)] == points
    assert ("2.0", 1) == (change.new_version, len(older))
    assert "Since the break:" in figure.sentence
    found = read_insights(tables, Selection(), TODAY)
    heat = next(f for f in figures_of(found, Selection()) if f.kind is FigureKind.HEAT)
    assert [True, True] == [row.cells[0].is_changed for row in heat.chart.rows]
    assert "One question changed its meaning" in heat.sentence


def test_orders_are_written_and_read_again(tables):
    """With all that is in them; what is read makes the same figures."""
    found = criterion_counts(tables, Selection())
    selection = Selection(first=TODAY, teams=frozenset({"North"}), rounds=frozenset({RoundId("a")}))
    compared = Compared(("One", "Two"), Selection(), selection)
    orders = (
        FigureOrder(FigureKind.TEAMS, Selection()),
        FigureOrder(FigureKind.COMPARED_GRADES, selection, compared),
        FigureOrder(FigureKind.COMPARED_CRITERIA, selection, compared),
        FigureOrder(FigureKind.OVER_TIME, Selection(), criterion=found.rows[0].criterion),
    )
    again = read_orders(written_orders(orders))
    assert orders == again
    kinds = [each.kind for each in ordered_figures(tables, again, TODAY)]
    assert [each.kind for each in orders] == kinds


def test_an_ordered_figure_whose_criterion_is_gone_is_left_out(tables):
    """The report is made without it."""
    row = criterion_counts(tables, Selection()).rows[0]
    gone = replace(row.criterion, text="Was it ever asked?")
    order = FigureOrder(FigureKind.OVER_TIME, Selection(), criterion=gone)
    assert () == ordered_figures(tables, [order], TODAY)


def test_a_month_is_narrowed_to_what_is_chosen():
    """Its first and last day, or those of the selection where they are nearer."""
    whole = of_month(Selection(), dt.date(2026, 2, 1))
    part = of_month(Selection(first=dt.date(2026, 2, 9)), dt.date(2026, 2, 1))
    assert (dt.date(2026, 2, 1), dt.date(2026, 2, 28)) == (whole.first, whole.last)
    assert (dt.date(2026, 2, 9), dt.date(2026, 2, 28)) == (part.first, part.last)
    assert "Feb 26" == short_month(dt.date(2026, 2, 1))
    assert dt.date.max == of_month(Selection(), dt.date(9999, 12, 1)).last


def test_lines_behind_a_share_say_how_each_stands(tables, made):
    """Grade by grade, so that those in question are found at once."""
    _found, figures = made
    behind = next(b for _count, b in marks_of(figures[FigureKind.GOOD].chart))
    assert isinstance(behind, GradesBehind)
    words = [words for words, lines in behind.parts(tables) if lines]
    assert set(words) <= {"Outstanding", "Good", "Requires improvement", "Inadequate"}
