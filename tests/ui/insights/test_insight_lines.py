# SPDX-License-Identifier: MPL-2.0
"""Test that numbers and figures open the lines behind them."""

import pytest
from PySide6.QtCore import Qt

from auditapp.errors import NotAllowedError
from auditapp.insight.chart_models import StackChart
from auditapp.insight.figures.figure import FigureKind
from tests.ui.insights.conftest import wait
from tests.ui.insights.seeing import card, open_first
from ui.insights import lines_page


@pytest.mark.parametrize(("place", "count"), [(0, 6), (1, 1), (2, 3), (3, 3)])
def test_each_number_of_today_opens_what_it_counts(view, qtbot, place, count):
    """Audits, the one with the concern, or actions."""
    view.page.standing.tiles[place].click()
    wait(view, qtbot)
    assert (view.lines, count) == (view.currentWidget(), len(view.lines.model.rows))


def test_lines_that_cannot_be_found_are_told_of(view, qtbot, monkeypatch, heard):
    """To the eye and to a screen reader, with what to do."""

    def refuse(*_args, **_kwargs):
        raise NotAllowedError("It is locked.", "Unlock it.")

    monkeypatch.setattr(lines_page, "find_lines", refuse)
    view.page.standing.tiles[0].click()
    wait(view, qtbot)
    assert view.lines.failure.isVisible()
    assert ["It is locked. Unlock it."] == heard


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


def test_each_part_of_a_bar_opens_as_many_lines_as_it_counts(view, workspace):
    """Grades, actions, feedback, gaps and months: none opens more than it says, or fewer."""
    kinds = set(view.page.cards.cards) - {FigureKind.MODERATION}
    charts = [card(view, kind).figure.chart for kind in kinds]
    parts = [
        (count, lines)
        for chart in charts
        if isinstance(chart, StackChart)
        for row in chart.rows
        for count, lines in zip(row.counts, row.lines, strict=True)
    ]
    assert len(parts) > 50
    for count, lines in parts:
        assert count == len(workspace.lines_behind(lines)), lines


def test_each_share_opens_as_many_lines_as_it_is_of(view, workspace):
    """The share of a team that is good or better has all its graded audits behind it."""
    for kind in (FigureKind.GOOD_TEAMS, FigureKind.WEAKEST, FigureKind.STRONGEST):
        for row in card(view, kind).figure.chart.rows:
            assert row.share.total == len(workspace.lines_behind(row.lines))


def test_moderation_has_a_way_to_the_second_readings(view):
    """A button under its chart."""
    asked = []
    view.moderation_asked.connect(lambda: asked.append(True))
    view.page.cards.show_group("moderation")
    card(view, FigureKind.MODERATION).ways[0].click()
    assert [True] == asked
