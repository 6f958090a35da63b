# SPDX-License-Identifier: MPL-2.0
"""Test that a locked window shows nothing, holds nothing, loses nothing, and leads back."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from auditapp.sessions.session import AuditSession
from tests.ui.locking.at_work import KEY, STEP, note_of, settle_down, words_on
from ui.locking.idle_watch import SLEPT
from ui.open_audit import OpenAudit
from ui.start.unlock_view import UnlockView
from ui.walkthrough.steps import REPORT, REVIEW


@pytest.mark.parametrize(
    ("tell", "why"),
    [
        (lambda watch: watch.idle.went_idle.emit(), "after 10 minutes without a touch"),
        (lambda watch: watch.idle.slept.emit(), "went to sleep"),
        (lambda watch: watch._session.going_to_sleep.emit(), "went to sleep"),
        (lambda watch: watch._session.screen_locked.emit(), "with the computer’s screen"),
    ],
)
def test_the_window_locks_by_itself_and_says_why(window, audit_id, tell, why):
    """Whoever comes back need not wonder."""
    tell(window._standing_by.lock_watch)

    assert window.workspace is None
    assert why in words_on(window.start_view)
    assert "Your work is saved." in words_on(window.start_view)


def test_after_a_sleep_the_first_event_finds_a_locked_window(window, audit_id, qapp):
    """Nothing of the audit is painted before."""
    watch = window._standing_by.lock_watch.idle
    late = watch._clock() + SLEPT
    watch._clock = lambda: late
    qapp.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))

    assert window.workspace is None
    assert isinstance(window._stage.currentWidget(), UnlockView)


def test_the_key_that_wakes_the_computer_goes_into_no_audit(window, audit_id, unlock, qtbot):
    """It was meant for whatever was on the screen before."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText("Half a sent")
    watch = window._standing_by.lock_watch.idle
    late = watch._clock() + SLEPT
    watch._clock = lambda: late
    qtbot.keyClicks(note_of(window), "x")
    settle_down()
    unlock()

    assert "Half a sent" == window.open_audit.audit.answer(KEY).note


def test_a_locked_window_is_watched_no_more(window, audit_id):
    """Idleness and sleep are nothing to a lock screen."""
    window.lock()
    view = window.start_view
    window._standing_by.lock_watch.idle.went_idle.emit()

    assert view is window.start_view


def test_nothing_of_an_audit_lives_on(window, audit_id, qtbot):
    """No widget, no model, no session, no text: each is gone once the window is locked."""
    for step in (STEP, REVIEW, REPORT):
        window.audit_view.show_step(step)
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)
    view, home = window.audit_view, window.home_view
    others = weakref.WeakSet(_open_audits()) - {window.open_audit}  # of tests before this one
    watched = [view, home, window.open_audit, window.workspace, window._sitting.desk]
    watched += view.findChildren(QWidget) + home.findChildren(QWidget)
    names = [type(each).__name__ for each in watched]
    left = [weakref.ref(each) for each in watched]
    sessions = [each for each in gc.get_objects() if isinstance(each, AuditSession)]
    left += [weakref.ref(each) for each in sessions]
    names += ["AuditSession"] * len(sessions)
    assert sessions
    del view, home, watched, sessions

    window.lock_alone("Locked.")
    settle_down()

    alive = {name for name, each in zip(names, left, strict=True) if each() is not None}
    assert set() == alive
    assert [] == [each for each in _open_audits() if each not in others]


def _open_audits():
    return [each for each in gc.get_objects() if isinstance(each, OpenAudit)]


def test_the_title_of_the_window_names_no_case(window, audit_id):
    """It stands in the task bar, over every lock screen."""
    assert "HX-2047" not in window.windowTitle()
