# SPDX-License-Identifier: MPL-2.0
"""What stands by while the window is open: help, the watch that locks, what is copied, an icon."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtGui
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.help.help_desk import HelpDesk
    from ui.locking.copied_text import CopiedText
    from ui.locking.lock_watch import LockWatch
    from ui.main_window import MainWindow

ICON: Final = Path(__file__).parent / "resources" / "case-file-audit.svg"


class StandingBy(QObject):
    """Each is fetched when it is first asked for, and all right after the first paint.

    Signals:
        lock_needed: the window has to lock by itself; a sentence that says why.
    """

    lock_needed = Signal(str)

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside,
        window: "MainWindow",
    ) -> None:
        """Stand by for ``window``."""
        super().__init__(window)
        self._application = application
        self._theme = theme
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._window = window

    def begin(self) -> None:
        """Fetch all of it. Nothing can have been pressed, copied or left alone before."""
        self._preferences.settle()
        self._application.setWindowIcon(QtGui.QIcon(str(ICON)))
        _all = (self.help, self.copied, self.lock_watch)

    @cached_property
    def help(self) -> "HelpDesk":
        """Opens the guide."""
        from ui.help.help_desk import HelpDesk  # noqa: PLC0415 - see the class

        return HelpDesk(self._theme, self._application, self._jobs, self._outside, self._window)

    @cached_property
    def copied(self) -> "CopiedText":
        """Knows what was copied."""
        from ui.locking.copied_text import CopiedText  # noqa: PLC0415 - see the class

        return CopiedText(self._application.clipboard(), self)

    @cached_property
    def lock_watch(self) -> "LockWatch":
        """Tells when to lock."""
        from ui.locking.lock_watch import LockWatch, warn_of_lock  # noqa: PLC0415 - see the class

        watch = LockWatch(self._application, self._preferences.settings.idle_minutes, self._window)
        watch.lock_needed.connect(self.lock_needed)
        watch.lock_near.connect(partial(warn_of_lock, self._theme, self._window, watch))
        self._preferences.changed.connect(self._on_preferences_changed)
        return watch

    def forget_traces(self) -> None:
        """Leave nothing of a case where the window was: clipboard, dialogs, pictures."""
        from ui.locking import clearing  # noqa: PLC0415 - see the class

        self.lock_watch.stop()
        self.copied.clear()
        clearing.close_all_above()
        clearing.forget_pictures()

    # Slots

    def _on_preferences_changed(self) -> None:
        self.lock_watch.set_minutes(self._preferences.settings.idle_minutes)
