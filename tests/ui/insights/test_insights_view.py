# SPDX-License-Identifier: MPL-2.0
"""Test the page of insights on a real store: figures, filter, lines, and what is taken out."""

import csv
import datetime as dt
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.insight.figures.figure import FigureKind, FigureOrder
from auditapp.insight.figures.making import MAKERS
from auditapp.insight.selection import Selection
from auditapp.model.front_sheet import Cohort
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.ui.insights.conftest import sign_one, wait
from ui.insights.basket import Basket
from ui.insights.insights_view import InsightsView
from ui.insights.spans import CHOSEN, comparable_items, days_of, period_items

TODAY = dt.date(2026, 11, 21)


def card(view, kind):
    """Return the card of a figure."""
    return view.page.cards.cards[kind]


def rows_of(view, kind):
    """Return the names and totals of the bars of a figure."""
    return [(row.name, row.total) for row in card(view, kind).figure.chart.rows]


def open_first(view, qtbot, kind=FigureKind.TEAMS):
    """Open the lines behind the first mark of a figure by the keys."""
    chart = card(view, kind).view
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    wait(view, qtbot)


def test_every_figure_has_its_card(view):
    """Under the heading it belongs to, with its numbers as a table."""
    assert set(MAKERS) == set(view.page.cards.cards)
    assert [("North", 4), ("South", 2)] == rows_of(view, FigureKind.TEAMS)
    assert "The figures are made of 6 audits." == view.page.count.text()


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


@pytest.mark.parametrize(("place", "count"), [(0, 6), (1, 1), (2, 3), (3, 3)])
def test_each_number_of_today_opens_what_it_counts(view, qtbot, place, count):
    """Audits, the one with the concern, or actions."""
    view.page.standing.tiles[place].click()
    wait(view, qtbot)
    assert (view.lines, count) == (view.currentWidget(), len(view.lines.model.rows))


def test_what_asks_for_attention_opens_it(view, qtbot):
    """The same as the number does."""
    view.page.standing.lines[0].click()
    wait(view, qtbot)
    assert ["HX-9"] == [row.reference for row in view.lines.model.rows]


def test_the_keys_open_the_lines_behind_a_figure_and_an_audit(view, qtbot):
    """And lead back to the mark one came from."""
    chosen = []
    view.line_chosen.connect(chosen.append)
    open_first(view, qtbot)
    references = [row.reference for row in view.lines.model.rows]
    view.lines.list.setFocus()
    qtbot.keyClick(view.lines.list, Qt.Key.Key_Return)
    view.lines.back_button.click()
    assert (references[0], None) == (chosen[0].reference, chosen[0].question)
    assert view.page is view.currentWidget()
    assert card(view, FigureKind.TEAMS).view.hasFocus()


def test_a_line_behind_a_criterion_names_its_question(view, qtbot):
    """So that the audit opens there; those that were not met come first."""
    open_first(view, qtbot, FigureKind.WEAKEST)
    rows = view.lines.model.rows
    assert {"visits/VS2"} == {row.question for row in rows}
    assert ["Not met in full"] * 3 + ["Met"] * 3 == [row.words for row in rows]
    assert "6 answers. Enter opens one." == view.lines.count.text()


def test_a_line_says_what_it_is_to_a_screen_reader(view, qtbot):
    """Case, what is to be done, team and day."""
    view.page.standing.tiles[2].click()
    wait(view, qtbot)
    model = view.lines.model
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "HX-0, Write letter 0, North · due 18 November 2026" == said


def test_the_lines_pass_as_a_model(view, qtbot, qtmodeltester):
    """Qt asks it as it likes."""
    open_first(view, qtbot)
    qtmodeltester.check(view.lines.model)


def choose(field, values):
    """Choose some of many as the dialog does."""
    field._on_values_chosen(tuple(values))


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


