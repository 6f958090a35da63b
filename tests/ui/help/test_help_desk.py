# SPDX-License-Identifier: MPL-2.0
"""Asking for help, in the real window."""

import pytest
from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from tests.ui.window_fixtures import audit_id, paths, unlock, window
from ui.app import make_window
from ui.keys.commands import CommandId
from ui.keys.palette_dialog import PaletteDialog
from ui.walkthrough.concern_dialog import ConcernDialog
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


@pytest.fixture
def concern(window, audit_id, qtbot):
    """Return the dialog of a concern, open over an audit."""
    window.activateWindow()
    window.audit_view.header.command_asked.emit(CommandId.CONCERN)
    (dialog,) = window.findChildren(ConcernDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def other_window(qapp, qtbot, tmp_path):
    """Return a window that was there before."""
    window = make_window(qapp, find_paths(tmp_path / "other"))
    qtbot.addWidget(window)
    return window


def test_help_is_that_of_the_window_below(other_window, window, concern, qtbot):
    """Not that of whichever was there first."""
    qtbot.keyClick(concern, Qt.Key.Key_F1)
    assert other_window.help.window is None
    assert window.help.window.isVisible()


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier], ids=str
)
def test_a_dialog_has_help_too(window, concern, qtbot, held):
    """About itself, by either key, in a window that the dialog does not block."""
    qtbot.keyClick(concern, Qt.Key.Key_F1, held)
    guide = window.help.window
    assert "Immediate concerns" == guide.title.text()
    assert guide.guided.isHidden()
    assert guide.parentWidget() is concern
    qtbot.waitUntil(guide.isActiveWindow)
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert concern.isVisible()


def test_the_guide_outlives_the_dialog(window, concern, qtbot):
    """It is read on beside the audit, and asking there leads to the step."""
    qtbot.keyClick(concern, Qt.Key.Key_F1)
    guide = window.help.window
    concern.reject()
    assert guide is window.help.window
    assert guide.isVisible()
    assert guide.parentWidget() is window
    assert not guide.guided.isHidden()
    window.audit_view.show_step(REVIEW)
    assert "Review and sign-off" == press_help(qtbot, window)
    guide.reject()


def test_a_guide_that_is_open_comes_to_the_dialog(window, unlock, qtbot):
    """Else the dialog would block it."""
    unlock()
    press_help(qtbot, window)
    guide = window.help.window
    window.activateWindow()
    window.home_view.commands.palette.show()
    (palette,) = window.findChildren(PaletteDialog)
    qtbot.waitUntil(palette.isActiveWindow)
    qtbot.keyClick(palette.search.line_edit, Qt.Key.Key_F1)
    assert "Finding your way in an audit" == guide.title.text()
    assert guide.parentWidget() is palette
    palette.reject()
    guide.reject()


def test_locking_closes_it_over_a_dialog(window, concern, qtbot):
    """The dialog goes, and the guide with it."""
    qtbot.keyClick(concern, Qt.Key.Key_F1)
    window.lock()
    assert window.help.window is None


def test_the_key_of_the_guidance_helps_where_there_is_none(window, audit_id, qtbot):
    """In an audit it shows or hides the guidance, as ever."""
    window.activateWindow()
    qtbot.keyClick(window.audit_view, Qt.Key.Key_F1)
    assert window.help.window is None
    window.audit_view.left.emit()
    qtbot.keyClick(window.home_view.audits, Qt.Key.Key_F1)
    assert "The list of audits" == window.help.window.title.text()
    window.help.window.reject()
