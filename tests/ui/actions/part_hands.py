# SPDX-License-Identifier: MPL-2.0
"""Hands and eyes of the tests of the list of actions."""

from PySide6.QtCore import Qt


def titles(part):
    """Return what the list shows, from the top."""
    return [each.row.title for each in part.list.model_of_rows.rows]


def spoken(part, row):
    """Return a line as a screen reader says it."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return part.list.model_of_rows.data(part.list.model_of_rows.index(row), role)


def mark(part, settle, *places):
    """Mark actions as somebody does who chooses them."""
    part.list.clearSelection()
    part.list.mark(places)
    settle()


def do(part, deed, settle, words="", name=None):
    """Press a deed, fill its dialog in, and go on."""
    part.pane.buttons[deed].click()
    dialog = part.desk.dialog
    dialog.words.set_text(words)
    if name is not None:
        dialog.name.set_text(name)
    dialog.button.click()
    settle()


def look_for(part, settle, **words):
    """Choose in the lists of the filter."""
    part.filter_bar.show_words({**part.filter_bar.words, **words})
    part.filter_bar.filter_changed.emit()
    settle()
