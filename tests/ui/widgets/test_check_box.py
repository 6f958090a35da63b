# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.check_box``."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from ui.theme.tokens import EDGE
from ui.widgets.check_box import CheckBox


def test_role_name_and_state(theme, show):
    """It reads as a check box, with its words and its state."""
    box = show(CheckBox(theme, "This needs an &action"))
    box.click()
    accessible = QAccessible.queryAccessibleInterface(box)
    assert (QAccessible.Role.CheckBox, "This needs an action", True) == (
        accessible.role(),
        accessible.text(QAccessible.Text.Name),
        bool(accessible.state().checked),
    )


def test_words_can_be_pressed(theme, show, qtbot):
    """The words are part of the target."""
    box = show(CheckBox(theme, "This needs an action"), 300, 40)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(150, 20))
    assert box.isChecked()


def test_tick_is_painted(theme, show):
    """The box is filled when it is ticked, in light and in dark."""
    box = show(CheckBox(theme, "Action"), 200, 32)
    box.setChecked(True)
    for is_dark in (False, True):
        theme.set_dark(is_dark)
        image = box.grab().toImage()
        assert theme.colour("primary") == image.pixelColor(EDGE + 3, 16)


def test_target_and_size(theme, show):
    """It is at least 24 pixels high, and grows with the text."""
    box = show(CheckBox(theme, "Action"))
    before = box.sizeHint()
    theme.set_text_scale(2.0)
    assert 24 <= before.height() - 2 * EDGE < box.sizeHint().height() - 2 * EDGE
    assert box.minimumSizeHint() == box.sizeHint()
