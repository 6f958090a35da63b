# SPDX-License-Identifier: MPL-2.0
"""Tests of ``AnswerCard``, ``AnswerCards`` and ``OptionRows``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.ui.widgets.answers.choosing import SCALE, accessible_of, ratings, said_by
from ui.theme.tokens import EDGE
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.answers.option_rows import OptionRows

__all__ = ["ratings"]


@pytest.mark.parametrize("group_class", [AnswerCards, OptionRows, CheckRows])
def test_group_has_role_and_name(theme, qtbot, group_class):
    """Screen readers announce the question as the name of a group."""
    group = group_class(theme, "Seen alone?")
    qtbot.addWidget(group)
    group.set_name("Seen alone at each visit?")
    accessible = accessible_of(group)
    assert (QAccessible.Role.Grouping, "Seen alone at each visit?") == (
        accessible.role(),
        accessible.text(QAccessible.Text.Name),
    )


def test_cards_read_as_radio_buttons(ratings):
    """A card has the role, the name and the state of a radio button."""
    ratings.set_value("good")
    accessible = [accessible_of(card) for card in ratings.cards]
    assert [QAccessible.Role.RadioButton] * 3 == [each.role() for each in accessible]
    assert [True, False, False] == [bool(each.state().checked) for each in accessible]
    assert "Good" == accessible[0].text(QAccessible.Text.Name)


def test_accessible_rectangle_is_the_card(ratings):
    """A screen reader's highlight covers the card."""
    card = ratings.card("ri")
    rect = accessible_of(card).rect()
    assert (card.width(), card.height()) == (rect.width(), rect.height())


def test_click_chooses_and_tells(ratings, qtbot):
    """A click on another answer tells its value once."""
    heard = said_by(ratings.value_chosen)
    qtbot.mouseClick(ratings.card("ri"), Qt.MouseButton.LeftButton)
    assert (["ri"], "ri") == (heard, ratings.value)


def test_pressing_the_chosen_answer_again_keeps_it(ratings):
    """An answer is not taken back by pressing it twice."""
    heard = said_by(ratings.value_chosen)
    ratings.card("ri").click()
    ratings.card("ri").click()
    assert (["ri"], True) == (heard, ratings.card("ri").isChecked())


def test_only_one_is_chosen(ratings):
    """Choosing another takes the first one back."""
    ratings.card("good").click()
    ratings.card("poor").click()
    assert [False, False, True] == [card.isChecked() for card in ratings.cards]


def test_set_value_is_silent(ratings):
    """Showing a stored answer, or none, tells nobody."""
    heard = said_by(ratings.value_chosen)
    ratings.set_value("good")
    ratings.set_value(None)
    assert ([], None, [False] * 3) == (
        heard,
        ratings.value,
        [card.isChecked() for card in ratings.cards],
    )


def test_unknown_value_is_an_error(ratings):
    """A value that is not on offer fails and changes nothing."""
    ratings.set_value("good")
    with pytest.raises(KeyError):
        ratings.set_value("splendid")
    assert ("good", True) == (ratings.value, ratings.card("good").isChecked())


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (Qt.Key.Key_Right, "poor"),
        (Qt.Key.Key_Down, "poor"),
        (Qt.Key.Key_Left, "good"),
        (Qt.Key.Key_Up, "good"),
    ],
)
def test_arrow_keys_move_without_choosing(ratings, qtbot, key, reached):
    """Arrow keys move the focus to the neighbour and leave the answer alone."""
    ratings.set_value("ri")
    ratings.card("ri").setFocus()
    qtbot.keyClick(ratings.card("ri"), key)
    assert ("ri", True) == (ratings.value, ratings.card(reached).hasFocus())


def test_arrow_keys_go_round(ratings, qtbot):
    """After the last answer comes the first."""
    ratings.card("poor").setFocus()
    qtbot.keyClick(ratings.card("poor"), Qt.Key.Key_Right)
    assert ratings.card("good").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_choose(ratings, qtbot, key):
    """Both keys choose the answer that has the focus."""
    ratings.card("poor").setFocus()
    qtbot.keyClick(ratings.card("poor"), key)
    assert "poor" == ratings.value


