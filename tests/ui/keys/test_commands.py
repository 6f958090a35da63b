# SPDX-License-Identifier: MPL-2.0
"""Test the list of everything that has a key."""

import sys
from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from auditapp.guide import Guide
from ui.keys.commands import (
    COMMANDS,
    MOST_CHOICES,
    CommandGroup,
    CommandId,
    agency_keys,
    can_meet,
)
from ui.keys.fixed_keys import FIXED
from ui.keys.keymap import bind, command


def normal(keys):
    """Return keys as Qt writes them."""
    return {QKeySequence(key).toString() for key in keys}


def test_every_command_is_listed_once():
    """What a button asks for is in the list, and only once."""
    assert list(Counter(CommandId).items()) == [
        (each, Counter(c.id for c in COMMANDS)[each]) for each in CommandId
    ]


@pytest.mark.parametrize(
    ("one", "other"), [pair for pair in combinations(COMMANDS, 2) if can_meet(*pair)]
)
def test_no_key_is_used_twice_in_one_window(one, other):
    """Two commands on one key would both stay silent."""
    assert set() == normal(one.keys) & normal(other.keys)


def test_the_guide_has_a_window_of_its_own():
    """So its keys may be those of the walk, which nobody presses there; all others meet."""
    back = next(each for each in COMMANDS if each.id is CommandId.GUIDE_BACK)
    previous = next(each for each in COMMANDS if each.id is CommandId.PREVIOUS)
    assert normal(back.keys) == normal(previous.keys)
    assert not can_meet(back, previous)
    others = [each for each in COMMANDS if each.group is not CommandGroup.GUIDE]
    assert all(can_meet(*pair) for pair in combinations(others, 2))


def test_each_key_is_there_once_in_its_command():
    """Qt would carry out neither of two."""
    assert [] == [each.id for each in COMMANDS if len(each.keys) != len(normal(each.keys))]


@pytest.mark.parametrize("asked", [each for each in COMMANDS if each.label])
def test_what_has_a_letter_has_a_key_without_it_too(asked):
    """On macOS labels have no letters, and nothing else would be left there."""
    letter = QKeySequence.mnemonic(asked.label).toString()
    assert letter in asked.keys
    assert [key for key in asked.keys if not key.startswith("Alt+")] != []


def test_only_numbers_are_fixed():
    """All else can be given other keys."""
    fixed = {each.id for each in COMMANDS if each.is_fixed}
    assert {CommandId.CHOOSE, CommandId.AGENCY} == fixed


@pytest.mark.parametrize("key", [key for each in COMMANDS for key in each.keys])
def test_every_key_is_understood(key):
    """A key that Qt does not know would never work."""
    assert Qt.Key.Key_unknown != QKeySequence(key)[0].key()


def test_bound_keys_call_their_command(qtbot):
    """Each of the keys of a command does what the command does."""
    window, asked = QWidget(), []
    qtbot.addWidget(window)
    bind(window, {CommandId.NEXT: lambda: asked.append("next")})
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ["next", "next"] == asked


def test_a_text_field_keeps_its_own_undo(qtbot):
    """Ctrl+Z takes typing back while typing; the other key reaches the audit."""
    window, asked = QWidget(), []
    field = QLineEdit(window)
    qtbot.addWidget(window)
    bind(window, {CommandId.UNDO: lambda: asked.append("undo")})
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ("", []) == (field.text(), asked)
    qtbot.keyClick(field, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert ["undo"] == asked


def test_the_keys_of_agencies_write_nothing():
    """On a Mac Option and a number do: "#" is Option and 3 on a British keyboard."""
    assert command(CommandId.AGENCY).keys == agency_keys(sys.platform)
    assert ("Alt+1", "Alt+9") == agency_keys("win32")[:: MOST_CHOICES - 1]
    assert ("Ctrl+Alt+1", "Ctrl+Alt+9") == agency_keys("darwin")[:: MOST_CHOICES - 1]


def test_the_usual_key_is_in_the_tool_tip():
    """A command without a key has nothing to show."""
    assert "Alt+Right" == command(CommandId.NEXT).shortcut
    assert "" == command(CommandId.THEME).shortcut


@pytest.mark.parametrize("fixed", FIXED, ids=lambda each: f"{each.group} {each.words}")
def test_the_guide_has_the_keys_that_stay(fixed):
    """As it has those of the commands: in a table, with what they do."""
    text = Guide().read("guide/22-keyboard.md")
    lines = [line for line in text.splitlines() if line.startswith(f"| {fixed.words} |")]
    assert [] == [key for key in fixed.keys if key.lower() not in "".join(lines).lower()]
    assert lines != []
