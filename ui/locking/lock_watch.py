# SPDX-License-Identifier: MPL-2.0
"""Tell when the window has to lock by itself, and why."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.locking.idle_watch import IdleWatch
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.locking.linux_session import LinuxSession
    from ui.locking.windows_session import WindowsSession


class LockWatch(QObject):
    """Watch for idleness, sleep, the computer's own lock and its end, while it is on.

    On macOS, and wherever else nothing is announced, sleep is noticed on waking, before anything is
    painted; the computer's own lock is not noticed there, but idleness goes on being counted.

    Signals:
        lock_near: the window locks within a minute, unless something is touched.
        lock_put_off: something was touched in that minute.
        lock_needed: the window has to lock, though nobody may be there; a sentence that says why.
    """

    lock_near = Signal()
    lock_put_off = Signal()
    lock_needed = Signal(str)

    def __init__(self, application: QGuiApplication, minutes: int, window: QWidget) -> None:
        """Watch on behalf of ``window``, after ``minutes`` without a touch."""
        super().__init__(window)
        self._window = window
        self._minutes = minutes
        self._is_on = False
        self._session: LinuxSession | WindowsSession | None = None
        self.idle = IdleWatch(application, minutes, self)
        self.idle.idle_soon.connect(self.lock_near)
        self.idle.came_back.connect(self.lock_put_off)
        self.idle.went_idle.connect(self._on_went_idle)
        self.idle.slept.connect(self.on_slept)
        # At the end of a session Windows closes no window: it tells of the end, and then ends us.
        application.commitDataRequest.connect(self._on_session_ending)

    def set_minutes(self, minutes: int) -> None:
        """Set after how many minutes without a touch the window locks."""
        self._minutes = minutes
        self.idle.set_minutes(minutes)

    def start(self) -> None:
        """Begin to watch; does nothing when it does."""
        if self._is_on:
            return
        self._is_on = True
        self.idle.start()
        if self._session is None:
            self._session = _make_session(self._window, self)
            if self._session is not None:
                self._session.going_to_sleep.connect(self.on_slept)
                self._session.screen_locked.connect(self.on_screen_locked)
        if self._session is not None:
            self._session.start()

    def stop(self) -> None:
        """Stop watching."""
        self._is_on = False
        self.idle.stop()
        if self._session is not None:
            self._session.stop()

    # Slots

    def _on_went_idle(self) -> None:
        words = ngettext(
            "Locked after {n} minute without a touch.",
            "Locked after {n} minutes without a touch.",
            self._minutes,
        )
        self.lock_needed.emit(words.format(n=self._minutes))

    def on_slept(self) -> None:
        """Tell that the computer slept, or is about to."""
        self.lock_needed.emit(_("Locked because the computer went to sleep."))

    def on_screen_locked(self) -> None:
        """Tell that the computer's own screen was locked."""
        self.lock_needed.emit(_("Locked together with the computer’s screen."))

    @Slot()
    def _on_session_ending(self) -> None:
        if self._is_on:
            self.lock_needed.emit(
                _("Locked because the computer was about to shut down or to sign you out.")
            )


def _make_session(window: QWidget, parent: QObject) -> "LinuxSession | WindowsSession | None":
    # Imported here, because the first paint is long past when the watch is first started.
    if sys.platform.startswith("linux"):
        from ui.locking.linux_session import LinuxSession  # noqa: PLC0415

        return LinuxSession(parent)
    if sys.platform == "win32":  # pragma: no cover - asks Windows
        from ui.locking.windows_session import WindowsSession  # noqa: PLC0415

        return WindowsSession(window, parent)
    return None  # pragma: no cover - macOS announces nothing to programs like this one


def warn_of_lock(theme: Theme, window: QWidget, watch: LockWatch) -> None:
    """Warn over ``window`` that it is about to lock; what that takes is not loaded before."""
    from ui.locking.lock_warning import warn  # noqa: PLC0415 - after the first paint

    warn(theme, window, watch)
