# SPDX-License-Identifier: MPL-2.0
"""Show what there is before the audits are unlocked: first start, lock screen, restoring."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.stage import Stage
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.data.backup_work import OpenedBackup
    from ui.start.first_start_view import FirstStartView
    from ui.start.start_page import StartPage
    from ui.start.unlock_view import UnlockView


class StartScreens(QObject):
    """One of these screens at a time; each is fetched when it is wanted, for the first paint waits.

    Signals:
        unlocked: the workspace.
        help_asked: the person wants the guide.
        key_shown: a recovery key is on the screen, which has to be watched from now on.
    """

    unlocked = Signal(object)
    key_shown = Signal()
    help_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        paths: AppPaths,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside,
        stage: Stage,
    ) -> None:
        """Show the screens on ``stage``."""
        super().__init__(stage)
        self._theme = theme
        self._paths = paths
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._stage = stage
        self._first: FirstStartView | None = None
        self._view: StartPage | None = None

    def show(self, reason: str = "") -> None:
        """Show the lock screen, with why the audits are locked; without audits the first start."""
        if self._paths.has_store:
            view = self.show_lock()
            view.restore_asked.connect(self.show_restore)
            if reason:
                view.set_reason(reason)
        else:
            self._show_first_start()

    def show_lock(self) -> "UnlockView":
        """Show the lock screen and return it."""
        from ui.start.unlock_view import UnlockView  # noqa: PLC0415 - see the class

        view = UnlockView(self._theme, self._paths, self._jobs)
        view.unlocked.connect(self.unlocked)
        self._replace(view)
        return view

    def show_restore(self, opened: "OpenedBackup | None" = None) -> None:
        """Show how a backup is restored; ``opened``: one that was opened and checked before."""
        from ui.start.restore_view import RestoreView  # noqa: PLC0415 - hardly ever needed

        view = RestoreView(self._theme, self._paths, self._jobs, self._outside)
        view.left.connect(self.show)
        if opened is not None:
            view.show_backup(opened)
        self._replace(view)

    def hide_key(self, reason: str) -> bool:
        """Lock what the first start has made, with its recovery key off the screen.

        Returns:
            Whether there was a key. With the passphrase another one can be made.
        """
        if self._first is None or not self._first.shows_key:
            return False
        self._first.abandon()
        words = _(
            "Your audits are set up. Unlock them to check your recovery key, or make another."
        )
        self.show(f"{reason} {words}")
        return True

    def clear(self) -> None:
        """Let the screen go; something else is on the stage."""
        view, self._view, self._first = self._view, None, None
        self._stage.remove_view(view)

    @property
    def view(self) -> "StartPage | None":
        """The screen on show, None while the audits are unlocked."""
        return self._view

    def _show_first_start(self) -> None:
        from ui.start.first_start_view import FirstStartView  # noqa: PLC0415 - see the class

        view = FirstStartView(
            self._theme, self._paths, self._preferences, self._jobs, outside=self._outside
        )
        view.created.connect(self.unlocked)
        view.key_shown.connect(self.key_shown)
        view.restore_asked.connect(self.show_restore)
        self._replace(view)
        self._first = view

    def _replace(self, view: "StartPage") -> None:
        """Show a screen in the place of the one before."""
        view.help_asked.connect(self.help_asked)
        before, self._view, self._first = self._view, view, None
        self._stage.show_view(view)
        self._stage.remove_view(before)
