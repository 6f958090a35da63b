# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.buttons.icon_button``."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.theme.tokens import EDGE
from ui.widgets.buttons.icon_button import IconButton


def test_name_and_tool_tip(theme, qtbot):
    """Screen readers get the name; the tool tip adds the keys."""
    button = IconButton(theme, "save", "Save now", shortcut="Ctrl+S")
    qtbot.addWidget(button)
    assert ("Save now", "Save now  (Ctrl+S)") == (button.accessibleName(), button.toolTip())


def test_new_name_without_keys(theme, qtbot):
    """A name given later replaces both."""
    button = IconButton(theme, "eye", "Show")
    qtbot.addWidget(button)
    button.set_name("Hide")
    assert ("Hide", "Hide") == (button.accessibleName(), button.toolTip())


def test_target_is_large_enough(theme, qtbot):
    """The visible shape is at least 24 pixels wide and high (WCAG 2.2, 2.5.8)."""
    button = IconButton(theme, "x", "Clear", size=16)
    qtbot.addWidget(button)
    hint = button.sizeHint()
    assert 24 <= min(hint.width(), hint.height()) - 2 * EDGE


def test_checkable_button_shows_its_state(theme, show):
    """A pressed-in button is tinted and says that it is checked."""
    button = show(IconButton(theme, "panel-right", "Guidance", checkable=True), 44, 44)
    button.click()
    ground = button.grab().toImage().pixelColor(EDGE + 4, 22)
    state = QAccessible.queryAccessibleInterface(button).state()
    assert (True, theme.colour("primary_tint")) == (bool(state.checked), ground)


def test_keyboard_reaches_and_presses_it(theme, show, qtbot):
    """It takes the focus and Space presses it."""
    button = show(IconButton(theme, "menu", "Sections"))
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_icon_can_change(theme, show):
    """Another icon is another picture."""
    button = show(IconButton(theme, "sun", "Theme"), 44, 44)
    before = button.grab().toImage()
    button.set_icon("moon")
    assert before != button.grab().toImage()


def test_size_follows_the_text_size(theme, show):
    """The icon grows with the text."""
    button = show(IconButton(theme, "sun", "Theme"))
    before = button.sizeHint().width()
    theme.set_text_scale(2.0)
    assert before + 20 == button.sizeHint().width()
