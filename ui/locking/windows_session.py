# SPDX-License-Identifier: MPL-2.0
"""Hear from Windows that the computer will sleep or that the session was locked.

Written from Microsoft's documentation of ``WM_POWERBROADCAST`` and ``WM_WTSSESSION_CHANGE``. What a
message means is tested everywhere; that Windows sends it has not been tried.
"""

import sys
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

_POWER: Final = (0x0218, 0x0004)
"""``WM_POWERBROADCAST`` with ``PBT_APMSUSPEND``: the computer is about to sleep (winuser.h)."""

_SESSION_LEFT: Final = frozenset((0x02B1, status) for status in (0x2, 0x4, 0x7))
"""``WM_WTSSESSION_CHANGE`` with ``WTS_CONSOLE_DISCONNECT``, as when another person signs in beside
this one, ``WTS_REMOTE_DISCONNECT``, of a remote desktop, and ``WTS_SESSION_LOCK`` (wtsapi32.h)."""

_THIS_SESSION: Final = 0
"""``NOTIFY_FOR_THIS_SESSION`` (wtsapi32.h)."""

_QT_NAMES: Final = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class WindowsSession(QObject):
    """Look at the messages that Windows sends to ``window``.

    Signals:
        going_to_sleep: the computer will sleep.
        screen_locked: somebody locked the session, or left it without signing out.
    """

    going_to_sleep = Signal()
    screen_locked = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._filter = _Filter(self)

    def start(self) -> None:
        """Begin to look, and ask Windows to tell of locking."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        if sys.platform == "win32":  # pragma: no cover - asks Windows
            import ctypes  # noqa: PLC0415 - needed here only

            sessions = ctypes.WinDLL("wtsapi32", use_last_error=True)
            sessions.WTSRegisterSessionNotification(
                wintypes.HWND(int(self._window.winId())), wintypes.DWORD(_THIS_SESSION)
            )

    def stop(self) -> None:
        """Look no more. What Windows still sends does no harm."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)

    def take(self, message: int, wparam: int) -> None:
        """Tell what a message means, if it means one of the two."""
        if (message, wparam) == _POWER:
            self.going_to_sleep.emit()
        elif (message, wparam) in _SESSION_LEFT:
            self.screen_locked.emit()


class _Filter(QAbstractNativeEventFilter):
    """Hand every message to ``session``, and keep none from anybody else."""

    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Hand on a message of Windows, whatever it is about."""
        if QByteArray(event_type).data() in _QT_NAMES:
            found = wintypes.MSG.from_address(int(message))
            self._session.take(found.message, found.wParam)
        return False, 0
