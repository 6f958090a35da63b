# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.buttons.menu_button``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.widgets.buttons.menu_button import MenuButton


@pytest.fixture
def button(theme, show):
    """Return a button with two commands, of which the first cannot be used now."""
    button = MenuButton(theme, "More")
    button.add("Replace", "refresh-cw").setEnabled(False)
    button.add_line()
    button.add("Delete", "trash")
    yield show(button, 160, 60)
    button.commands.close()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down]
)
def test_keys_open_it_at_what_can_be_used(button, qtbot, key):
    """The first command that can be carried out is ready, and Enter does it."""
    button.setFocus()
    qtbot.keyClick(button, key)
    qtbot.waitUntil(button.commands.isVisible)
    delete = button.commands.actions()[-1]
    assert delete is button.commands.activeAction()
    with qtbot.waitSignal(delete.triggered):
        qtbot.keyClick(button.commands, Qt.Key.Key_Return)
    assert not button.commands.isVisible()


def test_a_reader_hears_that_there_is_a_menu(button):
    """A button without one says nothing of the kind."""
    state = QAccessible.queryAccessibleInterface(button).state()
    assert state.hasPopup


def test_its_icons_follow_the_colours(button, theme):
    """What was dark on light is light on dark."""
    command = button.commands.actions()[-1]

    def lightest():
        """Return how light the lightest of what is painted is."""
        image = command.icon().pixmap(18, 18).toImage()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        colours = (image.pixelColor(*spot) for spot in spots)
        return max(colour.lightness() for colour in colours if colour.alpha() == 255)

    before = lightest()
    theme.set_colours(is_dark=True, has_more_contrast=False)
    assert before + 60 < lightest()