def test_what_cannot_be_counted_is_said(view, qtbot, monkeypatch, workspace):
    """At the place that asked; and on the page, with a way to try again."""

    def refuse(*_args, **_kwargs):
        raise NotAllowedError("It is locked.", "Unlock it.")

    monkeypatch.setattr(workspace, "figures", refuse)
    view.page.compare.button.click()
    wait(view, qtbot)
    assert view.page.compared.failure.isVisible()
    with monkeypatch.context() as broken:
        broken.setattr(workspace, "standing", refuse)
        view.refresh()
        wait(view, qtbot)
    assert view.page.failure.isVisible()
    view.page.failure.buttons[0].click()
    wait(view, qtbot)
    assert not view.page.failure.isVisible()


def test_words_are_copied_without_names(view, qtbot):
    """They stay on the clipboard for the self-evaluation."""
    view.page.words_button.click()
    qtbot.waitUntil(view.page.desk.banner.isVisible, timeout=20_000)
    words = QGuiApplication.clipboard().text()
    assert "6 case files were audited." in words
    assert [] == [name for name in ("North", "South", "HX-") if name in words]


def test_counts_are_saved_and_noted_in_the_logbook(view, qtbot, outside, workspace):
    """As CSV, without names."""
    view.page.counts_button.click()
    qtbot.waitUntil(view.page.desk.banner.isVisible, timeout=20_000)
    text = outside.path.read_text("utf-8-sig")
    assert "North" not in text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert "6" in {row["Count"] for row in rows if row["Measure"] == "Audits signed off"}
    assert LogKind.FIGURE_EXPORTED is workspace.log_lines()[-1].kind


def test_a_figure_is_saved_where_the_person_says(view, qtbot, outside, tmp_path):
    """Nowhere when they say nowhere, and never where the audits are kept."""
    outside.path = None
    numbers = card(view, FigureKind.TEAMS).menu.actions()[2]
    numbers.trigger()
    outside.path = tmp_path / "teams.csv"
    numbers.trigger()
    qtbot.waitUntil(outside.path.exists, timeout=20_000)
    assert "Practice grades by team.csv" == outside.names[-1]
    assert "North" in outside.path.read_text("utf-8-sig")


def test_figures_are_not_saved_among_the_audits(workspace):
    """That folder is for what is sealed."""
    with pytest.raises(Exception, match="where"):
        workspace.save_figure(workspace.paths.store / "teams.csv", b"")


def put_into_report(view, kind):
    """Choose "Put into the report" of a figure."""
    card(view, kind).menu.actions()[4].trigger()


def test_figures_are_put_into_the_report(view, basket):
    """Each once; the button says how many there are."""
    asked = []
    view.report_asked.connect(lambda: asked.append(True))
    assert not view.page.report_button.isVisible()
    for kind in (FigureKind.TEAMS, FigureKind.HEAT, FigureKind.TEAMS):
        put_into_report(view, kind)
    assert [FigureKind.TEAMS, FigureKind.HEAT] == [order.kind for order in basket.orders]
    assert "2 figures for the &report" == view.page.report_button.text()
    view.page.report_button.click()
    assert [True] == asked
    assert view.page.desk.banner.isVisible()
    view.page.desk.banner.buttons[0].click()
    assert not view.page.desk.banner.isVisible()


@pytest.mark.parametrize("report_format", [ReportFormat.HTML, ReportFormat.CSV])
def test_the_thematic_summary_carries_the_figures(workspace, report_format):
    """In every format; a copy for sharing goes without them."""
    order = FigureOrder(FigureKind.TEAMS, Selection())
    wanted = ReportAcross(ReportKind.SUMMARY, Selection(), figures=(order,))
    made = workspace.preview_across(wanted, copy=ReportCopy(report_format)).decode("utf-8-sig")
    shared = ReportCopy(report_format, is_shared=True)
    outside = workspace.preview_across(wanted, copy=shared).decode("utf-8-sig")
    words = ("Figures chosen for this report", "Practice grades by team, the numbers")
    assert all(each in made for each in words[: 1 if report_format is ReportFormat.HTML else 2])
    assert not any(each in outside for each in words)


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
    assert content.width() <= width
    assert all(each.width() <= content.width() for each in view.page.cards.cards.values())
