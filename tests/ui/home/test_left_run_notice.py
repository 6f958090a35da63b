# SPDX-License-Identifier: MPL-2.0
"""Tests of what the next start says after a program that was not closed."""

import datetime as dt

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from auditapp.run_mark import LeftRun, RunMark
from tests.making import start_audit
from tests.ui.window_fixtures import paths, unlock, window
from ui.home.left_run_notice import LeftRunNotice, changed_since, left_words

__all__ = ["paths", "unlock", "window"]

DUMP = 'Fatal Python error: Segmentation fault\n  File "/x/y/ui/a.py", line 3 in paint\n'


def the_notice(window):
    """Return the notice on the list of audits; None if there is none."""
    return window.home_view.notices.left_run


def test_nothing_is_said_after_a_program_that_was_closed(window, unlock):
    """Locking closes the audits, as ending the program does."""
    unlock()
    assert the_notice(window) is None
    window.lock()
    unlock()

    assert the_notice(window) is None


def test_the_audits_worked_on_are_named_and_one_is_gone_on_with(window, unlock, paths, qtbot):
    """By name and time; the last one is opened by a button."""
    mark = RunMark(paths)
    workspace = unlock()
    (row,) = workspace.audits()
    window.lock()
    mark.begin(row.changed_at, {})  # as if the power had failed after it was made
    unlock()
    notice = the_notice(window)

    qtbot.waitUntil(notice.isVisible)
    assert row.case_reference in notice.accessibleDescription()
    go_on = notice.buttons[0]
    assert row.case_reference in go_on.text()
    go_on.click()
    assert row.id == window.open_audit.audit.id
    assert notice.isHidden()


def test_an_audit_is_named_though_the_clock_was_set_back(window, unlock, paths):
    """By its saves; one that nobody touched is not, whatever its time."""
    workspace = unlock()
    before = workspace.generations()
    changed = start_audit(workspace)
    later = workspace.clock() + dt.timedelta(hours=1)
    window.lock()
    RunMark(paths).begin(later, before)  # as if the power had failed after the clock was set back
    workspace = unlock()

    assert [changed] == [row.id for row in changed_since(workspace, LeftRun(later, "", before))]
    assert (1, 2) == (len(before), len(workspace.audits()))
    assert "Go on with" in the_notice(window).buttons[0].text()


def test_a_run_without_a_change_says_that_nothing_is_lost(window, unlock, paths):
    """There is nothing to go on with then."""
    workspace = unlock()
    began = workspace.clock()
    rows = changed_since(workspace, LeftRun(began))

    assert [] == rows
    assert "nothing is lost" in left_words(LeftRun(began), rows)


def test_many_audits_are_counted(window, unlock):
    """Three are named, and the others told by their number."""
    workspace = unlock()
    began = workspace.clock()
    for number in range(5):
        workspace.close_audit(start_audit(workspace, case_reference=f"HX-{number}"))
    rows = changed_since(workspace, LeftRun(began))
    words = left_words(LeftRun(began), rows)

    assert 5 == len(rows)
    assert "2 more" in words
    assert "HX-4" in words


def test_what_went_wrong_can_be_copied(window, unlock, qtbot):
    """It names the places in the program."""
    workspace = unlock()
    notice = LeftRunNotice(window._theme, workspace, LeftRun(workspace.clock(), DUMP))
    qtbot.addWidget(notice)
    (copy,) = [each for each in notice.buttons if "Copy" in each.text()]
    copy.click()
    copied = QGuiApplication.clipboard().text()

    assert "Segmentation fault" in copied
    assert "  ui/a.py:3 paint" in copied


@pytest.mark.parametrize("times", [3])
def test_one_fault_at_a_time_is_shown(times, window, qtbot):
    """What fails again and again does not bury the window under dialogs."""
    from ui.error_dialog import ErrorDialog
    from ui.unexpected import Unexpected

    hook = Unexpected(window)
    for _each in range(times):
        hook(ValueError, ValueError("Amira"), None)
    (dialog,) = window.findChildren(ErrorDialog)

    assert "ValueError" in dialog.details.text
    assert "Amira" not in dialog.details.text
    dialog.copy_button.click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    dialog.accept()
    QApplication.processEvents()
    hook(KeyError, KeyError("Amira"), None)
    assert any("KeyError" in each.details.text for each in window.findChildren(ErrorDialog))
