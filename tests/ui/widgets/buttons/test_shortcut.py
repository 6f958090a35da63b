# SPDX-License-Identifier: MPL-2.0
"""Test that Enter presses the button that has the focus, on a page and in a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.buttons.rail_button import RailButton
from ui.widgets.buttons.switch_button import SwitchButton
from ui.widgets.surfaces.dialog import Dialog

MAKERS = {
    "push": lambda theme: PushButton(theme, "Go on"),
    "switch": lambda theme: SwitchButton(theme, "Actions"),
    "icon": lambda theme: IconButton(theme, "x", "Close"),
    "rail": lambda theme: RailButton(theme, "clipboard-list", "Audits"),
}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", MAKERS)
def test_a_key_presses_the_button_with_the_focus(theme, show, kind, key):
    """Once for each time that it goes down."""
    button = show(MAKERS[kind](theme))
    pressed = []
    button.clicked.connect(lambda: pressed.append(key))
    button.setFocus()
    QTest.keyClick(button, key)
    assert [key] == pressed


HELD = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("held", HELD)
def test_with_another_key_held_it_is_another_command(theme, show, held):
    """Ctrl+Enter leads to the next question, say."""
    button = show(PushButton(theme, "Go on"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(held))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return, held)
    assert [] == pressed


def test_in_a_dialog_the_focus_says_which_button_is_meant(theme, qtbot):
    """Enter on "Cancel" cancels; from a field it is for the usual button."""
    dialog = Dialog(theme, "Delete it?")
    qtbot.addWidget(dialog)
    cancel = dialog.add_cancel("Cancel")
    delete = dialog.add_button("Delete", "danger", is_default=True)
    pressed = []
    delete.clicked.connect(lambda: pressed.append("delete"))
    dialog.open()
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert ([], False) == (pressed, dialog.isVisible())
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert ["delete"] == pressed
