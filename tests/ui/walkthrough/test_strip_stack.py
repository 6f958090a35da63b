# SPDX-License-Identifier: MPL-2.0
"""Test that messages above a step can all be read, and leave room for the step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from auditapp.errors import SaveFailedError
from auditapp.model.follow_up import Concern
from tests.making import Clock
from tests.ui.accessibility.looking import LARGE_TEXT, NARROW, settle
from ui.walkthrough.strip_stack import StripStack

FULL = SaveFailedError("The disk is full.", "Free some space, then try again.")
WORRY = "The child walks home alone along the main road."


@pytest.fixture
def strips(qtbot, view, open_audit):
    """Return the messages above an audit with an open concern that is not saved."""
    open_audit.put_concern(None, Concern(what=WORRY, found_at=Clock().now, raised_by="R. O."))
    qtbot.waitUntil(lambda: open_audit.is_saved)
    settle()
    view.save_failed.show_error(FULL)
    settle()
    return view.findChild(StripStack)


@pytest.fixture
def tight(view, theme, strips):
    """Return the same with large text in a narrow window."""
    theme.set_text_scale(LARGE_TEXT)
    theme.settle()
    view.resize(*NARROW)
    settle()
    yield strips
    theme.set_text_scale(1.0)
    theme.settle()


def in_sight(strips, widget):
    """Tell whether all of a widget is seen in the messages."""
    top = widget.mapTo(strips.viewport(), widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= strips.viewport().height()


def test_where_there_is_room_nothing_scrolls(view, strips):
    """Nor is there another stop of Tab."""
    shown = (view.save_failed, view.concerns.strip)
    assert sum(each.height() for each in shown) == strips.height()
    assert (False, Qt.FocusPolicy.NoFocus) == (strips.is_scrolled, strips.focusPolicy())


def test_with_room_again_they_are_whole_again(view, theme, tight):
    """Nothing is left of the line around what scrolled, which would hide as much of the words."""
    theme.set_text_scale(1.0)
    theme.settle()
    view.resize(1366, 768)
    settle()
    assert not tight.is_scrolled
    assert tight.size() == tight.viewport().size()
    assert 0 == tight.verticalScrollBar().maximum()


def test_the_focus_goes_on_once_nothing_scrolls(view, tight):
    """Nobody is left on a part that keys come to no more, and that does not show the focus."""
    tight.setFocus(Qt.FocusReason.TabFocusReason)
    view.save_failed.hide()
    settle()
    assert not tight.is_scrolled
    focus = QApplication.focusWidget()
    assert focus is view.concerns.strip.button


def test_without_a_message_there_is_nothing(view):
    """The page begins right below the bar."""
    assert 0 == view.findChild(StripStack).height()


def test_the_question_keeps_half_of_the_room(view, tight):
    """However many messages there are; each is as tall as its words."""
    assert view.panes.height() >= tight.parentWidget().height() // 2
    assert tight.is_scrolled
    for strip in (view.save_failed, view.concerns.strip):
        assert strip.height() >= strip.sizeHint().height() > 0


def test_keys_come_to_the_messages_and_scroll_them(view, tight):
    """They have a name, and arrows lead to the last word; Tab goes on to the buttons."""
    assert "Messages about this audit" == tight.accessibleName()
    tight.setFocus(Qt.FocusReason.TabFocusReason)
    assert not in_sight(tight, view.concerns.strip.button)
    for _press in range(20):
        QTest.keyClick(tight, Qt.Key.Key_Down)
    assert in_sight(tight, view.concerns.strip.button)
    again = view.save_failed.banner.buttons[0]
    QTest.keyClick(tight, Qt.Key.Key_Tab)
    assert again is QApplication.focusWidget()
    assert in_sight(tight, again)


def test_what_comes_last_is_scrolled_to(qtbot, view, tight):
    """A message out of sight would tell nobody anything."""
    tight.verticalScrollBar().setValue(tight.verticalScrollBar().maximum())
    view.save_failed.hide()
    settle()
    view.undone.words.set_text("Change undone. " * 12)
    view.undone.show()
    qtbot.waitUntil(lambda: tight.verticalScrollBar().value() > 0)
    assert view.undone.y() <= tight.verticalScrollBar().value() + tight.viewport().height() // 2


def test_what_was_there_before_is_read_from_the_top(view, tight):
    """An audit that is opened with several messages begins with the first."""
    view.hide()
    tight.verticalScrollBar().setValue(0)
    view.show()
    settle()
    assert tight.is_scrolled
    assert 0 == tight.verticalScrollBar().value()


def test_what_has_gone_gives_its_room_back(view, tight):
    """And its stop of Tab."""
    view.save_failed.hide()
    settle()
    assert view.concerns.strip.height() == tight.height()
    assert not tight.is_scrolled
