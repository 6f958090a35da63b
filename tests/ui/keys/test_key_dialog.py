# SPDX-License-Identifier: MPL-2.0
"""Tests of pressing the key that a command shall have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.keys.commands import CommandId
from ui.keys.key_dialog import KeyDialog
from ui.keys.keymap import command

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dialog(theme, show):
    """Return the dialog, open, with a list of the keys chosen in it, and of its ends."""
    dialog = KeyDialog(theme, command(CommandId.LOCK), show(QWidget()))
    dialog.chosen, dialog.ended = [], []
    dialog.keys_chosen.connect(lambda _command, keys: dialog.chosen.append(keys))
    dialog.finished.connect(dialog.ended.append)
    dialog.open()
    return dialog


def press(dialog, key, held=NONE):
    """Press a key in the window of the dialog, as a keyboard does."""
    QTest.keyClick(dialog.windowHandle(), key, held)


def test_a_key_and_enter(dialog):
    """The whole way by the keyboard, without a Tab."""
    press(dialog, Qt.Key.Key_J, CTRL)
    press(dialog, Qt.Key.Key_Return)

    assert ([["Ctrl+J"]], [1]) == (dialog.chosen, dialog.ended)


def test_escape_gives_up(dialog):
    """As in every dialog; nothing is chosen."""
    press(dialog, Qt.Key.Key_J, CTRL)
    press(dialog, Qt.Key.Key_Escape)

    assert ([], [0]) == (dialog.chosen, dialog.ended)


@pytest.mark.parametrize(
    ("key", "held", "fault"),
    [
        (Qt.Key.Key_G, CTRL, "“Go to a question by number” has this key"),
        (Qt.Key.Key_3, CTRL, "chooses an answer"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier, "ticks an agency"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier, "underlined letters"),
        (Qt.Key.Key_A, NONE, "others are for writing"),
    ],
)
def test_what_cannot_be_used_is_told_and_enter_keeps_asking(dialog, key, held, fault):
    """By the reason that leads somewhere: nobody can take a key from an answer or a label."""
    press(dialog, key, held)
    press(dialog, Qt.Key.Key_Return)

    assert fault in dialog.fault
    assert ([], []) == (dialog.chosen, dialog.ended)
    dialog.reject()
