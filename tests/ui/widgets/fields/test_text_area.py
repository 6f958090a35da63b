# SPDX-License-Identifier: MPL-2.0
"""Tests of ``TextArea`` and ``GrowingEdit``."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel


@pytest.fixture
def area(theme, show):
    """Return an empty text area of two to five lines, above another field, in a window."""
    page = QWidget()
    column = QVBoxLayout(page)
    area = TextArea(theme, "&Note", min_lines=2, max_lines=5, counts_words=True)
    area.other = QLineEdit()
    column.addWidget(area)
    column.addWidget(area.other)
    column.addStretch(1)
    show(page)
    area.setFocus()
    return area


def _heard(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def test_label_names_the_editor(area):
    """Screen readers announce the label when the editor gets the focus."""
    accessible = QAccessible.queryAccessibleInterface(area.text_edit)
    assert (QAccessible.Role.EditableText, "Note") == (
        accessible.role(),
        accessible.text(QAccessible.Text.Name),
    )


def test_typing_settles_once(area, qtbot):
    """The text settles once, when typing has stopped."""
    settled = _heard(area.text_settled)
    with qtbot.waitSignal(area.text_settled):
        qtbot.keyClicks(area.text_edit, "seen")
    assert ["seen"] == settled


def test_leaving_settles_at_once(area, qtbot):
    """Going elsewhere does not wait for the pause."""
    settled = _heard(area.text_settled)
    qtbot.keyClicks(area.text_edit, "seen")
    area.other.setFocus()
    assert ["seen"] == settled


def test_tab_leaves_the_area(area, qtbot, qapp):
    """Tab moves on instead of writing a tab."""
    qtbot.keyClick(area.text_edit, Qt.Key.Key_Tab)
    assert (area.other, "") == (qapp.focusWidget(), area.text)


def test_set_text_is_silent_and_forgets(area, qtbot):
    """The next question's text tells nobody, and the last question's cannot be brought back."""
    qtbot.keyClicks(area.text_edit, "last")
    settled = _heard(area.text_settled)
    area.set_text("next")
    area.text_edit.undo()
    area.settle_now()
    assert ([], "next") == (settled, area.text)


def test_empty_next_question_has_no_past(area, qtbot):
    """Not even an empty text can be undone into the last question's."""
    qtbot.keyClicks(area.text_edit, "x")
    qtbot.keyClick(area.text_edit, Qt.Key.Key_Backspace)
    area.set_text("")
    area.text_edit.undo()
    assert "" == area.text


def test_refresh_leaves_typing_alone(area, qtbot):
    """The stored text does not overwrite what is being typed."""
    qtbot.keyClicks(area.text_edit, "seen alone")
    area.refresh_text("seen")
    assert "seen alone" == area.text


def test_refresh_with_the_same_text_keeps_cursor_and_undo(area, qtbot):
    """When the store acknowledges what was typed, the writer notices nothing."""
    qtbot.keyClicks(area.text_edit, "seen")
    area.settle_now()
    area.refresh_text("seen")
    position = area.text_edit.textCursor().position()
    area.text_edit.undo()
    assert (4, "") == (position, area.text)


def test_refresh_shows_another_text(area):
    """An undo in the audit shows the text from before."""
    area.set_text("after")
    area.refresh_text("before")
    assert "before" == area.text


@pytest.mark.parametrize(("lines", "shown"), [(0, 2), (1, 2), (3, 3), (5, 5), (50, 5)])
def test_area_grows_with_its_text(area, qtbot, lines, shown):
    """The area is as tall as its text, between its limits."""
    line = area.text_edit.fontMetrics().lineSpacing()
    area.set_text("\n".join(["word"] * lines))
    assert shown * line <= area.text_edit.sizeHint().height() <= shown * line + 4


def test_wrapped_lines_count(area):
    """A long paragraph needs as many lines as it is broken into."""
    area.set_text("word " * 60)
    assert 2 < area.text_edit.lines_shown() <= 5


def test_layout_gives_what_the_text_needs(area, qtbot):
    """The editor really is as tall as it asks, so that no line is hidden."""
    area.set_text("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: area.text_edit.height() >= area.text_edit.sizeHint().height())
    assert 0 == area.text_edit.verticalScrollBar().maximum()


def test_area_follows_the_text_size(area, theme):
    """At 200 % the editor asks for taller lines."""
    before = area.text_edit.sizeHint().height()
    theme.set_text_scale(2.0)
    assert before * 1.8 < area.text_edit.sizeHint().height()


def _counter(area):
    return area.heading.findChildren(TextLabel)[-1]


def test_words_are_counted(area):
    """The counter says how many words there are, one as one."""
    said = []
    for text in ("", "seen", "seen alone"):
        area.set_text(text)
        said.append(_counter(area).text())
    assert ["0 words", "1 word", "2 words"] == said


def test_words_are_counted_when_typing_rests(area, qtbot):
    """What is typed is counted as soon as it settles."""
    qtbot.keyClicks(area.text_edit, "seen alone")
    area.settle_now()
    assert "2 words" == _counter(area).text()


def test_a_key_does_not_read_the_whole_text(area, qtbot, monkeypatch):
    """In a pasted book a key costs what it costs in a short note, until typing rests."""
    read = []
    paste = QMimeData()
    paste.setText(("word " * 100 + "\n") * 1000)
    area.text_edit.insertFromMimeData(paste)
    area.settle_now()
    whole = area.text_edit.toPlainText
    monkeypatch.setattr(area.text_edit, "toPlainText", lambda: read.append(1) or whole())
    qtbot.keyClicks(area.text_edit, "x")
    assert [] == read
    area.settle_now()
    assert "100001 words" == _counter(area).text()


def test_read_only_area_cannot_be_typed_in(area, qtbot):
    """A signed-off note can be read, not changed."""
    area.set_text("seen")
    area.set_read_only(True)
    qtbot.keyClicks(area.text_edit, "x")
    assert "seen" == area.text


def test_read_only_area_keeps_its_caret(area, qtbot):
    """The keyboard, and with it a screen reader, goes through a signed note."""
    area.set_text("seen alone")
    area.set_read_only(True)
    qtbot.keyClick(area.text_edit, Qt.Key.Key_Right)
    state = QAccessible.queryAccessibleInterface(area.text_edit).state()
    assert (1, True) == (area.text_edit.textCursor().position(), bool(state.readOnly))


def test_area_can_be_typed_in_again(area, qtbot):
    """The next question may be open."""
    area.set_read_only(True)
    area.set_read_only(False)
    qtbot.keyClicks(area.text_edit, "x")
    assert "x" == area.text
