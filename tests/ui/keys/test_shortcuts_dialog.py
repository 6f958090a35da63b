# SPDX-License-Identifier: MPL-2.0
"""Test what the list of keys says below them."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.keys.keymap import KEYMAP
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.widgets.signs.text_label import TextLabel

BOTH = "In a text field Ctrl+Z takes back typing; {keys} takes back the last change."
TYPING = "In a text field Ctrl+Z takes back typing. Under Settings"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (None, BOTH.format(keys="Alt+U")),
        ({"undo": ["Ctrl+J", "Alt+U"]}, BOTH.format(keys="Ctrl+J")),
        ({"undo": ["Ctrl+Z"]}, TYPING),
        ({"undo": []}, TYPING),
    ],
)
def test_the_hint_names_the_keys_in_force(theme, show, keys, words):
    """Undo may have other keys than the usual ones, or none that works in a text field."""
    KEYMAP.take(keys)
    dialog = ShortcutsDialog(theme, show(QWidget()))
    (hint,) = (
        each.text() for each in dialog.findChildren(TextLabel) if "takes back" in each.text()
    )
    assert hint.startswith(words)
