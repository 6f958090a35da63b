# SPDX-License-Identifier: MPL-2.0
"""Tests of ``AnswerCards`` and ``OptionRows`` that can only be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.ui.widgets.answers.choosing import SCALE, accessible_of, ratings, said_by
from ui.theme.tokens import EDGE
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.option_rows import OptionRows

__all__ = ["ratings"]


def _toggle(card):
    """Do what a screen reader does."""
    accessible_of(card).actionInterface().doAction("Toggle")


@pytest.mark.parametrize("group_class", [AnswerCards, OptionRows])
def test_read_only_answer_cannot_be_changed(theme, show, qtbot, group_class):
    """Neither pointer, keys, digit nor screen reader choose another."""
    group = group_class(theme, "Seen alone?")
    group.set_answers(SCALE)
    group.set_value("good")
    group.set_read_only(True)
    show(group)
    heard = said_by(group.value_chosen)
    card = group.card("ri")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    card.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        qtbot.keyClick(card, key)
    card.click()
    _toggle(card)
    _toggle(group.card("good"))
    assert (False, [], "good", [True, False, False]) == (
        group.choose_digit(2),
        heard,
        group.value,
        [card.isChecked() for card in group.cards],
    )


def test_read_only_answer_can_be_reached_and_read(theme, show, qtbot, qapp):
    """Tab stops at the answer chosen, arrow keys go on, and a screen reader says all of it."""
    page = QWidget()
    column = QVBoxLayout(page)
    before, cards = QLineEdit(), AnswerCards(theme, "Seen alone?")
    cards.set_read_only(True)
    cards.set_answers(SCALE)
    cards.set_value("ri")
    column.addWidget(before)
    column.addWidget(cards)
    show(page)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    reached = qapp.focusWidget()
    qtbot.keyClick(reached, Qt.Key.Key_Right)
    state = accessible_of(reached).state()
    assert (cards.card("ri"), cards.card("poor")) == (reached, qapp.focusWidget())
    assert (True, False, "Read only") == (
        bool(state.checked),
        bool(state.disabled),
        accessible_of(cards).text(QAccessible.Text.Description),
    )


def test_read_only_answer_keeps_its_colour(ratings, theme):
    """What was chosen stands out as before; the others are quiet, not dimmed."""
    ratings.set_value("ri")
    ratings.set_read_only(True)
    grounds = [
        card.grab().toImage().pixelColor(EDGE + 5, card.height() // 2) for card in ratings.cards
    ]
    names = ["sunken", "requires_improvement_tint", "sunken"]
    assert [theme.colour(name) for name in names] == grounds


def test_answer_can_be_chosen_again_after_read_only(ratings):
    """The next question may be open."""
    ratings.set_read_only(True)
    ratings.set_read_only(False)
    ratings.card("ri").click()
    assert ("ri", "") == (ratings.value, ratings.accessibleDescription())
