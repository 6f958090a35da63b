# SPDX-License-Identifier: MPL-2.0
"""Hear on the message bus of a Linux desktop that the computer will sleep or its screen is locked.

From org.freedesktop.login1(5): ``PrepareForSleep`` comes before and after sleep, ``Lock`` when a
session is to be locked, and a file from ``Inhibit`` in mode "delay" holds sleep back for a moment
(5 seconds, unless the administrator says otherwise). Desktops tell of their own lock screens by
``ActiveChanged``.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from auditapp.i18n import _
from auditapp.paths import APP_NAME

_LOGIND: Final = "org.freedesktop.login1"
_LOGIND_PATH: Final = "/org/freedesktop/login1"
_SCREENS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_PATIENCE: Final = 2000  # milliseconds; nobody waits for the answer

Place = tuple[str, str, str]
"""The path, empty for any, the interface and the name of a signal."""


class LinuxSession(QObject):
    """Listen on the two buses of the computer, where there are any.

    Signals:
        going_to_sleep: the computer will sleep as soon as this has been dealt with.
        screen_locked: somebody locked the screen.
    """

    going_to_sleep = Signal()
    screen_locked = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        system: Callable[[], QDBusConnection] = QDBusConnection.systemBus,
        session: Callable[[], QDBusConnection] = QDBusConnection.sessionBus,
    ) -> None:
        """Use the buses that ``system`` and ``session`` return."""
        super().__init__(parent)
        self._system = system()
        self._session = session()
        self._delay: QDBusUnixFileDescriptor | None = None

    def start(self) -> None:
        """Begin to listen, and ask to be waited for before the computer sleeps."""
        for bus, (path, interface, name), slot in self._wanted():
            # PySide takes the text that its own SLOT returns, and refuses the bytes it asks for.
            bus.connect("", path, interface, name, self, slot)  # type: ignore[call-overload]
        self._ask_for_delay()

    def stop(self) -> None:
        """Listen no more, and hold sleep back no more."""
        for bus, (path, interface, name), slot in self._wanted():
            bus.disconnect("", path, interface, name, self, slot)  # type: ignore[call-overload]
        self._delay = None

    def _wanted(self) -> Iterator[tuple[QDBusConnection, Place, str]]:
        """Yield what is listened to. Other people's sessions are too: that costs a passphrase."""
        if self._system.isConnected():
            sleep = (_LOGIND_PATH, f"{_LOGIND}.Manager", "PrepareForSleep")
            yield self._system, sleep, SLOT("on_sleep_announced(bool)")
            yield self._system, ("", f"{_LOGIND}.Session", "Lock"), SLOT("on_lock_announced()")
        if self._session.isConnected():
            for name in _SCREENS:
                yield self._session, ("", name, "ActiveChanged"), SLOT("on_screen_changed(bool)")

    def _ask_for_delay(self) -> None:
        """Ask for the file that holds sleep back for as long as it is open."""
        if not self._system.isConnected():
            return
        message = QDBusMessage.createMethodCall(
            _LOGIND, _LOGIND_PATH, f"{_LOGIND}.Manager", "Inhibit"
        )
        why = _("Saves what is typed, and locks")
        message.setArguments(["sleep", APP_NAME, why, "delay"])
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message, _PATIENCE), self)
        watcher.finished.connect(self._on_delay_answered)

    # Slots

    @Slot(bool)
    def on_sleep_announced(self, is_beginning: bool) -> None:
        """Let everybody lock, then let the computer sleep; after it ask to be waited for again."""
        if is_beginning:
            self.going_to_sleep.emit()
            self._delay = None
        else:
            self._ask_for_delay()

    @Slot()
    def on_lock_announced(self) -> None:
        """Tell that a session is to be locked."""
        self.screen_locked.emit()

    @Slot(bool)
    def on_screen_changed(self, is_locked: bool) -> None:
        """Tell when a lock screen came up."""
        if is_locked:
            self.screen_locked.emit()

    @Slot(QDBusPendingCallWatcher)
    def _on_delay_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        # Without one, as where the person may not ask for it, the computer just does not wait.
        with suppress(IndexError):
            answer = watcher.reply().arguments()[0]
            if isinstance(answer, QDBusUnixFileDescriptor):
                self._delay = answer
        watcher.deleteLater()
