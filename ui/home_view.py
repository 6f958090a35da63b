# SPDX-License-Identifier: MPL-2.0
"""Hold the pages beside an open audit: audits, a new audit, checklists, the settings."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.practice import PracticeAudit
from auditapp.workspace import Workspace
from ui.audits.audits_view import AuditsView
from ui.audits.new_audit_view import NewAuditView
from ui.commands import CommandId, bind, command
from ui.data.backup_reminder import BackupReminder
from ui.jobs import Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.settings.settings_view import SettingsView
from ui.start.key_check_dialog import KeyCheckDialog
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS
from ui.widgets.banner import Banner
from ui.widgets.icon_label import IconLabel
from ui.widgets.pane import Pane
from ui.widgets.rail_button import RailButton
from ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ui.checklists.checklists_view import ChecklistsView
    from ui.checklists.load_view import LoadView
    from ui.checklists.try_out_view import TryOutView
    from ui.data.data_view import DataView

_RAIL_WIDTH: Final = 212
_COMPACT_WIDTH: Final = 64


class HomeView(QWidget):
    """A rail at the left and one page at a time.

    Signals:
        audit_chosen: the id of the audit to open.
        lock_asked: the person wants to lock the window.
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
    """

    audit_chosen = Signal(str)
    lock_asked = Signal()
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
        self._pages = QStackedWidget()
        self._page: QWidget = self.audits
        self._rail = Pane(theme, "surface", "right")
        self.audits_button = RailButton(theme, "clipboard-list", _("Audits"))
        self.checklists_button = RailButton(theme, "list-checks", _("Checklists"))
        self.data_button = RailButton(theme, "archive", _("Your data"))
        self.settings_button = RailButton(theme, "settings", _("Settings"))
        self.lock_button = RailButton(
            theme, "lock", _("Lock"), shortcut=command(CommandId.LOCK).shortcut
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
            self._pages.addWidget(self.new_audit)
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
            self._pages.addWidget(self.checklists)
        self.checklists.refresh()
        self.checklists_button.setChecked(True)
        self._show(self.checklists)

    def show_data(self) -> None:
        """Show what there is to do for the safety of the audits."""
        from ui.data.data_view import DataView  # noqa: PLC0415 - as above

        if self.data is None:
            self.data = DataView(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside
            )
            self.data.restore_asked.connect(self.restore_asked)
            self._pages.addWidget(self.data)
        self.data.refresh()
        self.data_button.setChecked(True)
        self._show(self.data)

    def show_settings(self) -> None:
        """Show the settings."""
        if self.settings is None:
            self.settings = SettingsView(self._theme, self._preferences, self._workspace.paths)
            self._pages.addWidget(self.settings)
        self.settings_button.setChecked(True)
        self._show(self.settings)

    def settle_now(self) -> None:
        """Keep what is typed on any page, before the window locks or closes.

        Raises:
            AuditAppError: A new audit that was begun could not be kept.
        """
        for page in (self.settings, self.data):
            if page is not None:
                page.settle_now()
        if self.new_audit is not None:
            self.new_audit.keep_now()
        if self.checklists is not None:
            self.checklists.stop()
        self._drop_passing(None)

    @property
    def page(self) -> QWidget:
        """The page on show."""
        return self._page

    # Building

    def _build(self) -> None:
        self._mark = IconLabel(self._theme, "shield-check", "primary", 22)
        self._name = TextLabel(self._theme, _("Case File Audit"), "strong")
        self._brand = brand = QHBoxLayout()
        brand.setSpacing(6)
        brand.addWidget(self._mark)
        brand.addWidget(self._name, 1)
        rail = QVBoxLayout(self._rail)
        rail.setContentsMargins(8, 12, 8, 12)
        rail.setSpacing(0)
        rail.addLayout(brand)
        rail.addWidget(self.audits_button)
        rail.addWidget(self.checklists_button)
        rail.addWidget(self.data_button)
        rail.addWidget(self.settings_button)
        rail.addStretch(1)
        rail.addWidget(self.lock_button)
        # Locking is something to do, not a place to be.
        self.lock_button.setAutoExclusive(False)
        self.lock_button.setCheckable(False)
        self._pages.addWidget(self.audits)
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
        self._reminder = KeyReminder(self._workspace.paths)
        self._key_banner: Banner | None = None
        if not self._reminder.is_due:
            return
        self._key_banner = Banner(
            self._theme,
            "warn",
            _("Your recovery key was never checked"),
            _("The first start was cut short. Make sure that you have the key on paper."),
            actions=[("check", _("Check it now"))],
            icon="key",
        )
        self._key_banner.action_clicked.connect(self._on_key_check_asked)
        self.audits.add_notice(self._key_banner)

    def _remind_of_backup(self) -> None:
        self.backup_reminder = BackupReminder(self._theme, self._workspace, self._preferences)
        self.backup_reminder.backup_asked.connect(self._on_backup_asked)
        self.audits.add_notice(self.backup_reminder)

    # Inside

    def _show(self, page: QWidget) -> None:
        self._leave_page()
        self._page = page
        self._pages.setCurrentWidget(page)
        # A try-out fills the window as an audit does; and from a file that is being loaded nobody
        # should slip away by the rail: what came of the drafts is told there.
        self._rail.setVisible(page not in (self.try_out, self.loading))
        self._drop_passing(page)
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_page(self) -> None:
        if self.settings is not None and self.page is self.settings:
            self.settings.settle_now()
        if self.data is not None and self.page is self.data:
            self.data.settle_now()
        if self.new_audit is not None and self.page is self.new_audit:
            self.new_audit.settle_now()

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

    def _drop_passing(self, page: QWidget | None) -> None:
        """Put away what is gone once it is left, unless it is ``page``."""
        if self.try_out is not None and self.try_out is not page:
            self.try_out.end()
            self._pages.removeWidget(self.try_out)
            self.try_out.deleteLater()
            self.try_out = None
        if self.loading is not None and self.loading is not page:
            self._pages.removeWidget(self.loading)
            self.loading.deleteLater()
            self.loading = None

    def _drop_new_audit(self) -> None:
        if self.new_audit is not None:
            self._pages.removeWidget(self.new_audit)
            self.new_audit.deleteLater()
            self.new_audit = None

    def _fit(self) -> None:
        px = self._theme.px
        is_compact = self.width() < px(BREAK_POINTS["sections"])
        for button in self._rail.findChildren(RailButton):
            button.set_compact(is_compact)
        self._name.setVisible(not is_compact)
        centre, left = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft
        self._brand.setAlignment(self._mark, centre if is_compact else left)
        self._brand.setContentsMargins(0 if is_compact else 14, 6, 0, 10)
        self._rail.setFixedWidth(px(_COMPACT_WIDTH if is_compact else _RAIL_WIDTH))

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
            return
        view = TryOutView(
            self._theme, practice, self._workspace, self._preferences, self._jobs,
            outside=self._outside,
        )  # fmt: skip
        view.left.connect(self.show_checklists)
        self.try_out = view
        self._pages.addWidget(view)
        self._show(view)
        view.show_step(view.start_place())

    def _on_load_asked(self) -> None:
        from ui.checklists.load_view import LoadView  # noqa: PLC0415 - hardly ever needed

        path = self._outside.ask_checklist_path(self.window())
        # While the dialog was open, the window may have locked itself and put this away.
        if path is None or not isValid(self):
            return
        self.loading = LoadView(self._theme, self._workspace, self._preferences, self._jobs, path)
        self.loading.finished.connect(self.show_checklists)
        self._pages.addWidget(self.loading)
        self._show(self.loading)

    def _on_search_asked(self) -> None:
        self.show_audits()
        self.audits.focus_search()

    def _on_lock_asked(self) -> None:
        self._leave_page()
        self.lock_asked.emit()

    def _on_backup_asked(self) -> None:
        self.show_data()
        if self.data is not None:
            self.data.backup.back_up()

    def _on_key_check_asked(self) -> None:
        dialog = KeyCheckDialog(self._theme, self._workspace, self)
        dialog.accepted.connect(self._on_key_checked)
        dialog.open()

    def _on_key_checked(self) -> None:
        self._reminder.clear()
        if self._key_banner is not None:
            self._key_banner.hide()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only in a narrow window."""
        super().resizeEvent(event)
        self._fit()
