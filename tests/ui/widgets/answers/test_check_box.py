# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.answers.check_box``."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme.tokens import EDGE
from ui.widgets.answers.check_box import CheckBox


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


def test_shortcut_ticks_at_once_and_takes_the_focus(theme, show, qtbot):
    """There is no moment in which the next letters go elsewhere."""
    page = QWidget()
    column = QVBoxLayout(page)
    line, box = QLineEdit(), CheckBox(theme, "F&lag for the review")
    column.addWidget(line)
    column.addWidget(box)
    qtbot.waitUntil(show(page).isActiveWindow)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert (True, True) == (box.isChecked(), box.hasFocus())


def _toggle(box):
    """Do what a screen reader does."""
    accessible = QAccessible.queryAccessibleInterface(box)
    accessible.actionInterface().doAction("Toggle")


def test_toggling_by_a_screen_reader_is_a_click(theme, show):
    """Qt alone would turn the box over and tell nobody who waits for a click."""
    box = show(CheckBox(theme, "Action"))
    told = []
    box.clicked.connect(lambda: told.append(box.isChecked()))
    _toggle(box)
    _toggle(box)
    box.setChecked(True)
    assert [True, False] == told


@pytest.mark.parametrize("is_checked", [True, False])
def test_read_only_box_can_be_read_and_not_changed(theme, show, qtbot, is_checked):
    """Neither keys, pointer, shortcut nor screen reader change it; Tab still reaches it."""
    box = show(CheckBox(theme, "F&lag"), 200, 32)
    box.setChecked(is_checked)
    box.set_read_only(True)
    told = []
    box.clicked.connect(lambda: told.append(1))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    _toggle(box)
    accessible = QAccessible.queryAccessibleInterface(box)
    assert ([], is_checked, "Read only", False) == (
        told,
        box.isChecked(),
        accessible.text(QAccessible.Text.Description),
        bool(accessible.state().disabled),
    )
    assert box.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_read_only_box_can_be_opened_again(theme, show):
    """An audit may be opened for corrections."""
    box = show(CheckBox(theme, "Flag"))
    box.set_read_only(True)
    box.set_read_only(False)
    box.click()
    assert box.isChecked()


def test_words_wrap_where_there_is_no_room(theme, show, qtbot):
    """A narrow box is as tall as its lines."""
    page = QWidget()
    column = QVBoxLayout(page)
    box = CheckBox(theme, "Unaccompanied asylum-seeking child")
    column.addWidget(box)
    column.addStretch(1)
    show(page, 400, 200)
    before = box.height()
    page.resize(200, 200)
    qtbot.waitUntil(lambda: box.heightForWidth(box.width()) == box.height() > before)
    assert box.minimumSizeHint().width() < 200 < box.sizeHint().width()
