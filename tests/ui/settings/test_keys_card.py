# SPDX-License-Identifier: MPL-2.0
"""Tests of giving commands other keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from ui.keys.commands import COMMANDS, CommandId
from ui.keys.fixed_keys import FIXED
from ui.keys.keymap import KEYMAP, command
from ui.settings.keys_card import KeysCard
from ui.widgets.buttons.keycap import Keycap
from ui.widgets.signs.text_label import TextLabel


@pytest.fixture
def card(show, theme, preferences):
    """Return the card, shown, with the settings that it changes in force."""
    preferences.changed.connect(lambda: KEYMAP.take(preferences.settings.shortcuts))
    yield show(KeysCard(theme, preferences))
    KEYMAP.take(None)


def shown(card, command_id):
    """Return the keys that stand beside a command, or the words in their place."""
    return [label.text() for label in card._keys[command_id]._shown()]


def test_a_key_is_pressed_and_kept(card, preferences, qtbot):
    """The row, the settings and the program have it; the second usual key stays."""
    card.buttons[CommandId.SECTIONS].click()
    qtbot.keyClick(card.dialog.edit, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert ("Ctrl+J", "") == (card.dialog.key, card.dialog.fault)
    card.dialog.save.click()

    assert {"sections": ["Ctrl+J"]} == preferences.settings.shortcuts
    assert ("Ctrl+J",) == command(CommandId.SECTIONS).keys
    assert ["Ctrl+J"] == shown(card, CommandId.SECTIONS)


def test_a_key_of_another_command_is_refused(card):
    """By the name of that command."""
    card.buttons[CommandId.SECTIONS].click()
    card.dialog.edit.setKeySequence(QKeySequence("Ctrl+L"))

    assert "Lock" in card.dialog.fault
    assert not card.dialog.save.isEnabled()
    card.dialog.reject()


def test_no_key_and_back_to_the_usual_ones(card, preferences):
    """Both by a button."""
    card.buttons[CommandId.LOCK].click()
    card.dialog.none.click()
    assert () == command(CommandId.LOCK).keys
    assert ["No key"] == shown(card, CommandId.LOCK)
    card.usual.click()

    assert ("Ctrl+L",) == command(CommandId.LOCK).keys
    assert {} == preferences.settings.shortcuts
    assert not card.usual.isEnabled()


def test_every_change_button_has_a_name_of_its_own(card):
    """For those who hear them one after the other."""
    names = [button.accessibleName() for button in card.buttons.values()]

    assert len(names) == len(set(names)) > 15


def test_the_key_in_force_is_no_fault(card):
    """The dialog opens with it, and nothing is marked as wrong."""
    card.buttons[CommandId.LOCK].click()

    assert "Ctrl+L" == card.dialog.key
    assert card.dialog.field.error is None
    card.dialog.reject()


def test_the_keys_of_a_question_can_be_changed(card, preferences, qtbot):
    """Those that labels carry too; the letter can be chosen again, by its own command alone."""
    card.buttons[CommandId.NOTE].click()
    assert "Alt+N" == card.dialog.key
    qtbot.keyClick(card.dialog.edit, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    card.dialog.save.click()
    assert {"note": ["Ctrl+J", "Ctrl+Shift+N"]} == preferences.settings.shortcuts
    card.buttons[CommandId.LOCK].click()
    card.dialog.edit.setKeySequence(QKeySequence("Alt+N"))
    assert "underlined" in card.dialog.fault
    card.dialog.reject()
    card.buttons[CommandId.NOTE].click()
    card.dialog.edit.setKeySequence(QKeySequence("Alt+N"))
    assert "" == card.dialog.fault
    card.dialog.reject()


def test_all_keys_of_the_program_are_listed(card):
    """Those that stay as they are too, without a button, and with why in plain words."""
    words = [label.text() for label in card.findChildren(TextLabel)]
    for each in (*COMMANDS, *FIXED):
        assert each.words in words
    assert {each.id for each in COMMANDS if not each.is_fixed} == set(card.buttons)
    assert "Ctrl+1–9" in [each.text() for each in card.findChildren(Keycap)]
    assert "the numbers are those on the answers" in card._hint.text()
