# SPDX-License-Identifier: MPL-2.0
"""Test that labels underline the letters that are keys, and that every key works once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, bind
from ui.keys.underlining import underline
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(theme, show):
    """Return a form with a field, a box and a button whose commands are bound around them."""
    form = QWidget()
    form.asked = []
    form.field, form.label = QLineEdit(), TextLabel(theme)
    form.label.set_buddy(form.field)
    form.box, form.button = CheckBox(theme, ""), PushButton(theme, "")
    column = QVBoxLayout(form)
    for part in (form.button, form.box, form.label, form.field):
        column.addWidget(part)
    underline(form.label, CommandId.NOTE)
    underline(form.box, CommandId.FLAG)
    underline(form.button, CommandId.EVIDENCE)
    handlers = {
        CommandId.NOTE: lambda: form.asked.append("note"),
        CommandId.FLAG: lambda: form.asked.append("flag"),
        CommandId.EVIDENCE: lambda: form.asked.append("evidence"),
    }
    bind(form, handlers)
    return show(form)


def texts(form):
    """Return what the parts show."""
    return [form.label.text(), form.box.text(), form.button.text()]


def test_letters_and_the_other_keys_work(form, qtbot):
    """The letter of a field is the label's own; all others are bound around them, once."""
    assert ["&Note", "F&lag for the review", "Add &evidence"] == texts(form)
    form.button.setFocus()
    qtbot.keyClick(form, Qt.Key.Key_N, ALT)
    assert form.field.hasFocus()
    assert [] == form.asked
    for key in (Qt.Key.Key_L, Qt.Key.Key_E):
        qtbot.keyClick(form, key, ALT)
    for key in (Qt.Key.Key_N, Qt.Key.Key_L, Qt.Key.Key_E):
        qtbot.keyClick(form, key, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert ["flag", "evidence", "note", "flag", "evidence"] == form.asked


def test_a_letter_that_is_no_key_is_not_underlined(form, qtbot):
    """It does nothing then, and the new key does; both come back."""
    KEYMAP.take({"note": ["Ctrl+J"], "flag": [], "evidence": ["Ctrl+E"]})
    assert ["Note", "Flag for the review", "Add evidence"] == texts(form)
    form.button.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_L, Qt.Key.Key_E):
        qtbot.keyClick(form, key, ALT)
    assert [] == form.asked
    assert not form.field.hasFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_E):
        qtbot.keyClick(form, key, CTRL)
    assert ["note", "evidence"] == form.asked
    KEYMAP.take({"note": ["Ctrl+J", "Alt+N"]})
    assert ["&Note", "F&lag for the review", "Add &evidence"] == texts(form)


def test_the_name_of_the_field_stays(form):
    """Whatever is underlined in its label."""
    KEYMAP.take({"note": []})
    assert ("Note", "Note") == (form.label.accessibleName(), form.field.accessibleName() or "Note")
