# SPDX-License-Identifier: MPL-2.0
"""Test the page of insights on a real store."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication

from auditapp.errors import NotAllowedError
from auditapp.insight.figures.behind import NamedBehind
from auditapp.insight.figures.figure import FigureKind
from auditapp.insight.figures.making import MAKERS
from auditapp.insight.figures.standing import Tile
from tests.ui.insights.conftest import sign_one, wait
from tests.ui.insights.seeing import card, choose, rows_of
from ui.insights.basket import Basket
from ui.insights.insights_view import InsightsView
from ui.insights.standing_tile import StandingTile


def put_into_report(view, kind):
    """Choose "Put into the report" of a figure."""
    card(view, kind).menu.actions()[4].trigger()


def test_every_figure_has_its_card(view):
    """Under the heading it belongs to, with its numbers as a table."""
    assert set(MAKERS) == set(view.page.cards.cards)
    assert [("North", 4), ("South", 2)] == rows_of(view, FigureKind.TEAMS)
    assert "The figures are made of 6 audits." == view.page.count.text()


def test_one_group_of_figures_is_shown_at_a_time(view, qtbot):
    """By its button, which then is down; the figures of the others are not on the page."""
    switch = view.page.cards.buttons
    assert (True, False) == (
        card(view, FigureKind.TEAMS).isVisible(),
        card(view, FigureKind.WEAKEST).isVisible(),
    )
    qtbot.keyClick(switch["criteria"], Qt.Key.Key_Space)
    assert (False, True) == (
        card(view, FigureKind.TEAMS).isVisible(),
        card(view, FigureKind.WEAKEST).isVisible(),
    )
    assert ["criteria"] == [key for key, button in switch.items() if button.isChecked()]
    assert "criteria" == view.page.cards.group


def test_today_is_told_first(view):
    """Signed this month, open concerns of drafts too, and what is overdue."""
    values = {tile.tile.name: tile.tile.value for tile in view.page.standing.tiles}
    assert {
        "Signed off this month": "6",
        "Open concerns": "1",
        "Overdue actions": "3",
        "Actions due soon": "3",
    } == values
    words = [line.text() for line in view.page.standing.lines]
    assert "One immediate concern waits for a response." == words[0]


def test_without_audits_it_is_said_what_figures_are_made_of(
    theme, empty_workspace, jobs, outside, show, qtbot
):
    """There is nothing to choose then, so no button."""
    view = show(InsightsView(theme, empty_workspace, jobs, outside, Basket()), 1152, 768)
    view.refresh()
    wait(view, qtbot)
    page = view.page
    assert (True, False) == (page.nothing.isVisible(), page.nothing.button.isVisible())
    assert "0" == page.standing.tiles[0].tile.value


def test_two_periods_are_compared_when_asked(view, qtbot):
    """Two cards below the button, and none before; they go when others are chosen."""
    assert {} == view.page.compared.cards
    view.page.compare.button.click()
    wait(view, qtbot)
    cards = view.page.compared.cards
    assert [FigureKind.COMPARED_GRADES, FigureKind.COMPARED_CRITERIA] == list(cards)
    assert "n = 6 audits" in cards[FigureKind.COMPARED_GRADES].sentence.text()
    view.page.filter.drafts.click()
    wait(view, qtbot)
    assert not any(each.isVisible() for each in cards.values())


def test_a_criterion_is_followed_when_asked(view, qtbot):
    """The first of those that were rated is offered."""
    view.page.criterion.button.click()
    wait(view, qtbot)
    chart = view.page.followed.cards[FigureKind.OVER_TIME].figure.chart
    assert [("Nov 26", 6)] == [(point.name, point.share.total) for point in chart.points]


def test_what_cannot_be_counted_is_said(view, qtbot, monkeypatch, workspace, heard):
    """At the place that asked; and on the page, with a way to try again."""

    def refuse(*_args, **_kwargs):
        raise NotAllowedError("It is locked.", "Unlock it.")

    monkeypatch.setattr(workspace, "figures", refuse)
    view.page.cards.show_group("compare")
    view.page.compare.button.click()
    wait(view, qtbot)
    assert view.page.compared.failure.isVisible()
    assert ["It is locked. Unlock it."] == heard
    with monkeypatch.context() as broken:
        broken.setattr(workspace, "standing", refuse)
        view.refresh()
        wait(view, qtbot)
    assert view.page.failure.isVisible()
    view.page.failure.buttons[0].click()
    wait(view, qtbot)
    assert not view.page.failure.isVisible()


def test_what_was_chosen_is_come_back_to(view, make_view, basket, qtbot):
    """Sealed while nobody looks: names of teams are in it."""
    choose(view.page.filter.teams, ["South"])
    view.page.filter.drafts.click()
    put_into_report(view, FigureKind.TEAMS)
    orders = basket.orders
    sealed = view.sealed_place()
    basket.set_orders(())
    again = make_view()
    again.resume(sealed)
    again.refresh()
    wait(again, qtbot)
    assert b"South" not in sealed
    assert (view.page.selection, orders) == (again.page.selection, basket.orders)


def test_work_ends_when_the_window_locks(view, jobs, qtbot):
    """Nothing more comes onto the page."""
    view.refresh()
    view.page.compare.button.click()
    view.stop()
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=20_000)
    assert not view.page.is_busy
    assert {} == view.page.compared.cards


def test_a_change_is_seen_when_the_page_is_shown_again(view, workspace, qtbot):
    """One more audit is signed off, and every figure knows it."""
    sign_one(workspace, 11, "West")
    view.refresh()
    wait(view, qtbot)
    assert "The figures are made of 7 audits." == view.page.count.text()
    assert ("West", 1) in rows_of(view, FigureKind.TEAMS)


@pytest.mark.parametrize("width", [560, 1152])
def test_nothing_is_wider_than_the_page(view, width):
    """However narrow: no figure is cut at the side."""
    view.resize(width, 768)
    content = view.page._area.widget()
    for key in view.page.cards.buttons:
        view.page.cards.show_group(key)
        QApplication.processEvents()
        cards = view.page.cards.cards.values()
        shown = [each for each in cards if each.isVisible()]
        assert content.width() <= width
        assert all(each.width() <= content.width() for each in shown)


def test_a_tile_is_higher_where_its_name_needs_two_lines(theme, show):
    """It is as wide as its longest word, and nothing of its name is cut."""
    tile = Tile("Camau gweithredu i’w cwblhau’n fuan", "12", "mewn pythefnos", None, "warn")
    button = show(StandingTile(theme, tile), 180, 100)
    wide = button.heightForWidth(600)

    assert button.heightForWidth(180) >= wide + theme.line_height("small")
    assert button.minimumSizeHint().height() >= button.heightForWidth(180)


def test_numbers_of_a_row_stand_beside_each_other(theme, show):
    """The note stands on the foot and the number on the note, however long the name is."""
    behind = NamedBehind("Behind", ())
    names = ("Overdue", "What has to be done in the next two weeks by anybody")
    tiles = [show(StandingTile(theme, Tile(name, "3", "of 9", behind)), 190, 140) for name in names]
    inner = QRectF(0, 0, 158, 116)
    (_short, *one), (_long, *other) = (tile._places(inner) for tile in tiles)
    assert one == other
    assert _short.height() < _long.height() <= one[0].top()
    assert one[-1].bottom() == inner.bottom()
