# SPDX-License-Identifier: MPL-2.0
"""Hold the pages beside an open audit: audits, a new audit, reports, checklists, the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.audits.audits_view import AuditsView
from ui.audits.new_audit_desk import NewAuditDesk
from ui.checklists.checklist_desk import ChecklistDesk
from ui.commands import CommandId, bind, command
from ui.home_notices import HomeNotices
from ui.home_pages import HomePages
from ui.insights.basket import Basket
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.rail import Rail
from ui.settings.settings_view import SettingsView
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS

if TYPE_CHECKING:
    from ui.audits.new_audit_view import NewAuditView
    from ui.checklists.checklists_view import ChecklistsView
    from ui.checklists.load_view import LoadView
    from ui.checklists.try_out_view import TryOutView
    from ui.data.data_view import DataView
    from ui.insights.insights_view import InsightsView
    from ui.locking.left_place import TryOutPlace
    from ui.reports.reports_view import ReportsView


class HomeView(QWidget):
    """A rail at the left and one page at a time.

    A page has a place in the rail and a method that shows it, which makes it when it is first
    wanted and tells ``HomePages`` what it owes: to keep what is typed, and to end its jobs.

    Signals:
        audit_chosen: the id of the audit to open.
        lock_asked: the window is to be locked; why, if it was not just asked for.
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
        line_chosen: a line behind a figure is to be opened; a ``LineRow``.
    """

    audit_chosen = Signal(str)
    line_chosen = Signal(object)
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
        self._pages = HomePages()
        self._checklists = ChecklistDesk(
            theme, workspace, preferences, jobs, outside=self._outside, pages=self._pages
        )
        self._new_audit = NewAuditDesk(theme, workspace, preferences, jobs, pages=self._pages)
        self.audits = AuditsView(theme, workspace, preferences)
        self.notices = HomeNotices(theme, workspace, preferences, self.audits)
        self.basket = Basket(self)
        self.insights: InsightsView | None = None
        self.reports: ReportsView | None = None
        self.data: DataView | None = None
        self.settings: SettingsView | None = None
        self._build_rail()
        self._build()
        self._connect()
        self.show_audits()
        error = self._new_audit.resume()
        if error is not None:
            self.notices.tell(error)

    def show_audits(self) -> None:
        """Show the list of audits as it is now."""
        self.audits.refresh()
        self.notices.refresh()
        self.audits_button.setChecked(True)
        self._show(self.audits)

    def show_new_audit(self) -> None:
        """Show the front sheet of a new audit; one that was begun is still there."""
        self._new_audit.show_page()

    def show_insights(self) -> None:
        """Show what many audits say together."""
        insights = self._made_insights()
        insights.refresh()
        self.insights_button.setChecked(True)
        self._show(insights)

    def resume_insights(self, sealed: bytes) -> None:
        """Take over what was chosen on the page of insights before the window was locked."""
        self._made_insights().resume(sealed)

    def come_back(self) -> None:
        """Show, after an audit, the lines that it was opened from, else the list of audits."""
        if self.insights is not None and self.page is self.insights:
            self.show_insights()
        else:
            self.show_audits()

    def show_reports(self) -> None:
        """Show the reports that are made of several audits."""
        from ui.reports.reports_view import ReportsView  # noqa: PLC0415 - loads pydantic

        if self.reports is None:
            self.reports = ReportsView(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside,
                basket=self.basket,
            )  # fmt: skip
            self._pages.add_page(
                self.reports, leave=self.reports.settle_now, stop=self.reports.stop
            )
        self.reports.refresh()
        self.reports_button.setChecked(True)
        self._show(self.reports)

    def show_checklists(self) -> None:
        """Show the list of checklists."""
        self.checklists_button.setChecked(True)
        self._checklists.show_list()

    def show_data(self) -> None:
        """Show what looks after the audits as a whole."""
        from ui.data.data_view import DataView  # noqa: PLC0415 - hardly ever needed

        if self.data is None:
            self.data = DataView(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside
            )
            self.data.restore_asked.connect(self.restore_asked)
            self.data.lock_asked.connect(self.lock_asked)
            self.data.keys_changed.connect(self.notices.refresh)
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

    def settle_now(self) -> None:
        """Keep what is typed on all pages, and end their jobs, before the window locks or closes.

        Raises:
            AuditAppError: A new audit that was begun could not be kept.
        """
        self._pages.settle_now()

    def go_to(self, page_name: str) -> None:
        """Show a page by its name; nothing happens with any other name."""
        ways = {
            "audits": self.show_audits,
            "insights": self.show_insights,
            "reports": self.show_reports,
            "checklists": self.show_checklists,
            "data": self.show_data,
            "settings": self.show_settings,
        }
        show = ways.get(page_name)
        if show is not None:
            show()

    def resume_try_out(self, place: "TryOutPlace") -> None:
        """Begin the try-out of a checklist anew, at a step; nothing if it cannot be used now."""
        self.checklists_button.setChecked(True)
        self._checklists.resume_try_out(place)

    @property
    def new_audit(self) -> "NewAuditView | None":
        """The front sheet of a new audit, while one is begun."""
        return self._new_audit.page

    @property
    def checklists(self) -> "ChecklistsView | None":
        """The list of checklists, once it was on show."""
        return self._checklists.listed

    @property
    def try_out(self) -> "TryOutView | None":
        """The try-out on show."""
        return self._checklists.try_out

    @property
    def loading(self) -> "LoadView | None":
        """The file that is being loaded."""
        return self._checklists.loading

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._pages.currentWidget()

    @property
    def page_name(self) -> str:
        """The name of the page on show, for ``go_to``; empty where nobody can go back to it."""
        pages = {
            "insights": self.insights,
            "reports": self.reports,
            "checklists": self.checklists,
            "data": self.data,
            "settings": self.settings,
            "audits": self.audits,
        }
        return next((name for name, page in pages.items() if page is self.page), "")

    # Building

    def _build_rail(self) -> None:
        self._rail = Rail(self._theme)
        self.audits_button = self._rail.add_place("clipboard-list", _("Audits"))
        self.insights_button = self._rail.add_place("chart-column", _("Insights"))
        self.reports_button = self._rail.add_place("file-text", _("Reports"))
        self.checklists_button = self._rail.add_place("list-checks", _("Checklists"))
        self.data_button = self._rail.add_place("archive", _("Your data"))
        self.settings_button = self._rail.add_place("settings", _("Settings"))
        self.lock_button = self._rail.add_command(
            "lock", _("Lock"), command(CommandId.LOCK).shortcut
        )

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
        self.insights_button.clicked.connect(self.show_insights)
        self.reports_button.clicked.connect(self.show_reports)
        self.checklists_button.clicked.connect(self.show_checklists)
        self.data_button.clicked.connect(self.show_data)
        self.settings_button.clicked.connect(self.show_settings)
        self.lock_button.clicked.connect(self._on_lock_asked)
        self._new_audit.wanted.connect(self._on_new_audit_wanted)
        self._new_audit.started.connect(self._on_audit_started)
        self._new_audit.left.connect(self.show_audits)
        self._checklists.wanted.connect(self._show)
        self.notices.backup_asked.connect(self._on_backup_asked)
        self.notices.new_key_asked.connect(self._on_new_key_asked)
        self._theme.changed.connect(self._fit)
        bind(
            self,
            {
                CommandId.NEW_AUDIT: self.show_new_audit,
                CommandId.FIND_AUDIT: self._on_search_asked,
                CommandId.LOCK: self._on_lock_asked,
            },
        )

    # Inside

    def _made_insights(self) -> "InsightsView":
        from ui.insights.insights_view import InsightsView  # noqa: PLC0415 - loads pydantic

        if self.insights is None:
            self.insights = InsightsView(
                self._theme, self._workspace, self._jobs, self._outside, self.basket
            )
            self.insights.line_chosen.connect(self.line_chosen)
            self.insights.report_asked.connect(self._on_report_asked)
            self._pages.add_page(
                self.insights, leave=self.insights.settle_now, stop=self.insights.stop
            )
        return self.insights

    def _show(self, page: QWidget) -> None:
        self._pages.show_page(page)
        # A try-out fills the window as an audit does; and from a file that is being loaded nobody
        # should slip away by the rail: what came of the drafts is told there.
        self._rail.setVisible(not self._pages.is_passing(page))
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._rail.set_compact(self.width() < self._theme.px(BREAK_POINTS["sections"]))

    # Slots

    def _on_new_audit_wanted(self, page: QWidget) -> None:
        self.audits_button.setChecked(True)
        self._show(page)

    def _on_audit_started(self, audit_id: str) -> None:
        self.show_audits()
        self.audit_chosen.emit(audit_id)

    def _on_search_asked(self) -> None:
        self.show_audits()
        self.audits.focus_search()

    def _on_lock_asked(self) -> None:
        self._pages.leave_page()
        self.lock_asked.emit("")

    def _on_report_asked(self) -> None:
        self.show_reports()
        if self.reports is not None:
            self.reports.choose_summary()

    def _on_backup_asked(self) -> None:
        self.show_data()
        if self.data is not None:
            self.data.backup.back_up()

    def _on_new_key_asked(self) -> None:
        self.show_data()
        if self.data is not None:
            self.data.keys.make_recovery_key()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only in a narrow window."""
        super().resizeEvent(event)
        self._fit()