def test_modified_arrow_keys_are_left_to_the_window(ratings, qtbot):
    """Alt and an arrow, the keys of the next question, do not move within the answers."""
    ratings.card("good").setFocus()
    qtbot.keyClick(ratings.card("good"), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert ratings.card("good").hasFocus()


@pytest.mark.parametrize(("chosen", "stop"), [(None, "good"), ("poor", "poor")])
def test_tab_stops_once(theme, show, qtbot, qapp, chosen, stop):
    """Tab reaches the chosen answer, or the first one, and leaves the group from there."""
    page = QWidget()
    column = QVBoxLayout(page)
    before, cards, after = QLineEdit(), AnswerCards(theme, "Seen alone?"), QLineEdit()
    cards.set_answers(SCALE)
    cards.set_value(chosen)
    for widget in (before, cards, after):
        column.addWidget(widget)
    show(page)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    reached = qapp.focusWidget()
    qtbot.keyClick(reached, Qt.Key.Key_Tab)
    assert (cards.card(stop), after) == (reached, qapp.focusWidget())


def test_digit_chooses(ratings):
    """The figure on a card chooses it."""
    assert (True, "ri") == (ratings.choose_digit(2), ratings.value)


def test_digit_of_no_card_does_nothing(ratings):
    """A figure that no card shows is left alone, also when the group is locked."""
    unknown = ratings.choose_digit(9)
    ratings.setEnabled(False)
    assert (False, False, None) == (unknown, ratings.choose_digit(1), ratings.value)


def test_cards_are_used_again(ratings):
    """The next question of the same scale makes no new cards and starts with no answer."""
    ratings.set_value("good")
    first = ratings.cards
    ratings.set_answers([AnswerSpec("met", "Met", "check", "met", 1), *SCALE[:1]])
    assert (first[:2], None, ["Met", "Good"]) == (
        ratings.cards,
        ratings.value,
        [card.accessibleName() for card in ratings.cards],
    )
    assert [True, True, False] == [card.isVisible() for card in first]


def test_hidden_cards_come_back(ratings):
    """A longer scale shows the cards that a shorter one had hidden."""
    ratings.set_answers(SCALE[:1])
    ratings.set_answers(SCALE)
    assert [True] * 3 == [card.isVisible() for card in ratings.cards]


def test_wide_cards_stand_side_by_side(ratings):
    """With room for every word the cards share the width, edge to edge."""
    ratings.resize(600, 120)
    lefts = [card.x() for card in ratings.cards]
    assert ([0, 200, 400], {0}, False) == (
        lefts,
        {card.y() for card in ratings.cards},
        ratings.card("good").is_row,
    )


def test_narrow_cards_are_stacked(ratings):
    """Without room for every word the cards are rows, one below the other."""
    ratings.resize(260, 300)
    tops = [card.y() for card in ratings.cards]
    assert (sorted(set(tops)), {260}, True) == (
        tops,
        {card.width() for card in ratings.cards},
        ratings.card("good").is_row,
    )


def test_larger_text_stacks_the_cards(ratings, theme):
    """What fits at 100 % may not fit at 200 %."""
    ratings.resize(440, 300)
    before = ratings.card("good").is_row
    theme.set_text_scale(2.0)
    assert (False, True) == (before, ratings.card("good").is_row)


def test_height_for_width_is_exact(ratings):
    """The height that a layout is told is the height that the cards take."""
    for width in (250, 333, 600, 900):
        ratings.resize(width, 10)
        bottom = max(card.geometry().bottom() + 1 for card in ratings.cards)
        assert bottom == ratings.heightForWidth(width)


def test_empty_group_takes_no_room(theme, qtbot):
    """A group without answers is nothing to see."""
    group = OptionRows(theme, "Seen alone?")
    qtbot.addWidget(group)
    assert (0, ()) == (group.heightForWidth(400), group.cards)


def test_long_words_make_a_row_taller(theme, qtbot):
    """An option of several lines is shown whole."""
    rows = OptionRows(theme, "Seen alone?")
    qtbot.addWidget(rows)
    rows.set_answers([AnswerSpec("long", "word " * 60), AnswerSpec("short", "word")])
    long, short = (card.height_at(300, is_row=True) for card in rows.cards)
    assert long > 4 * short


def test_targets_are_large_enough(ratings):
    """Each card's visible shape is at least 24 pixels high (WCAG 2.2, 2.5.8)."""
    heights = [card.height() - 2 * EDGE for card in ratings.cards]
    assert 24 <= min(heights)


def test_chosen_card_has_the_ground_of_its_tone(ratings, theme):
    """The answer chosen is tinted, in light and in dark."""
    ratings.set_value("ri")
    card = ratings.card("ri")

    def ground():
        return card.grab().toImage().pixelColor(EDGE + 5, card.height() // 2)

    light = (theme.colour("requires_improvement_tint"), ground())
    theme.set_dark(True)
    assert light[0] == light[1]
    assert theme.colour("requires_improvement_tint") == ground()


def _toggle(card):
    """Do what a screen reader does."""
    accessible_of(card).actionInterface().doAction("Toggle")


def test_screen_reader_chooses(ratings):
    """Toggling a card is choosing it; toggling it again does not take the answer back."""
    heard = said_by(ratings.value_chosen)
    _toggle(ratings.card("ri"))
    _toggle(ratings.card("ri"))
    assert (["ri"], [False, True, False]) == (heard, [card.isChecked() for card in ratings.cards])


def test_words_of_a_checklist_make_no_shortcut(theme, qtbot):
    """An ampersand in an answer is an ampersand."""
    rows = OptionRows(theme, "Who?")
    qtbot.addWidget(rows)
    rows.set_answers([AnswerSpec("rd", "R&D team")])
    assert (True, "R&D team") == (
        rows.card("rd").shortcut().isEmpty(),
        rows.card("rd").accessibleName(),
    )
