# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.reports.tick_field`` and its dialog."""

import pytest

from tests.ui.view_fixtures import show, theme
from ui.reports.tick_field import TickField

__all__ = ["show", "theme"]

ITEMS = [("n", "North"), ("s", "South"), ("e", "The team for everything else in the east")]


@pytest.fixture
def field(theme, show):
    """Return a field of three teams, none of them chosen."""
    field = TickField(theme, "Teams", "All teams")
    field.set_items(ITEMS)
    return show(field, 400, 300)


@pytest.mark.parametrize(
    ("values", "words"),
    [((), "All teams"), (("s",), "South"), (("e",), "1 of 3"), (("n", "s"), "2 of 3")],
)
def test_the_button_says_what_is_chosen(field, values, words):
    """A name where there is one, and short; also for a screen reader."""
    field.set_values(values)
    assert (words, f"Teams: {words}") == (field.button.text(), field.button.accessibleName())


def test_ticking_and_taking_all(field, qtbot):
    """What is ticked is chosen, and one button takes everything again."""
    field.button.click()
    field.dialog.rows.card("n").click()
    with qtbot.waitSignal(field.values_chosen):
        field.dialog.go_on_button.click()
    chosen = field.values
    field.button.click()
    assert ("n",) == field.dialog.rows.values
    with qtbot.waitSignal(field.values_chosen):
        field.dialog.all_button.click()
    assert (("n",), (), None) == (chosen, field.values, field.dialog)


def test_cancelling_changes_nothing(field, qtbot):
    """Nor does choosing the same again tell of a change."""
    field.set_values(["n"])
    field.button.click()
    field.dialog.rows.card("s").click()
    with qtbot.assertNotEmitted(field.values_chosen):
        field.dialog.cancel_button.click()
        field.button.click()
        field.dialog.go_on_button.click()
    assert ("n",) == field.values


def test_what_is_gone_is_chosen_no_more(field):
    """And with nothing to choose from, there is nothing to press."""
    field.set_values(["n", "s"])
    field.set_items(ITEMS[1:])
    assert ("s",) == field.values
    field.set_items([])
    assert ("All teams", False) == (field.button.text(), field.button.isEnabled())
