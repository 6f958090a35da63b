# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.signs.text_label``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.signs.text_label import TextLabel

LONG = "Seen alone at some visits, and where not, the worker wrote down why. " * 3


@pytest.mark.parametrize("wrap", [False, True])
def test_screen_readers_get_the_plain_text(theme, qtbot, wrap):
    """The accessible name is the text as written, brackets and all."""
    label = TextLabel(theme, "<b>R & D</b>", wrap=wrap)
    qtbot.addWidget(label)
    accessible = QAccessible.queryAccessibleInterface(label)
    assert ("<b>R & D</b>", QAccessible.Role.StaticText) == (
        accessible.text(QAccessible.Text.Name),
        accessible.role(),
    )


def test_markup_is_never_read(theme, qtbot):
    """Even text that looks like markup stays plain."""
    label = TextLabel(theme, "<img src=x>")
    qtbot.addWidget(label)
    assert Qt.TextFormat.PlainText == label.textFormat()


def test_narrow_wrapped_label_is_taller(theme, qtbot):
    """Half the width needs more lines, each of the line height."""
    label = TextLabel(theme, LONG, wrap=True)
    qtbot.addWidget(label)
    wide, narrow = label.heightForWidth(600), label.heightForWidth(200)
    assert (True, 0) == (wide < narrow, narrow % theme.line_height())


def test_wrapped_label_gets_its_height_in_a_layout(theme, show):
    """A layout gives the label room for every line."""
    page = QWidget()
    column = QVBoxLayout(page)
    label = TextLabel(theme, LONG, wrap=True)
    column.addWidget(label)
    column.addStretch(1)
    show(page, 240, 600)
    assert label.heightForWidth(label.width()) == label.height()


def test_height_follows_the_text_size(theme, show):
    """At 200 % the shown label is taller without being told."""
    label = show(TextLabel(theme, LONG, wrap=True))
    before = label.heightForWidth(400)
    theme.set_text_scale(2.0)
    assert before * 2 <= label.heightForWidth(400)


def test_new_text_is_measured(theme, qtbot):
    """Setting a shorter text makes the label shorter."""
    label = TextLabel(theme, LONG, wrap=True)
    qtbot.addWidget(label)
    label.set_text("Short")
    assert (theme.line_height(), "Short") == (label.heightForWidth(300), label.accessibleName())


def test_tone_changes_the_ink(theme, show):
    """A new tone shows at once."""
    label = show(TextLabel(theme, "text"))
    label.set_tone("danger")
    assert theme.colour("danger") == label.palette().windowText().color()


def test_buddy_takes_name_and_shortcut(theme, show):
    """The letter after the ampersand leads to the field, which has the label's words as name."""
    page = QWidget()
    column = QVBoxLayout(page)
    label, field = TextLabel(theme, "&Note && where"), QLineEdit()
    column.addWidget(label)
    column.addWidget(field)
    label.set_buddy(field)
    assert ("Note & where", "Note & where") == (label.accessibleName(), field.accessibleName())


def test_label_asks_for_room_for_its_letters(theme, qtbot):
    """One line asks for at least the width of its text and its line height."""
    label = TextLabel(theme, "Referral", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    hint = label.sizeHint()
    text = label.fontMetrics().horizontalAdvance("Referral")
    assert (True, theme.line_height("title")) == (hint.width() >= text, hint.height())


def test_wrapped_label_shrinks_to_its_longest_word(theme, qtbot):
    """The least width holds the longest word, not the whole text."""
    label = TextLabel(theme, "a safeguarding concern", wrap=True)
    qtbot.addWidget(label)
    word = TextLabel(theme, "safeguarding", wrap=True)
    qtbot.addWidget(word)
    assert word.minimumSizeHint().width() == label.minimumSizeHint().width()
