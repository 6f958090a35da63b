# SPDX-License-Identifier: MPL-2.0
"""The warning before the window locks by itself."""

from PySide6.QtCore import Qt

from ui.locking.lock_warning import LockWarning


def warning_above(window):
    """Return the warning on show, if there is one."""
    found = window.findChildren(LockWarning)
    return next((each for each in found if each.isVisible()), None)


def come_near(window):
    """Have the time for a warning come, as after nine minutes."""
    window._standing_by.lock_watch.idle._warning.stop()
    window._standing_by.lock_watch.idle._warning.timeout.emit()


def test_it_is_shown_and_any_key_puts_the_lock_off(window, audit_id, qtbot):
    """The key does not reach what has the focus underneath."""
    view = window.audit_view
    before = window.focusWidget()
    come_near(window)
    warning = warning_above(window)
    qtbot.waitUntil(warning.stay_button.hasFocus)

    qtbot.keyClick(warning.stay_button, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: warning_above(window) is None)

    assert view is window.audit_view
    assert before is window.focusWidget()


def test_the_button_puts_it_off_too(window, audit_id, qtbot):
    """For whoever presses it through a screen reader, where no key comes by."""
    come_near(window)
    warning_above(window).stay_button.click()
    qtbot.waitUntil(lambda: warning_above(window) is None)

    assert window._standing_by.lock_watch.idle._warning.isActive()


def test_locking_takes_it_away(window, audit_id, qtbot):
    """It is not left over the lock screen."""
    come_near(window)
    window._standing_by.lock_watch.idle._timer.start(0)
    qtbot.waitUntil(lambda: window.workspace is None)

    assert warning_above(window) is None
    assert "Locked after 10 minutes without a touch." in window.start_view.notice.accessibleName()
