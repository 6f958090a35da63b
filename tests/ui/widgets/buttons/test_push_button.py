# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.buttons.push_button``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.theme.tokens import EDGE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton

VARIANTS = ("primary", "secondary", "quiet", "danger")


def _fill(button):
    """Return the colour just inside the left border."""
    return button.grab().toImage().pixelColor(EDGE + 4, button.height() // 2)


@pytest.mark.parametrize("variant", VARIANTS)
def test_reads_as_a_button_with_its_word(theme, qtbot, variant):
    """Role and name are a button's; the mark of the shortcut is left out."""
    button = PushButton(theme, "&Next", variant, "chevron-right", icon_side="right")
    qtbot.addWidget(button)
    accessible = QAccessible.queryAccessibleInterface(button)
    assert (QAccessible.Role.Button, "Next") == (
        accessible.role(),
        accessible.text(QAccessible.Text.Name),
    )


@pytest.mark.parametrize(("variant", "ground"), [("primary", "primary"), ("danger", "danger")])
def test_ground_follows_the_theme(theme, show, variant, ground):
    """A button painted in light is painted again in dark."""
    button = show(PushButton(theme, "Remove", variant), 200, 60)
    light = (theme.colour(ground), _fill(button))
    theme.set_dark(True)
    assert light[0] == light[1]
    assert theme.colour(ground) == _fill(button)


def test_disabled_button_is_not_pressed(theme, show, qtbot):
    """A disabled button looks and is out of use."""
    button = show(PushButton(theme, "Next", "primary"), 200, 60)
    button.setEnabled(False)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ([], theme.colour("hover")) == (pressed, _fill(button))


def test_space_presses(theme, show, qtbot):
    """The keyboard presses it."""
    button = show(PushButton(theme, "Next"))
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_letter_of_the_shortcut(theme, qtbot):
    """The ampersand makes Alt and the letter its shortcut."""
    button = PushButton(theme, "&Next")
    qtbot.addWidget(button)
    assert QKeySequence("Alt+N") == button.shortcut()


def test_shortcut_presses_at_once(theme, show, qtbot):
    """What is typed right after Alt and the letter goes where the button leads."""
    page = QWidget()
    column = QVBoxLayout(page)
    before, after = QLineEdit(), QLineEdit()
    button = PushButton(theme, "Add &evidence")
    button.clicked.connect(after.setFocus)
    for widget in (before, button, after):
        column.addWidget(widget)
    qtbot.waitUntil(show(page).isActiveWindow)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "form")
    assert ("", "form") == (before.text(), after.text())


def test_shortcut_of_two_buttons_presses_neither(theme, show, qtbot):
    """It leads from one to the other instead."""
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [PushButton(theme, "&Save"), PushButton(theme, "&Show")]
    pressed = []
    for button in buttons:
        button.clicked.connect(lambda: pressed.append(1))
        column.addWidget(button)
    qtbot.waitUntil(show(page).isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert ([], True) == (pressed, QApplication.focusWidget() in buttons)


def test_ring_shows_the_focus(theme, show):
    """The pixel at the outer edge has the colour of focus only while the button has it."""
    button = show(PushButton(theme, "Next"), 200, 46)
    button.setFocus()
    with_focus = button.grab().toImage().pixelColor(100, 0)
    button.clearFocus()
    without = button.grab().toImage().pixelColor(100, 0)
    assert (theme.colour("focus"), True) == (with_focus, without != with_focus)


def test_size_follows_text_and_icon(theme, show):
    """An icon, another text and a larger text size make it wider."""
    button = show(PushButton(theme, "Next"))
    plain = button.sizeHint()
    button.set_icon("plus")
    marked = button.sizeHint()
    theme.set_text_scale(2.0)
    assert plain.width() < marked.width() < button.sizeHint().width()


def test_variant_can_change(theme, show):
    """A button can become the one that stands out."""
    button = show(PushButton(theme, "Save"), 200, 60)
    button.set_variant("primary")
    assert ("primary", theme.colour("primary")) == (button.variant, _fill(button))


def test_a_row_is_not_wider_than_a_narrow_page(theme, show):
    """With large text the longest button is cut there, and the words around it are not."""
    theme.set_text_scale(2)
    row = FlowRow()
    button = PushButton(theme, "Make a new recovery key …", "secondary", "key")
    row.add(button)
    page = QWidget()
    QVBoxLayout(page).addWidget(row)
    show(page, 360, 200)
    whole = button.sizeHint().width()

    assert page.minimumSizeHint().width() <= 360 < whole
    assert button.width() <= 360
    image = button.grab().toImage()
    edge = {image.pixelColor(button.width() - EDGE - 8, y).name() for y in range(20, 60)}
    assert 1 == len(edge)  # no letter runs into the edge


def test_a_narrow_row_makes_it_higher_and_not_shorter(theme, show):
    """Its words are on as many lines as they need, and on one where there is room again."""
    button = PushButton(theme, "Save counts without names", icon="download")
    row = FlowRow()
    row.add(button)
    show(row, 200, 200)
    narrow = (button.width(), button.height())
    row.resize(600, 200)

    assert (200, button.heightForWidth(200)) == narrow
    assert narrow[1] >= button.sizeHint().height() + theme.line_height("strong")
    assert button.sizeHint() == button.size()
