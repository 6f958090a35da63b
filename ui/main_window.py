# SPDX-License-Identifier: MPL-2.0
"""Hold the one window: start screen, home and the open audit, one at a time."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog

from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.jobs import Jobs
from ui.keys.keymap import KEYMAP
from ui.outside import Outside
from ui.preferences import Preferences
from ui.stage import Stage
from ui.standing_by import StandingBy
from ui.start.start_screens import StartScreens
from ui.theme.followed_look import FollowedLook
from ui.theme.theme import Theme
from ui.warm_up import import_the_rest, load_checklists
from ui.widgets.reading.told_focus import ToldFocus
from ui.widgets.surfaces.window import Window

if TYPE_CHECKING:
    from auditapp.workspace import Workspace
    from ui.data.backup_work import OpenedBackup
    from ui.help.help_desk import HelpDesk
    from ui.home.home_view import HomeView
    from ui.locking.cover import Cover
    from ui.locking.left_place import LeftPlace
    from ui.open_audit import OpenAudit
    from ui.sitting import Sitting
    from ui.start.start_page import StartPage
    from ui.walkthrough.audit_view import AuditView

LEAST_SIZE: Final = QSize(360, 320)
USUAL_SIZE: Final = QSize(1366, 768)


class MainWindow(Window):
    """Show what the state of the workspace calls for, and lock it.

    What comes before the audits are unlocked belongs to ``StartScreens``, what is there from then
    on to a ``Sitting``, which saves what is typed before the window locks or closes. When it locks
    by itself and that fails, a ``Cover`` keeps the work behind the lock screen.
    """

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        paths: AppPaths,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._paths = paths
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._sitting: Sitting | None = None
        self._left_off: LeftPlace | None = None
        self._cover: Cover | None = None
        self._has_warned = False
        self._is_painted = False
        self._standing_by = StandingBy(
            application, theme, preferences, jobs, outside=outside, window=self
        )
        self._told_focus = ToldFocus(application, self)
        self._standing_by.lock_needed.connect(self.lock_alone)
        preferences.changed.connect(self._on_preferences_changed)
        preferences.save_failed.connect(self.show_error)
        self._look = FollowedLook(application, theme, preferences, self)
        self._on_preferences_changed()
        self._build()
        self._start.show()

    def show_fitting(self) -> None:
        """Show the window at a size that fits the screen."""
        free = QGuiApplication.primaryScreen().availableSize()
        self.resize(USUAL_SIZE.boundedTo(free))
        self.show()

    def show_error(self, error: BaseException) -> QDialog:
        """Show an error that no view shows in its own place; return the dialog, which is open."""
        from ui.error_dialog import open_error  # noqa: PLC0415 - hardly ever needed

        return open_error(self._theme, error, self)

    def lock(self, reason: str = "") -> None:
        """Save everything, close the workspace and ask for the passphrase again."""
        sitting = self._sitting
        if sitting is None or self._cover is not None:
            return
        try:
            self._leave_place(sitting)
            is_settled = sitting.settle(partial(self.lock, reason))
        except Exception:  # whatever it is, whoever locks goes away
            self._lock_away(sitting, _("Locked, and something went wrong."))
            raise
        if is_settled:
            self._end_sitting()
            self._start.show(reason)

    def lock_alone(self, reason: str) -> None:
        """Lock though nobody may be there to answer a question; ``reason`` is a sentence.

        What cannot be saved is neither shown nor lost: it stays open behind the lock screen, and is
        saved as soon as that can be done. At the first start the recovery key goes off the screen.
        """
        sitting = self._sitting
        if sitting is None:
            if self._start.hide_key(reason):
                self._standing_by.forget_traces()
        elif self._cover is None:
            try:
                self._leave_place(sitting)
            finally:
                self._lock_away(sitting, reason)

    @property
    def workspace(self) -> "Workspace | None":
        """The unlocked workspace, None while it is locked."""
        return None if self._sitting is None else self._sitting.workspace

    @property
    def help(self) -> "HelpDesk":
        """What opens the guide."""
        return self._standing_by.help

    @property
    def preferences(self) -> Preferences:
        """The person's settings."""
        return self._preferences

    @property
    def open_audit(self) -> "OpenAudit | None":
        """The open audit, if there is one."""
        return None if self._sitting is None else self._sitting.desk.open_audit

    @property
    def audit_view(self) -> "AuditView | None":
        """The view of the open audit, if there is one."""
        return None if self._sitting is None else self._sitting.desk.view

    @property
    def home_view(self) -> "HomeView | None":
        """The view of the audits and settings, while unlocked."""
        return None if self._sitting is None else self._sitting.home

    @property
    def start_view(self) -> "StartPage | None":
        """The first start or the unlock screen, while locked."""
        return self._start.view

    def _build(self) -> None:
        self.setWindowTitle(_("Case File Audit"))
        self.setMinimumSize(LEAST_SIZE)
        self._stage = Stage()
        self._start = StartScreens(
            self._theme, self._paths, self._preferences, self._jobs,
            outside=self._outside, stage=self._stage,
        )  # fmt: skip
        self._start.unlocked.connect(self._on_unlocked)
        self._start.key_shown.connect(self._on_key_shown)
        self._start.help_asked.connect(self._on_help_asked)
        self.setCentralWidget(self._stage)

    # Locking

    def _leave_place(self, sitting: "Sitting") -> None:
        """Note where the person is, to go back there."""
        QGuiApplication.inputMethod().commit()  # a word that is still being composed
        self._left_off = sitting.leave_place()

    def _lock_away(self, sitting: "Sitting", reason: str) -> None:
        from ui.locking.clearing import close_all_above  # noqa: PLC0415 - after the first paint

        close_all_above()
        error = sitting.settle_alone()
        if error is None:
            self._end_sitting()
            self._start.show(_("{reason} Your work is saved.").format(reason=reason))
        else:
            self._cover_up(sitting, reason, error)

    def _cover_up(self, sitting: "Sitting", reason: str, error: BaseException) -> None:
        from ui.locking.cover import Cover  # noqa: PLC0415 - hardly ever needed

        self._standing_by.forget_traces()
        sitting.cover()
        view = self._start.show_lock()
        self._cover = Cover(view, sitting.workspace, sitting.settle_alone, reason, self)
        self._cover.emptied.connect(self._on_cover_emptied)
        self._cover.show_error(error)

    def _uncover(self, sitting: "Sitting") -> None:
        """Show what could not be saved to the person who gave the passphrase."""
        if self._cover is not None:
            self._cover.end()
        self._cover = None
        sitting.show()
        self._start.clear()
        self._standing_by.lock_watch.start()
        left_off, self._left_off = self._left_off, None
        if left_off is not None:
            sitting.ask_again(left_off)

    def _end_sitting(self) -> None:
        self._standing_by.forget_traces()
        sitting, self._sitting = self._sitting, None
        if sitting is not None:
            self._left_off = sitting.end(self._left_off)

    @property
    def is_working(self) -> bool:
        """Whether anything goes on away from the window."""
        return self._jobs.is_busy

    # Slots

    def _on_key_shown(self) -> None:
        self._standing_by.lock_watch.start()

    def _on_help_asked(self) -> None:
        self.help.show()

    def _on_unlocked(self, workspace: "Workspace") -> None:
        from ui.sitting import Sitting  # noqa: PLC0415 - after the first paint

        if self._sitting is not None and workspace is self._sitting.workspace:
            self._uncover(self._sitting)
            return
        self._preferences.reload()  # a restore may have brought the settings along
        self._preferences.settle()  # and an administrator another file since the window opened
        sitting = self._sitting = Sitting(
            self._theme, workspace, self._preferences, self._jobs,
            outside=self._outside, stage=self._stage,
        )  # fmt: skip
        sitting.lock_asked.connect(self.lock)
        sitting.restore_asked.connect(self._on_restore_asked)
        sitting.failed.connect(self.show_error)
        sitting.help_asked.connect(self.help.show)
        self.help.guided_start_asked.connect(sitting.show_guided_start)
        self._start.clear()
        self._standing_by.lock_watch.start()
        self._jobs.start(partial(load_checklists, workspace))
        if not self._has_warned:
            self._has_warned = True
            sitting.home.notices.warn_of_place()
        left_off, self._left_off = self._left_off, None
        if left_off is not None:
            sitting.go_back(left_off)

    def _on_restore_asked(self, opened: "OpenedBackup") -> None:
        self.lock()
        if self._sitting is None:
            self._start.show_restore(opened)

    def _on_cover_emptied(self) -> None:
        """Close the workspace at last; the lock screen on show stays as it is."""
        cover, self._cover = self._cover, None
        self._end_sitting()
        if cover is not None:
            cover.show_saved()

    def _on_preferences_changed(self) -> None:
        KEYMAP.take(self._preferences.settings.shortcuts)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fetch the rest of the program once the first picture is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._warm_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before closing; a save that fails keeps the window open."""
        event.ignore()  # Qt would accept it where something goes wrong below
        if self._cover is not None and not self._cover.try_again():
            return  # whoever is there has not proved that it is theirs to throw away
        if self._sitting is not None and not self._sitting.settle(self.close):
            return
        self._jobs.shut_down()
        self._end_sitting()
        super().closeEvent(event)

    def _warm_up(self) -> None:
        """Fetch what the first paint did not need, the heavy parts in a thread."""
        self._standing_by.begin()
        self._theme.hold_all_sets()
        if self._sitting is None:
            self._jobs.start(import_the_rest)
