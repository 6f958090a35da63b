# SPDX-License-Identifier: MPL-2.0
"""Test the list of everything that has a key."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.keys.commands import COMMANDS, CommandId
from ui.keys.keymap import bind, command


def test_every_command_is_listed_once():
    """What a button asks for is in the list, and only once."""
    assert list(Counter(CommandId).items()) == [
        (each, Counter(c.id for c in COMMANDS)[each]) for each in CommandId
    ]


def test_no_key_is_used_twice():
    """Two commands on one key would both stay silent."""
    keys = Counter(QKeySequence(key).toString() for each in COMMANDS for key in each.keys)
    assert {} == {key: count for key, count in keys.items() if count > 1}


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


def test_the_usual_key_is_in_the_tool_tip():
    """A command without a key has nothing to show."""
    assert "Alt+Right" == command(CommandId.NEXT).shortcut
    assert "" == command(CommandId.THEME).shortcut
