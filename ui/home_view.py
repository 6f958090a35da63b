# SPDX-License-Identifier: MPL-2.0
"""Hold the pages beside an open audit: audits, a new audit, checklists, the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.practice import PracticeAudit
from auditapp.workspace import Workspace
from ui.audits.audits_view import AuditsView
from ui.audits.new_audit_view import NewAuditView
from ui.commands import CommandId, bind, command
from ui.data.backup_reminder import BackupReminder
from ui.home_pages import HomePages
from ui.jobs import Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.rail import Rail
from ui.settings.settings_view import SettingsView
from ui.start.key_notice import KeyNotice
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ui.checklists.checklists_view import ChecklistsView
    from ui.checklists.load_view import LoadView
    from ui.checklists.try_out_view import TryOutView
    from ui.data.data_view import DataView
    from ui.locking.left_place import TryOutPlace
    from ui.walkthrough.steps import Step


class HomeView(QWidget):
    """A rail at the left and one page at a time.

    A page has a place in the rail and a method that shows it, which makes it when it is first
    wanted and tells ``HomePages`` what it owes: to keep what is typed, and to end its jobs.

    Signals:
        audit_chosen: the id of the audit to open.
        lock_asked: the window is to be locked; why, if it was not just asked for.
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
    """

    audit_chosen = Signal(str)
    lock_asked = Signal(str)
    restore_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outside = outside or Outside()
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self.audits = AuditsView(theme, workspace, preferences)
        self.new_audit: NewAuditView | None = None
        self.checklists: ChecklistsView | None = None
        self.try_out: TryOutView | None = None
        self.loading: LoadView | None = None
        self.data: DataView | None = None
        self.settings: SettingsView | None = None
        self._resuming: Step | None = None
        self._ways = {
            "audits": self.show_audits,
            "checklists": self.show_checklists,
            "settings": self.show_settings,
        }
        self._pages = HomePages()
        self._rail = Rail(theme)
        self.audits_button = self._rail.add_place("clipboard-list", _("Audits"))
        self.checklists_button = self._rail.add_place("list-checks", _("Checklists"))
        self.data_button = self._rail.add_place("archive", _("Your data"))
        self.settings_button = self._rail.add_place("settings", _("Settings"))
        self.lock_button = self._rail.add_command(
            "lock", _("Lock"), command(CommandId.LOCK).shortcut
        )
        self._build()
        self._connect()
        self._remind_of_key()
        self._remind_of_backup()
        self.show_audits()
        self._resume_new_audit()

    def show_audits(self) -> None:
        """Show the list of audits as it is now."""
        self.audits.refresh()
        self.backup_reminder.refresh()
        self.audits_button.setChecked(True)
        self._show(self.audits)

    def show_new_audit(self) -> None:
        """Show the front sheet of a new audit; one that was begun is still there."""
        if self.new_audit is None:
            self.new_audit = NewAuditView(
                self._theme, self._workspace, self._preferences, self._jobs
            )
            self.new_audit.started.connect(self._on_audit_started)
            self.new_audit.cancelled.connect(self._on_new_audit_cancelled)
            self._pages.add_page(
                self.new_audit, leave=self.new_audit.settle_now, keep=self.new_audit.keep_now
            )
        self.audits_button.setChecked(True)
        self._show(self.new_audit)

    def show_checklists(self) -> None:
        """Show the list of checklists."""
        # Many sessions never look at it.
        from ui.checklists.checklists_view import ChecklistsView  # noqa: PLC0415

        if self.checklists is None:
            self.checklists = ChecklistsView(self._theme, self._workspace, self._jobs)
            self.checklists.try_out_ready.connect(self._on_try_out_ready)
            self.checklists.load_asked.connect(self._on_load_asked)
            self._pages.add_page(self.checklists, stop=self.checklists.stop)
        self.checklists.refresh()
        self.checklists_button.setChecked(True)
        self._show(self.checklists)

    def show_data(self) -> None:
        """Show what looks after the audits as a whole."""
        from ui.data.data_view import DataView  # noqa: PLC0415 - hardly ever needed

        if self.data is None:
            self.data = DataView(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside
            )
            self.data.restore_asked.connect(self.restore_asked)
            self.data.lock_asked.connect(self.lock_asked)
            self.data.keys_changed.connect(self._on_keys_changed)
            settle = self.data.settle_now
            self._pages.add_page(self.data, leave=settle, keep=settle)
        self.data.refresh()
        self.data_button.setChecked(True)
        self._show(self.data)

    def show_settings(self) -> None:
        """Show the settings."""
        # It brings the preview of reports, which the list can do without.
        from ui.settings.layout_card import LayoutCard  # noqa: PLC0415

        if self.settings is None:
            layout = LayoutCard(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside
            )
            self.settings = SettingsView(
                self._theme, self._preferences, self._workspace.paths,
                layout=layout, warnings=self._workspace.place_warnings(),
            )  # fmt: skip
            settle = self.settings.settle_now
            self._pages.add_page(self.settings, leave=settle, keep=settle, stop=self.settings.stop)
        self.settings_button.setChecked(True)
        self._show(self.settings)

    def warn_of_place(self) -> None:
        """Say above the list what may go wrong in the folder of the audits, if anything may."""
        for warning in self._workspace.place_warnings():
            self.audits.add_notice(Banner(self._theme, "warn", warning.title, warning.text))

    def settle_now(self) -> None:
        """Keep what is typed on all pages, and end their jobs, before the window locks or closes.

        Raises:
            AuditAppError: A new audit that was begun could not be kept.
        """
        self._pages.settle_now()

    def go_to(self, page_name: str) -> None:
        """Show a page by its name; nothing happens with any other name."""
        show = self._ways.get(page_name)
        if show is not None:
            show()

    def resume_try_out(self, place: "TryOutPlace") -> None:
        """Begin the try-out of a checklist anew, at a step; nothing if it cannot be used now."""
        self.show_checklists()
        if self.checklists is not None:
            self._resuming = place.step
            self.checklists.try_out(place.checklist_id, place.version, place.cohorts)

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._pages.currentWidget()

    @property
    def page_name(self) -> str:
        """The name of the page on show, for ``go_to``; empty where nobody can go back to it."""
        pages = {"checklists": self.checklists, "settings": self.settings, "audits": self.audits}
        return next((name for name, page in pages.items() if page is self.page), "")

    # Building

    def _build(self) -> None:
        self._pages.add_page(self.audits)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.audits.audit_chosen.connect(self.audit_chosen)
        self.audits.new_audit_asked.connect(self.show_new_audit)
        self.audits_button.clicked.connect(self.show_audits)
        self.checklists_button.clicked.connect(self.show_checklists)
        self.data_button.clicked.connect(self.show_data)
        self.settings_button.clicked.connect(self.show_settings)
        self.lock_button.clicked.connect(self._on_lock_asked)
        self._pages.dropped.connect(self._on_page_dropped)
        self._theme.changed.connect(self._fit)
        bind(
            self,
            {
                CommandId.NEW_AUDIT: self.show_new_audit,
                CommandId.FIND_AUDIT: self._on_search_asked,
                CommandId.LOCK: self._on_lock_asked,
            },
        )

    def _remind_of_key(self) -> None:
        self._key_banner: KeyNotice | None = None
        if KeyReminder(self._workspace.paths).is_due:
            self._key_banner = KeyNotice(self._theme, self._workspace)
            self.audits.add_notice(self._key_banner)

    def _remind_of_backup(self) -> None:
        self.backup_reminder = BackupReminder(self._theme, self._workspace, self._preferences)
        self.backup_reminder.backup_asked.connect(self._on_backup_asked)
        self.audits.add_notice(self.backup_reminder)

    # Inside

    def _show(self, page: QWidget) -> None:
        self._pages.show_page(page)
        # A try-out fills the window as an audit does; and from a file that is being loaded nobody
        # should slip away by the rail: what came of the drafts is told there.
        self._rail.setVisible(not self._pages.is_passing(page))
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resume_new_audit(self) -> None:
        """Go on with a new audit that was begun before the window was locked or closed."""
        try:
            fields = self._workspace.draft_front()
        except AuditAppError as error:
            message = explain(error)
            self.audits.add_notice(Banner(self._theme, "warn", message.title, message.text))
            return
        if fields is not None:
            self.show_new_audit()
            if self.new_audit is not None:
                self.new_audit.restore(fields)

    def _drop_new_audit(self) -> None:
        if self.new_audit is not None:
            self._pages.drop(self.new_audit)

    def _fit(self) -> None:
        self._rail.set_compact(self.width() < self._theme.px(BREAK_POINTS["sections"]))

    # Slots

    def _on_audit_started(self, audit_id: str) -> None:
        self.show_audits()
        self._drop_new_audit()
        self.audit_chosen.emit(audit_id)

    def _on_new_audit_cancelled(self) -> None:
        self.show_audits()
        self._drop_new_audit()

    def _on_try_out_ready(self, practice: PracticeAudit) -> None:
        # It brings the whole walk, which the list can do without.
        from ui.checklists.try_out_view import TryOutView  # noqa: PLC0415

        # It was read in a thread, and the person may have gone elsewhere meanwhile.
        if self.page is not self.checklists:
            self._resuming = None
            return
        view = TryOutView(
            self._theme, practice, self._workspace, self._preferences, self._jobs,
            outside=self._outside,
        )  # fmt: skip
        view.left.connect(self.show_checklists)
        self.try_out = view
        self._pages.add_page(view, stop=view.end, is_passing=True)
        self._show(view)
        step, self._resuming = self._resuming, None
        view.show_step(step or view.start_place())

    def _on_load_asked(self) -> None:
        from ui.checklists.load_view import LoadView  # noqa: PLC0415 - hardly ever needed

        path = self._outside.ask_checklist_path(self.window())
        # While the dialog was open, the window may have locked itself and put this away.
        if path is None or not isValid(self):
            return
        self.loading = LoadView(
            self._theme, self._workspace, self._preferences, self._jobs, path,
            outside=self._outside,
        )  # fmt: skip
        self.loading.finished.connect(self.show_checklists)
        self._pages.add_page(self.loading, is_passing=True)
        self._show(self.loading)

    def _on_search_asked(self) -> None:
        self.show_audits()
        self.audits.focus_search()

    def _on_lock_asked(self) -> None:
        self._pages.leave_page()
        self.lock_asked.emit("")

    def _on_backup_asked(self) -> None:
        self.show_data()
        if self.data is not None:
            self.data.backup.back_up()

    def _on_keys_changed(self) -> None:
        self.backup_reminder.refresh()
        if self._key_banner is not None:
            self._key_banner.refresh()

    def _on_page_dropped(self, page: QWidget) -> None:
        if page is self.new_audit:
            self.new_audit = None
        elif page is self.try_out:
            self.try_out = None
        elif page is self.loading:
            self.loading = None

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only in a narrow window."""
        super().resizeEvent(event)
        self._fit()
