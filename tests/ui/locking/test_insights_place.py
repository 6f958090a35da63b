# SPDX-License-Identifier: MPL-2.0
"""Test that what Insights opens is left and come back to, over a lock as well."""

import pytest

from auditapp.insight.figures.behind import NamedBehind
from auditapp.insight.figures.figure import FigureKind, FigureOrder
from auditapp.model.edits import Author, put_action
from auditapp.model.follow_up import Action
from auditapp.model.ids import new_record_id
from auditapp.operations.figures import LineRow
from tests.making import start_audit
from tests.ui.locking.at_work import STEP


@pytest.fixture
def insights(window, unlock, qtbot):
    """Return the page of insights of the unlocked window, once it is read."""
    unlock()
    window.home_view.places.insights.show()
    settle(window, qtbot)
    return window.home_view.places.insights.view


def settle(window, qtbot):
    """Wait until nothing is read any more."""
    view = window.home_view.places.insights.view
    qtbot.waitUntil(lambda: not (view.page.is_busy or view.lines.is_busy), timeout=30_000)
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=30_000)


def test_the_page_of_insights_is_come_back_to_with_what_was_chosen(window, unlock, qtbot):
    """Which audits, and figures for the report; what is remembered while locked holds no team."""
    unlock()
    home = window.home_view
    home.places.insights.show()
    qtbot.waitUntil(lambda: not home.places.insights.view.page.is_busy, timeout=30_000)
    home.places.insights.view.page.filter.teams.set_values(["Children in care, north"])
    home.places.insights.view.page.filter.drafts.click()
    home.places.basket.add(FigureOrder(FigureKind.TEAMS, home.places.insights.view.page.selection))
    chosen, orders = home.places.insights.view.page.selection, home.places.basket.orders
    window.lock()
    remembered = repr(window._left_off)
    unlock()

    home = window.home_view
    assert "Children in care" not in remembered
    assert home.page is home.places.insights.view
    assert (chosen, orders) == (home.places.insights.view.page.selection, home.places.basket.orders)
    qtbot.waitUntil(lambda: not home.places.insights.view.page.is_busy, timeout=30_000)
    qtbot.waitUntil(lambda: not window._jobs.is_busy)


def test_an_audit_opened_from_a_figure_leads_back_to_it(window, unlock, qtbot):
    """At the question that was meant; leaving it shows the lines again, not the list of audits."""
    unlock()
    home = window.home_view
    home.places.insights.show()
    qtbot.waitUntil(lambda: not home.places.insights.view.page.is_busy, timeout=30_000)
    (row,) = window.workspace.audits()
    line = LineRow(row.id, STEP.question, row.case_reference, row.team, None)
    home.places.insights.view.line_chosen.emit(line)
    assert STEP == window.audit_view.step
    window.audit_view.left.emit()
    assert home.page is home.places.insights.view
    qtbot.waitUntil(lambda: not home.places.insights.view.page.is_busy, timeout=30_000)
    qtbot.waitUntil(lambda: not window._jobs.is_busy)


def test_the_lines_behind_a_figure_are_come_back_to(window, insights, unlock, qtbot):
    """With the line that had the keys; what is remembered while locked names no case."""
    workspace = window.workspace
    for number in range(3):
        start_audit(workspace, case_reference=f"HX-{number}", team="North")
    ids = tuple(row.id for row in workspace.audits())
    insights.page.lines_wanted.emit(NamedBehind("Drafts not touched for a month", ids))
    settle(window, qtbot)
    insights.lines.list.setCurrentIndex(insights.lines.model.index(2, 0))
    window.lock()
    remembered = repr(window._left_off)
    unlock()
    view = window.home_view.places.insights.view
    settle(window, qtbot)

    assert "HX-" not in remembered
    assert (view, view.lines) == (window.home_view.page, view.currentWidget())
    assert "Drafts not touched for a month" == view.lines.heading.title.text()
    assert (4, 2) == (len(view.lines.model.rows), view.lines.list.currentIndex().row())


def test_the_figures_are_come_back_to_once_the_lines_were_left(window, insights, unlock, qtbot):
    """In the group that was on show."""
    insights.page.lines_wanted.emit(NamedBehind("Drafts", ()))
    settle(window, qtbot)
    insights.lines.back_button.click()
    insights.page.cards.show_group("criteria")
    window.lock()
    unlock()
    view = window.home_view.places.insights.view
    settle(window, qtbot)

    assert (view.page, "criteria") == (view.currentWidget(), view.page.cards.group)


def test_an_action_behind_a_figure_is_shown_among_the_actions(window, insights, qtbot):
    """Just that one, not the audit that it is of."""
    (row,) = window.workspace.audits()
    now = window.workspace.clock()
    action = new_record_id()
    window.workspace.open_audit(row.id)
    what = Action(what="Write it down", created_at=now)
    window.workspace.commit(row.id, put_action(action, what, Author("R. Okafor", now)))
    insights.line_chosen.emit(
        LineRow(row.id, None, row.case_reference, row.team, None, what.what, action)
    )
    actions = window.home_view.places.actions.view
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=30_000)
    qtbot.waitUntil(lambda: actions.actions_part.marked == [(row.id, action)])

    assert (actions, None) == (window.home_view.page, window.audit_view)
    assert window.home_view.places.actions.button.isChecked()


def test_the_agreement_of_readers_leads_to_the_second_readings(window, insights, qtbot):
    """By the button of its card."""
    insights.page.cards.show_group("moderation")
    insights.moderation_asked.emit()
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=30_000)
    assert "moderation" == window.home_view.page_name
