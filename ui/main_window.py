# SPDX-License-Identifier: MPL-2.0
"""Hold the one window: start screen, home and the open audit, one at a time."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.jobs import Jobs
from ui.locking.clearing import close_all_above, forget_pictures
from ui.locking.copied_text import CopiedText
from ui.locking.lock_watch import LockWatch
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.warm_up import import_the_rest, load_checklists
from ui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.model.ids import AuditId
    from auditapp.workspace import Workspace
    from ui.audit_desk import AuditDesk
    from ui.data.backup_work import OpenedBackup
    from ui.home_view import HomeView
    from ui.locking.cover import Cover
    from ui.locking.left_place import LeftPlace
    from ui.open_audit import OpenAudit
    from ui.walkthrough.audit_view import AuditView

LEAST_SIZE: Final = QSize(360, 320)
USUAL_SIZE: Final = QSize(1366, 768)


class MainWindow(Window):
    """Show what the state of the workspace calls for, and let nothing typed get lost.

    The pages beside the rail belong to ``HomeView``, the open audit to ``AuditDesk``. Before the
    window locks or closes, ``_settle`` has both of them save what is typed. When it locks by itself
    and that fails, a ``Cover`` keeps the work behind the lock screen.
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
        self._application = application
        self._theme = theme
        self._paths = paths
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._workspace: Workspace | None = None
        self._home: HomeView | None = None
        self._desk: AuditDesk | None = None
        self._left_off: LeftPlace | None = None
        self._cover: Cover | None = None
        self._has_warned = False
        self._is_painted = False
        self._copied = CopiedText(application.clipboard(), self)
        self._watch = LockWatch(application, preferences.settings.idle_minutes, self)
        self._watch.lock_needed.connect(self.lock_alone)
        preferences.changed.connect(self._on_preferences_changed)
        preferences.save_failed.connect(self.show_error)
        application.styleHints().colorSchemeChanged.connect(self._on_preferences_changed)
        self._on_preferences_changed()
        self._build()
        self._show_start()

    # Public

    def show_fitting(self) -> None:
        """Show the window at a size that fits the screen."""
        free = QGuiApplication.primaryScreen().availableSize()
        self.resize(USUAL_SIZE.boundedTo(free))
        self.show()

    def show_error(self, error: BaseException) -> None:
        """Show an error that no view shows in its own place."""
        from ui.error_dialog import ErrorDialog  # noqa: PLC0415 - hardly ever needed

        ErrorDialog(self._theme, explain(error), self).open()

    def lock(self, reason: str = "") -> None:
        """Save everything, close the workspace and ask for the passphrase again."""
        if self._desk is None or self._cover is not None:
            return
        self._leave_place()
        if self._settle(partial(self.lock, reason)):
            self._drop_workspace()
            self._show_start(reason)

    def lock_alone(self, reason: str) -> None:
        """Lock though nobody may be there to answer a question; ``reason`` is a sentence.

        What cannot be saved is neither shown nor lost: it stays open behind the lock screen, and is
        saved as soon as that can be done.
        """
        if self._desk is None or self._cover is not None:
            return
        self._leave_place()
        close_all_above()
        error = self._settle_alone()
        if error is None:
            self._drop_workspace()
            self._show_start(_("{reason} Your work is saved.").format(reason=reason))
        else:
            self._cover_up(reason, error)

    @property
    def workspace(self) -> "Workspace | None":
        """The unlocked workspace, None while it is locked."""
        return self._workspace

    @property
    def preferences(self) -> Preferences:
        """The person's settings."""
        return self._preferences

    @property
    def open_audit(self) -> "OpenAudit | None":
        """The open audit, if there is one."""
        return None if self._desk is None else self._desk.open_audit

    @property
    def audit_view(self) -> "AuditView | None":
        """The view of the open audit, if there is one."""
        return None if self._desk is None else self._desk.view

    @property
    def home_view(self) -> "HomeView | None":
        """The view of the audits and settings, while unlocked."""
        return self._home

    @property
    def start_view(self) -> QWidget | None:
        """The first start or the unlock screen, while locked."""
        return self._start

    # Building

    def _build(self) -> None:
        self.setWindowTitle(_("Case File Audit"))
        self.setMinimumSize(LEAST_SIZE)
        self._stack = QStackedWidget()
        self._start: QWidget | None = None
        self.setCentralWidget(self._stack)

    def _show_start(self, reason: str = "") -> None:
        # Only the one of the two that is wanted is fetched before the first paint.
        if self._paths.has_store:
            from ui.start.unlock_view import UnlockView  # noqa: PLC0415

            unlock = UnlockView(self._theme, self._paths, self._jobs)
            unlock.unlocked.connect(self._on_unlocked)
            unlock.restore_asked.connect(self._show_restore)
            if reason:
                unlock.set_reason(reason)
            self._start = unlock
        else:
            from ui.start.first_start_view import FirstStartView  # noqa: PLC0415

            first = FirstStartView(
                self._theme, self._paths, self._preferences, self._jobs, outside=self._outside
            )
            first.created.connect(self._on_unlocked)
            first.restore_asked.connect(self._show_restore)
            self._start = first
        self._show(self._start)

    def _show_restore(self, opened: "OpenedBackup | None" = None) -> None:
        """Show how a backup is restored, in the place of the start screen."""
        from ui.start.restore_view import RestoreView  # noqa: PLC0415 - hardly ever needed

        view = RestoreView(self._theme, self._paths, self._jobs, self._outside)
        view.left.connect(self._on_restore_left)
        if opened is not None:
            view.show_backup(opened)
        start, self._start = self._start, view
        self._show(view)
        self._remove(start)

    def _on_restore_left(self) -> None:
        view = self._start
        self._show_start()
        self._remove(view)

    def _on_restore_asked(self, opened: "OpenedBackup") -> None:
        self.lock()
        if self._workspace is None:
            self._show_restore(opened)

    def _show(self, view: QWidget) -> None:
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, view: QWidget | None) -> None:
        if view is not None:
            self._stack.removeWidget(view)
            view.deleteLater()

    # Workspace

    def _on_unlocked(self, workspace: "Workspace") -> None:
        from ui.audit_desk import AuditDesk  # noqa: PLC0415 - after the first paint
        from ui.home_view import HomeView  # noqa: PLC0415 - after the first paint

        if workspace is self._workspace:
            self._uncover()
            return
        self._workspace = workspace
        outside = self._outside
        self._preferences.reload()  # a restore may have brought the settings along
        self._home = HomeView(
            self._theme, workspace, self._preferences, self._jobs, outside=outside
        )
        self._desk = AuditDesk(
            self._theme, workspace, self._preferences, self._jobs, outside=outside, window=self
        )
        self._connect(self._home, self._desk)
        start, self._start = self._start, None
        self._show(self._home)
        self._remove(start)
        self._watch.start()
        self._jobs.start(partial(load_checklists, workspace))
        if not self._has_warned:
            self._has_warned = True
            self._home.warn_of_place()
        left_off, self._left_off = self._left_off, None
        if left_off is not None:
            from ui.locking.place_keeping import go_back  # noqa: PLC0415 - as above

            go_back(left_off, workspace, self._home, self._desk)

    def _connect(self, home: "HomeView", desk: "AuditDesk") -> None:
        home.audit_chosen.connect(self._on_audit_chosen)
        home.lock_asked.connect(self.lock)
        home.restore_asked.connect(self._on_restore_asked)
        desk.opened.connect(self._show)
        desk.closed.connect(self._on_audit_closed)
        desk.left.connect(self._on_audit_left)
        desk.lock_asked.connect(self.lock)

    def _settle(self, go_on: "Callable[[], object]") -> bool:
        """Save what is typed anywhere, before the window locks or closes.

        When something cannot be saved, say so and return False: the window stays as it is. The
        person may choose to lose what is not saved of the open audit; then ``go_on`` is called.
        """
        return self._settle_home() and (self._desk is None or self._desk.close(go_on))

    def _settle_home(self) -> bool:
        """Settle the pages of the home, whatever is on show; return False when that fails."""
        from auditapp.errors import AuditAppError  # noqa: PLC0415 - after the first paint

        if self._home is None:
            return True
        try:
            self._home.settle_now()
        except AuditAppError as error:
            if self.open_audit is None:
                self._home.show_new_audit()
            self.show_error(error)
            return False
        return True

    def _settle_alone(self) -> BaseException | None:
        """Save what is typed anywhere without asking anybody; return why that failed, if so."""
        error: BaseException | None = None
        try:
            error = None if self._desk is None else self._desk.close_alone()
            if self._home is not None:
                self._home.settle_now()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the window must not stay open
            error = error or fault
        return error

    def _leave_place(self) -> None:
        """Note where the person is, to go back there."""
        from ui.locking.place_keeping import leave_place  # noqa: PLC0415 - after the first paint

        QGuiApplication.inputMethod().commit()  # a word that is still being composed
        if self._workspace is not None and self._home is not None and self._desk is not None:
            self._left_off = leave_place(self._workspace, self._home, self._desk)

    def _cover_up(self, reason: str, error: BaseException) -> None:
        from ui.locking.cover import Cover  # noqa: PLC0415 - hardly ever needed
        from ui.start.unlock_view import UnlockView  # noqa: PLC0415 - as above

        if self._workspace is None:
            return
        self._forget_traces()
        view = UnlockView(self._theme, self._paths, self._jobs)
        view.unlocked.connect(self._on_unlocked)
        self._start = view
        self._cover = Cover(view, self._workspace, self._settle_alone, reason, self)
        self._cover.emptied.connect(self._on_cover_emptied)
        self._cover.show_error(error)
        self._show(view)

    def _uncover(self) -> None:
        """Show what could not be saved to the person who gave the passphrase."""
        if self._cover is not None:
            self._cover.end()
        self._cover = None
        start, self._start = self._start, None
        shown = self.audit_view or self._home
        if shown is not None:
            self._show(shown)
        self._remove(start)
        self._watch.start()

    def _forget_traces(self) -> None:
        """Leave nothing of a case where the window was: clipboard, dialogs, pictures."""
        self._watch.stop()
        self._copied.clear()
        close_all_above()
        forget_pictures()

    def _drop_workspace(self) -> None:
        self._forget_traces()
        if self._left_off is not None and self._workspace is not None:
            from ui.locking.place_keeping import with_state_of  # noqa: PLC0415 - as above

            self._left_off = with_state_of(self._workspace, self._left_off)
        self._remove(self._home)
        self._home = None
        if self._desk is not None:
            self._desk.deleteLater()
        self._desk = None
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = None

    # Slots

    def _on_audit_chosen(self, audit_id: "AuditId") -> None:
        if self._desk is not None:
            self._desk.open(audit_id)

    def _on_audit_left(self) -> None:
        if self._home is not None:
            self._home.show_audits()
            self._show(self._home)

    def _on_audit_closed(self, view: "AuditView") -> None:
        if self._home is not None and self._cover is None:
            self._show(self._home)
        view.forget()
        self._remove(view)

    def _on_cover_emptied(self) -> None:
        """Close the workspace at last; the lock screen on show stays as it is."""
        cover, self._cover = self._cover, None
        self._drop_workspace()
        if cover is not None:
            cover.show_saved()

    def _on_preferences_changed(self) -> None:
        settings = self._preferences.settings
        dark_computer = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._theme.set_dark(
            settings.theme == "dark" or (settings.theme == "system" and dark_computer)
        )
        self._theme.set_text_scale(settings.text_scale)
        self._watch.set_minutes(settings.idle_minutes)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fetch the rest of the program once the first picture is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._warm_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before closing; a save that fails keeps the window open."""
        if self._cover is not None and not self._cover.try_again():
            event.ignore()  # whoever is there has not proved that it is theirs to throw away
            return
        if not self._settle(self.close):
            event.ignore()
            return
        self._jobs.shut_down()
        self._drop_workspace()
        super().closeEvent(event)

    def _warm_up(self) -> None:
        """Import the heavy parts in a thread while the person reads and types."""
        if self._workspace is None:
            self._jobs.start(import_the_rest)
