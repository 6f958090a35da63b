# SPDX-License-Identifier: MPL-2.0
"""Tests of ``Field``, ``FieldFrame``, ``LineField`` and ``SettleTimer``."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme.tokens import EDGE
from ui.widgets.fields.line_field import LineField


@pytest.fixture
def field(theme, show):
    """Return an empty field with a hint, in a window."""
    return show(LineField(theme, "&Team", hint="As on the front sheet"))


def _heard(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def test_label_names_the_editor(field):
    """The editor has the label's words as name, the hint as description, and a label relation."""
    accessible = QAccessible.queryAccessibleInterface(field.line_edit)
    related = [flag for _, flag in accessible.relations(QAccessible.RelationFlag.Label)]
    assert ("Team", "As on the front sheet", [QAccessible.RelationFlag.Label]) == (
        accessible.text(QAccessible.Text.Name),
        accessible.text(QAccessible.Text.Description),
        related,
    )


def test_error_is_said_in_words(field):
    """What is wrong stands below the field and is tied to it for screen readers."""
    field.set_error("Write the team's name.")
    assert ("Write the team's name.", "Write the team's name. As on the front sheet") == (
        field.error,
        field.line_edit.accessibleDescription(),
    )
    words = [label.text() for label in field.findChildren(type(field.label)) if label.isVisible()]
    assert ["&Team", "Write the team's name."] == words


def test_error_can_be_taken_back(field):
    """Without an error the hint is back."""
    field.set_error("Wrong")
    field.set_error(None)
    assert (None, "As on the front sheet") == (
        field.error,
        field.line_edit.accessibleDescription(),
    )


def test_hint_can_change(field):
    """Another hint replaces the first one."""
    field.set_hint("In full")
    assert "In full" == field.line_edit.accessibleDescription()


def test_typing_tells_each_key_and_settles_once(field, qtbot):
    """Each key press is told; the text settles once, when typing has stopped."""
    edited, settled = _heard(field.text_edited), _heard(field.text_settled)
    with qtbot.waitSignal(field.text_settled):
        qtbot.keyClicks(field.line_edit, "North")
    assert (["N", "No", "Nor", "Nort", "North"], ["North"]) == (edited, settled)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_settles_at_once(field, qtbot, key):
    """Enter does not wait for the pause, and settles once."""
    settled = _heard(field.text_settled)
    qtbot.keyClicks(field.line_edit, "North")
    qtbot.keyClick(field.line_edit, key)
    assert ["North"] == settled


def test_leaving_settles_at_once(theme, show, qtbot):
    """Going to the next field does not wait for the pause."""
    page = QWidget()
    column = QVBoxLayout(page)
    field, other = LineField(theme, "Team"), QLineEdit()
    column.addWidget(field)
    column.addWidget(other)
    show(page)
    settled = _heard(field.text_settled)
    field.setFocus()
    qtbot.keyClicks(field.line_edit, "North")
    other.setFocus()
    assert ["North"] == settled


def test_settle_now_tells_once(field, qtbot):
    """Asking not to wait tells what is pending, and only that."""
    settled = _heard(field.text_settled)
    field.settle_now()
    qtbot.keyClicks(field.line_edit, "N")
    field.settle_now()
    field.settle_now()
    assert ["N"] == settled


def test_set_text_is_silent_and_forgets(field, qtbot):
    """Showing another record tells nobody, drops what was pending, and cannot be undone."""
    edited, settled = _heard(field.text_edited), _heard(field.text_settled)
    qtbot.keyClicks(field.line_edit, "N")
    field.set_text("South")
    field.settle_now()
    assert (["N"], [], "South", False) == (
        edited,
        settled,
        field.text,
        field.line_edit.isUndoAvailable(),
    )


def test_refresh_leaves_typing_alone(field, qtbot):
    """The stored text does not overwrite what is being typed."""
    qtbot.keyClicks(field.line_edit, "North")
    field.refresh_text("Nor")
    typed = field.text
    field.settle_now()
    field.refresh_text("South")
    assert ("North", "South") == (typed, field.text)


def test_long_text_shows_its_beginning(field):
    """A text that does not fit is shown from its first letter."""
    field.set_text("word " * 100)
    assert 0 == field.line_edit.cursorPosition()


def test_read_only_field_cannot_be_typed_in(field, qtbot):
    """A locked text can be read and copied, not changed."""
    field.set_text("North")
    field.set_read_only(True)
    qtbot.keyClicks(field.line_edit, "x")
    assert "North" == field.text


def test_ring_follows_the_focus(theme, show):
    """The frame paints a ring while its editor has the focus."""
    page = QWidget()
    column = QVBoxLayout(page)
    field, other = LineField(theme, "Team"), QLineEdit()
    column.addWidget(field)
    column.addWidget(other)
    show(page)

    def outermost():
        return field.frame.grab().toImage().pixelColor(field.frame.width() // 2, 0)

    field.setFocus()
    with_focus = outermost()
    other.setFocus()
    assert (theme.colour("focus"), True) == (with_focus, outermost() != with_focus)


def test_border_shows_an_error(field, theme):
    """The border of a wrong field has the colour of danger."""
    field.set_error("Wrong")
    image = field.frame.grab().toImage()
    assert theme.colour("danger") == image.pixelColor(field.frame.width() // 2, EDGE)


def test_press_inside_the_frame_reaches_the_editor(field, qtbot, qapp):
    """The room between border and text belongs to the editor."""
    field.line_edit.clearFocus()
    qtbot.mouseClick(field.frame, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert field.line_edit is qapp.focusWidget()


def test_height_follows_the_text_size(field, theme):
    """A control is as tall as the tokens say, at 100 % and at 200 %."""
    heights = [field.frame.sizeHint().height()]
    theme.set_text_scale(2.0)
    heights.append(field.frame.sizeHint().height())
    assert [38 + 2 * EDGE, 76 + 2 * EDGE] == heights


def test_read_only_line_looks_like_paper(field, theme):
    """Its ground is quiet, its letters are not dimmed, and no example asks to be filled in."""
    field.line_edit.setPlaceholderText("such as South")
    field.set_read_only(True)
    ground = field.frame.grab().toImage().pixelColor(field.frame.width() // 2, EDGE + 3)
    ink = field.line_edit.palette().text().color()
    assert (theme.colour("sunken"), theme.colour("text"), "") == (
        ground,
        ink,
        field.line_edit.placeholderText(),
    )


def test_a_text_that_was_left_shows_its_beginning(theme, show, qtbot):
    """What was typed last is not what tells one long text from another."""
    page = QWidget()
    column = QVBoxLayout(page)
    field, other = LineField(theme, "Team"), LineField(theme, "Auditor")
    column.addWidget(field)
    column.addWidget(other)
    show(page, 200, 200)
    field.setFocus()
    qtbot.keyClicks(field.line_edit, "A long name of a team in the east of the town")
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Tab)
    assert (True, 0) == (other.line_edit.hasFocus(), field.line_edit.cursorPosition())


def test_a_menu_over_a_text_leaves_the_cursor(field, qapp):
    """Whoever comes back from the menu goes on where they were."""
    field.line_edit.setText("Team East")
    qapp.sendEvent(
        field.line_edit, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    )
    assert len("Team East") == field.line_edit.cursorPosition()
