# SPDX-License-Identifier: MPL-2.0
"""Hold the one window: start screen, home and the open audit, one at a time."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.idle_watch import IdleWatch
from ui.jobs import Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditapp.model.ids import AuditId
    from auditapp.workspace import Workspace
    from ui.data.backup_work import OpenedBackup
    from ui.home_view import HomeView
    from ui.jobs import Job
    from ui.open_audit import OpenAudit
    from ui.walkthrough.audit_view import AuditView
    from ui.walkthrough.steps import Step

LEAST_SIZE: Final = QSize(360, 320)
USUAL_SIZE: Final = QSize(1366, 768)


class MainWindow(Window):
    """Show what the state of the workspace calls for, and let nothing typed get lost."""

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
        self._open_audit: OpenAudit | None = None
        self._audit_view: AuditView | None = None
        self._left_off: tuple[AuditId, Step] | None = None
        self._is_painted = False
        self._watch = IdleWatch(application, preferences.settings.idle_minutes, self)
        self._watch.went_idle.connect(self._on_went_idle)
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
        if self._workspace is None:
            return
        left_off = self._place()
        if self._settle_home() and self._leave_audit(partial(self.lock, reason)):
            self._drop_workspace()
            self._left_off = left_off
            self._show_start(reason)

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
        return self._open_audit

    @property
    def audit_view(self) -> "AuditView | None":
        """The view of the open audit, if there is one."""
        return self._audit_view

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
        from ui.home_view import HomeView  # noqa: PLC0415 - after the first paint

        self._workspace = workspace
        self._preferences.reload()  # a restore may have brought the settings along
        self._home = HomeView(
            self._theme, workspace, self._preferences, self._jobs, outside=self._outside
        )
        self._home.audit_chosen.connect(self._on_audit_chosen)
        self._home.lock_asked.connect(self.lock)
        self._home.restore_asked.connect(self._on_restore_asked)
        start, self._start = self._start, None
        self._show(self._home)
        self._remove(start)
        self._watch.start()
        self._jobs.start(partial(_load_checklists, workspace))
        left_off, self._left_off = self._left_off, None
        if left_off is not None:
            self._show_audit(*left_off)

    def _settle_home(self) -> bool:
        """Keep what is typed outside of an audit; return False when that cannot be saved."""
        from auditapp.errors import AuditAppError  # noqa: PLC0415 - after the first paint

        if self._home is None:
            return True
        try:
            self._home.settle_now()
        except AuditAppError as error:
            if self._open_audit is None:
                self._home.show_new_audit()
            self.show_error(error)
            return False
        return True

    def _drop_workspace(self) -> None:
        self._watch.stop()
        self._remove(self._home)
        self._home = None
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = None

    # The open audit

    def _on_audit_chosen(self, audit_id: "AuditId") -> None:
        self._show_audit(audit_id)

    def _show_audit(self, audit_id: "AuditId", step: "Step | None" = None) -> None:
        from auditapp.errors import AuditAppError  # noqa: PLC0415 - after the first paint
        from ui.open_audit import OpenAudit  # noqa: PLC0415 - after the first paint
        from ui.walkthrough.audit_view import AuditView  # noqa: PLC0415 - after the first paint

        if self._workspace is None:
            return
        known = set(self._workspace.problems)
        try:
            self._open_audit = OpenAudit(self._workspace, audit_id, self)
        except AuditAppError as error:
            self.show_error(error)
            return
        view = AuditView(
            self._theme,
            self._open_audit,
            self._workspace,
            self._preferences,
            self._jobs,
            outside=self._outside,
        )
        view.left.connect(self._on_audit_left)
        view.lock_asked.connect(self.lock)
        self._audit_view = view
        self._show(view)
        view.show_step(step or view.start_place())
        self._tell_of_recovery([each for each in self._workspace.problems if each not in known])

    def _tell_of_recovery(self, sentences: "Sequence[str]") -> None:
        """Say what the store found wrong when it opened the audit. Nothing is mended in silence."""
        from ui.error_dialog import ErrorDialog  # noqa: PLC0415 - hardly ever needed

        if sentences:
            message = Message(_("Please check this audit"), "\n\n".join(sentences))
            ErrorDialog(self._theme, message, self).open()

    def _on_audit_left(self) -> None:
        if self._leave_audit(self._on_audit_left) and self._home is not None:
            self._home.show_audits()
            self._show(self._home)

    def _place(self) -> "tuple[AuditId, Step] | None":
        if self._open_audit is None or self._audit_view is None:
            return None
        return (self._open_audit.audit.id, self._audit_view.step)

    def _leave_audit(self, go_on: "Callable[[], object]") -> bool:
        """Save and close the open audit.

        When it cannot be saved, return False and stay; the person may then choose to lose what is
        not saved, after which ``go_on`` is called.
        """
        from auditapp.errors import AuditAppError  # noqa: PLC0415 - after the first paint

        if self._open_audit is None or self._audit_view is None:
            return True
        self._audit_view.settle_now()
        try:
            self._open_audit.close()
        except AuditAppError as error:
            self._ask_to_abandon(error, go_on)
            return False
        self._put_audit_away()
        return True

    def _ask_to_abandon(self, error: BaseException, go_on: "Callable[[], object]") -> None:
        from ui.unsaved_dialog import UnsavedDialog  # noqa: PLC0415 - hardly ever needed

        if self._open_audit is None:
            return
        words = self._open_audit.unsaved_words
        dialog = UnsavedDialog(self._theme, explain(error), words, self)
        dialog.abandoned.connect(self._abandon_audit)
        dialog.abandoned.connect(go_on)
        dialog.open()

    def _abandon_audit(self) -> None:
        if self._open_audit is not None:
            self._open_audit.abandon()
            self._put_audit_away()

    def _put_audit_away(self) -> None:
        """Take the view of an audit that is closed off the screen and out of memory."""
        if self._open_audit is None or self._audit_view is None:
            return
        if self._home is not None:
            self._show(self._home)
        self._audit_view.forget()
        self._remove(self._audit_view)
        self._open_audit.deleteLater()
        self._open_audit = self._audit_view = None

    # Slots

    def _on_went_idle(self) -> None:
        minutes = self._preferences.settings.idle_minutes
        self.lock(
            _("Locked after {n} minutes without a touch. Your work is saved.").format(n=minutes)
        )

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
        if not (self._settle_home() and self._leave_audit(self.close)):
            event.ignore()
            return
        self._jobs.shut_down()
        self._drop_workspace()
        super().closeEvent(event)

    def _warm_up(self) -> None:
        """Import the heavy parts in a thread while the person reads and types."""
        if self._workspace is None:
            self._jobs.start(_import_the_rest)


def _import_the_rest(_job: object) -> None:
    import auditapp.workspace  # noqa: F401, PLC0415 - the import is the point


def _load_checklists(workspace: "Workspace", job: "Job") -> None:
    """Load what a new audit offers while the person looks at the list of audits."""
    from auditapp.errors import AuditAppError  # noqa: PLC0415 - after the first paint

    for header in workspace.library.headers():
        if job.is_cancelled:
            return
        with suppress(AuditAppError):  # whoever wants to use it is told what is wrong with it
            workspace.library.load(header.id)
