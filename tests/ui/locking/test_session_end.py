# SPDX-License-Identifier: MPL-2.0
"""Test that the end of a session on the computer, which closes no window, loses nothing."""

import ctypes
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

from auditapp.run_mark import RunMark
from tests.ui.locking.at_work import KEY, STEP, note_of, words_on

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks a library of Linux")


def end_session():
    """Have Qt tell that the session ends, as it does on Windows where that asks every window.

    Nothing of Python can: the signal carries an object that only Qt makes. Here it carries a blank.
    """
    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    tell = library._ZN15QGuiApplication17commitDataRequestER15QSessionManager
    application, blank = getCppPointer(QApplication.instance())[0], bytes(64)
    tell(ctypes.c_void_p(application), ctypes.c_char_p(blank))


def test_half_a_sentence_is_saved_before_the_computer_shuts_down(window, audit_id, unlock):
    """The window locks, as before sleep: it may be that the computer goes on after all."""
    window.audit_view.show_step(STEP)
    note_of(window).setPlainText("Half a sent")
    end_session()

    assert window.workspace is None
    assert "about to shut down or to sign you out" in words_on(window.start_view)
    assert "Your work is saved." in words_on(window.start_view)
    unlock()
    assert "Half a sent" == window.open_audit.audit.answer(KEY).note


def test_the_next_start_does_not_say_that_the_audits_were_never_closed(window, audit_id, paths):
    """They were: nothing comes of the process after Windows was answered."""
    end_session()

    assert RunMark(paths)._left() is None


def test_a_locked_window_stays_as_it_is(window, audit_id):
    """There is nothing to save."""
    window.lock()
    view = window.start_view
    end_session()

    assert view is window.start_view
