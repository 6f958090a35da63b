# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.answers.check_rows``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.theme.tokens import EDGE
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows

CHOICES = [
    AnswerSpec("words", "Own words"),
    AnswerSpec("work", "Direct work", detail="Dated and named"),
    AnswerSpec("none", "None of these", is_exclusive=True),
]


@pytest.fixture
def checks(theme, show):
    """Return three check rows in a window."""
    rows = CheckRows(theme, "Evidence of views")
    rows.set_answers(CHOICES)
    return show(rows)


def _heard(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def test_rows_read_as_check_boxes(checks):
    """A row has the role of a check box and its second line as description."""
    accessible = QAccessible.queryAccessibleInterface(checks.card("work"))
    assert (QAccessible.Role.CheckBox, "Dated and named") == (
        accessible.role(),
        accessible.text(QAccessible.Text.Description),
    )


def test_several_may_be_chosen(checks):
    """Each click tells all values chosen, in the order on show."""
    heard = _heard(checks.values_changed)
    checks.card("work").click()
    checks.card("words").click()
    assert [("work",), ("words", "work")] == heard


def test_pressing_a_chosen_row_again_clears_it(checks):
    """A check box can be taken back."""
    checks.card("work").click()
    checks.card("work").click()
    assert () == checks.values


def test_exclusive_option_clears_the_others(checks):
    """An option such as "none of these" cannot stand beside another one."""
    checks.set_values(["words", "work"])
    checks.card("none").click()
    assert ("none",) == checks.values


def test_other_option_clears_the_exclusive_one(checks):
    """Choosing something takes "none of these" back."""
    checks.set_values(["none"])
    checks.card("words").click()
    assert ("words",) == checks.values


def test_set_values_is_silent(checks):
    """Showing stored choices tells nobody."""
    heard = _heard(checks.values_changed)
    checks.set_values(["work"])
    assert ([], ("work",)) == (heard, checks.values)


def test_check_rows_are_reached_by_tab_and_arrows(checks, qtbot, qapp):
    """Every box is a stop for Tab, and arrow keys move too."""
    checks.card("words").setFocus()
    qtbot.keyClick(checks.card("words"), Qt.Key.Key_Tab)
    second = qapp.focusWidget()
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert (checks.card("work"), checks.card("none")) == (second, qapp.focusWidget())


def test_targets_are_large_enough(checks):
    """Each row's visible shape is at least 24 pixels high (WCAG 2.2, 2.5.8)."""
    assert 24 <= min(card.height() - 2 * EDGE for card in checks.cards)


def _toggle(card):
    """Do what a screen reader does."""
    QAccessible.queryAccessibleInterface(card).actionInterface().doAction("Toggle")


def test_screen_reader_chooses(checks):
    """Toggling a row chooses it or clears it, and an exclusive one clears the others."""
    heard = _heard(checks.values_changed)
    for value in ("work", "none", "none"):
        _toggle(checks.card(value))
    assert [("work",), ("none",), ()] == heard


def test_read_only_rows_cannot_be_changed(checks, qtbot):
    """Neither pointer, keys nor screen reader change them; Tab still reaches each."""
    checks.set_values(["words"])
    checks.set_read_only(True)
    heard = _heard(checks.values_changed)
    for card in checks.cards:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        qtbot.keyClick(card, Qt.Key.Key_Space)
        _toggle(card)
    assert ([], ("words",), [True, False, False]) == (
        heard,
        checks.values,
        [card.isChecked() for card in checks.cards],
    )
    assert all(card.focusPolicy() & Qt.FocusPolicy.TabFocus for card in checks.cards)


def test_digit_chooses_and_clears(checks):
    """The figure on a row presses it."""
    checks.set_answers([AnswerSpec("words", "Own words", digit=1)])
    pressed = [(checks.choose_digit(1), checks.values) for _ in range(2)]
    assert [(True, ("words",)), (True, ())] == pressed
