# SPDX-License-Identifier: MPL-2.0
"""Tests of the keys in force, and of what may become one."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.keys.commands import COMMANDS, CommandGroup, CommandId
from ui.keys.key_faults import key_fault
from ui.keys.keymap import KEYMAP, bind, bind_numbers, command
from ui.widgets.fields.date_field import DateField

LOCK = next(each for each in COMMANDS if each.id is CommandId.LOCK)


@pytest.mark.parametrize(
    ("own", "key"), [(each, key) for each in COMMANDS if not each.is_fixed for key in each.keys]
)
def test_the_usual_keys_could_be_chosen(own, key):
    """Whoever gave a command another key can give it the usual one again."""
    assert "" == key_fault(key, own)


@pytest.mark.parametrize(
    "key",
    [
        *("A", "Shift+A", "Return", "Tab", "Esc", "Ctrl+C", "Ctrl+3", "Ctrl+Alt+E"),
        *("", "nonsense", "Ctrl+K, Ctrl+S", "Alt+F4", "Alt+Space", "Meta+F3", "Ctrl+Meta+J"),
        *("Ctrl+Right", "Ctrl+Shift+Left", "Ctrl+Backspace", "Ctrl+Ins", "Ctrl+Y", "Alt+Backspace"),
        *("Alt+Down", "Alt+Up", "Shift+F10"),
        *("Alt+N", "Alt+S", "Alt+Ŵ", "Alt+5", "Alt+Shift+S", "Ctrl+Esc", "Alt+Shift+Tab"),
    ],
)
def test_keys_that_others_need_are_refused_with_a_reason(key):
    """Those that write, that text fields need, and those that are two."""
    assert key_fault(key, LOCK).endswith(".")


def test_another_key_counts_at_once(qtbot):
    """In windows that are open, and the one before does nothing any more."""
    window, asked = QWidget(), []
    qtbot.addWidget(window)
    bind(window, {CommandId.FIND_AUDIT: lambda: asked.append("find")})
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    KEYMAP.take({"find_audit": ["Ctrl+J"]})
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert [] == asked
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert ["find"] == asked
    assert "Ctrl+J" == command(CommandId.FIND_AUDIT).shortcut


def test_what_makes_no_sense_is_left_out():
    """From a settings file that somebody wrote by hand."""
    KEYMAP.take({"nothing": ["Ctrl+J"], "choose": ["Ctrl+J"], "lock": ["A", "Ctrl+J"]})

    assert ("Ctrl+J",) == command(CommandId.LOCK).keys
    assert "Ctrl+1" == command(CommandId.CHOOSE).keys[0]
    assert CommandId.LOCK is KEYMAP.user_of("Ctrl+J", LOCK).id


def test_what_is_left_of_nonsense_are_the_usual_keys():
    """A command that somebody could always reach does not lose its key by a damaged file."""
    KEYMAP.take({"lock": ["A", "Ctrl+Right"], "history": []})

    assert ("Ctrl+L",) == command(CommandId.LOCK).keys
    assert () == command(CommandId.HISTORY).keys


@pytest.mark.parametrize(
    ("changes", "user"),
    [
        ({"lock": ["Ctrl+G"]}, CommandId.LOCK),
        ({"lock": ["Ctrl+J"], "history": ["Ctrl+J", "F3"]}, CommandId.HISTORY),
        ({"lock": ["ctrl+j", "Ctrl+J"]}, CommandId.LOCK),
    ],
)
def test_a_key_belongs_to_one_command(changes, user, qtbot):
    """Qt would carry out neither of two; a file may name a key twice that came from elsewhere."""
    window, asked = QWidget(), []
    qtbot.addWidget(window)
    guide = {each.id for each in COMMANDS if each.group is CommandGroup.GUIDE}
    bind(window, {each: partial(asked.append, each) for each in CommandId if each not in guide})
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    KEYMAP.take(changes)
    key = Qt.Key.Key_G if "Ctrl+G" in changes["lock"] else Qt.Key.Key_J
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    assert [user] == asked


def test_a_command_can_have_no_key():
    """For somebody whose computer uses it for something else."""
    KEYMAP.take({"lock": []})

    assert "" == command(CommandId.LOCK).shortcut
    assert KEYMAP.user_of("Ctrl+L", LOCK) is None


def test_a_window_of_its_own_has_its_own_keys():
    """What a command of the guide is given is taken from nothing in the other windows."""
    KEYMAP.take({"guide_back": ["Ctrl+L"], "guide_forward": ["Ctrl+L"]})

    assert ("Ctrl+L",) == command(CommandId.LOCK).keys
    assert [("Ctrl+L",), ()] == [
        command(each).keys for each in (CommandId.GUIDE_BACK, CommandId.GUIDE_FORWARD)
    ]
    assert CommandId.GUIDE_BACK is KEYMAP.user_of("Ctrl+L", command(CommandId.GUIDE_SEARCH)).id
    assert CommandId.LOCK is KEYMAP.user_of("Ctrl+L", command(CommandId.NEXT)).id


def test_numbers_are_bound_one_by_one(qtbot):
    """Each key tells its number."""
    window, asked = QWidget(), []
    qtbot.addWidget(window)
    bind_numbers(window, CommandId.AGENCY, asked.append)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for key in (Qt.Key.Key_9, Qt.Key.Key_1):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)

    assert [9, 1] == asked


def test_a_calendar_opens_by_its_key_whatever_a_file_of_settings_says(theme, show, qtbot):
    """As the list of keys says: that one stays as it is."""
    field = DateField(theme, "Seen on")
    around = QWidget()
    QVBoxLayout(around).addWidget(field)
    asked = []
    KEYMAP.take({"lock": ["Alt+Down"]})
    bind(around, {CommandId.LOCK: lambda: asked.append("lock")})
    show(around)
    field.setFocus()
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ([], True) == (asked, field._popup.isVisible())
    field._popup.close()
