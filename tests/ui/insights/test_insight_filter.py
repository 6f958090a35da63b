# SPDX-License-Identifier: MPL-2.0
"""Test which audits the figures are made of."""

import datetime as dt

import pytest

from auditapp.insight.figures.figure import FigureKind
from auditapp.model.front_sheet import Cohort
from tests.ui.insights.conftest import wait
from tests.ui.insights.seeing import TODAY, choose, rows_of
from ui.insights.spans import CHOSEN, comparable_items, days_of, period_items


def test_the_filter_narrows_every_figure(view, qtbot):
    """By team; and what is put into the report is of the same audits."""
    choose(view.page.filter.teams, ["South"])
    wait(view, qtbot)
    assert [("South", 2)] == rows_of(view, FigureKind.TEAMS)
    assert frozenset({"South"}) == view.page.selection.teams
    assert "That is fewer than 5" in view.page.count.text()


def test_drafts_are_taken_when_they_are_wanted(view, qtbot):
    """They are counted in the month in which they were changed."""
    view.page.filter.drafts.click()
    wait(view, qtbot)
    assert [("Nov 26", 7)] == rows_of(view, FigureKind.COMPLETION)


def test_nothing_chosen_says_what_to_do(view, qtbot):
    """And one button takes everything again."""
    choose(view.page.filter.cohorts, [Cohort.ADOPTION])
    wait(view, qtbot)
    assert view.page.nothing.isVisible()
    view.page.nothing.button.click()
    wait(view, qtbot)
    assert not view.page.nothing.isVisible()
    assert [("North", 4), ("South", 2)] == rows_of(view, FigureKind.TEAMS)


def test_days_are_typed_where_no_period_fits(view, qtbot):
    """The fields are there only then; days in the wrong order are said."""
    part = view.page.filter
    assert not part.first.isVisible()
    part.period.set_value(CHOSEN)
    part.first.set_date(TODAY)
    part.last.set_date(TODAY - dt.timedelta(days=1))
    part._on_changed()
    wait(view, qtbot)
    assert part.first.isVisible()
    assert "This day is before the first one." == part.last.error
    assert view.page.nothing.isVisible()


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("all", None, None),
        ("month", dt.date(2026, 11, 1), TODAY),
        ("quarter", dt.date(2026, 9, 1), TODAY),
        ("year", dt.date(2025, 12, 1), TODAY),
        ("year_before", dt.date(2024, 12, 1), dt.date(2025, 11, 30)),
        ("april", dt.date(2026, 4, 1), TODAY),
        ("april_before", dt.date(2025, 4, 1), dt.date(2026, 3, 31)),
    ],
)
def test_periods_are_whole_months(key, first, last):
    """A year of a council begins in April."""
    assert (first, last) == days_of(key, TODAY)


def test_a_year_before_april_began_last_year():
    """In March it is still the old one; every period that is offered is known."""
    assert dt.date(2025, 4, 1) == days_of("april", dt.date(2026, 3, 31))[0]
    keys = [key for key, _words in (*period_items()[1:-1], *comparable_items())]
    assert all(days_of(key, TODAY)[0] for key in keys)
