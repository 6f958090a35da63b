# SPDX-License-Identifier: MPL-2.0
"""Test what the messages of Windows mean; that Windows sends them is not tried here."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QWidget

from ui.locking.windows_session import WindowsSession


@pytest.fixture
def session(qtbot):
    """Return a session, and what it has told so far."""
    window = QWidget()
    qtbot.addWidget(window)
    session = WindowsSession(window)
    session.told = []
    session.going_to_sleep.connect(lambda: session.told.append("sleep"))
    session.screen_locked.connect(lambda: session.told.append("locked"))
    session.start()
    yield session
    session.stop()


@pytest.mark.parametrize(
    ("message", "wparam", "told"),
    [
        (0x0218, 4, ["sleep"]),
        (0x0218, 7, []),  # PBT_APMRESUMESUSPEND
        (0x02B1, 7, ["locked"]),
        (0x02B1, 2, ["locked"]),  # WTS_CONSOLE_DISCONNECT
        (0x02B1, 4, ["locked"]),  # WTS_REMOTE_DISCONNECT
        (0x02B1, 1, []),  # WTS_CONSOLE_CONNECT
        (0x02B1, 3, []),  # WTS_REMOTE_CONNECT
        (0x02B1, 8, []),  # WTS_SESSION_UNLOCK
        (0x0100, 7, []),  # WM_KEYDOWN
    ],
)
def test_a_message_is_read_from_where_qt_says_it_is(session, message, wparam, told):
    """And is kept from nobody."""
    held = wintypes.MSG(message=message, wParam=wparam)

    answer = session._filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(held))
    assert (False, 0) == answer
    assert told == session.told


def test_messages_of_another_system_are_left_alone(session):
    """Where nothing of Windows lies behind the number."""
    assert (False, 0) == session._filter.nativeEventFilter(b"xcb_generic_event_t", 0)
    assert [] == session.told
