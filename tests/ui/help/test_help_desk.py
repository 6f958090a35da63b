# SPDX-License-Identifier: MPL-2.0
"""Asking for help, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.window_fixtures import audit_id, paths, unlock, window
from ui.keys.commands import CommandId
from ui.walkthrough.go_to_dialog import GoToDialog
from ui.walkthrough.steps import REVIEW

__all__ = ["audit_id", "paths", "unlock", "window"]


def press_help(qtbot, window):
    """Press Shift+F1 and return the title of the chapter that is shown."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    return window.help.window.title.text()


def test_the_key_opens_what_is_on_show(window, unlock, qtbot):
    """Before unlocking, on the list, in the settings: always the chapter about it."""
    assert "Unlocking" == press_help(qtbot, window)
    assert window.help.window.guided.isHidden()
    unlock()
    assert "The list of audits" == press_help(qtbot, window)
    assert not window.help.window.guided.isHidden()
    window.home_view.places.settings.show()
    assert "Settings" == press_help(qtbot, window)
    window.help.window.reject()
    assert window.help.window is None


def test_in_an_audit_it_is_about_the_step(window, audit_id, qtbot):
    """By the key, and by the menu of the audit."""
    view = window.audit_view
    view.show_step(REVIEW)
    assert "Review and sign-off" == press_help(qtbot, window)
    window.help.window.reject()
    view.header.command_asked.emit(CommandId.HELP)
    assert "Review and sign-off" == window.help.window.title.text()
    window.help.window.reject()


def test_buttons_open_it_too(window, unlock):
    """On the lock screen and at the foot of the rail."""
    window.start_view.help_asked.emit()
    assert window.help.window is not None
    window.help.window.reject()
    unlock()
    window.home_view.help_button.click()
    assert "The list of audits" == window.help.window.title.text()
    window.help.window.reject()


def test_locking_closes_it(window, unlock, qtbot):
    """Nothing lies over the lock screen."""
    unlock()
    press_help(qtbot, window)
    window.lock()
    assert window.help.window is None


def test_it_leads_to_the_guided_start_from_an_open_audit(window, audit_id, qtbot):
    """The audit is saved and closed first."""
    press_help(qtbot, window)
    window.help.window.guided.click()
    qtbot.waitUntil(lambda: window.home_view.guided.view is not None, timeout=20000)
    assert window.open_audit is None
    assert "The first start and the recovery key" == press_help(qtbot, window)
    assert window.help.window.guided.isHidden()
    window.help.window.reject()


def test_it_can_be_read_while_a_dialog_is_open(window, audit_id, qtbot):
    """Keys reach it; the guided start waits until the dialog is answered."""
    press_help(qtbot, window)
    window.audit_view._finder.ask_number()
    (dialog,) = window.findChildren(GoToDialog)
    guide = window.help.window
    guide.activateWindow()
    guide.browser.setFocus()
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_PageDown)
    assert guide.browser.verticalScrollBar().value() > 0
    guide.guided.click()
    assert dialog.isVisible()
    assert window.open_audit is not None
    dialog.reject()
    guide.reject()
