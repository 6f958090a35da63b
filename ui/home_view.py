# SPDX-License-Identifier: MPL-2.0
"""Hold the pages beside an open audit: audits, actions, rounds, reports, checklists and others."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.exchange import Purpose
from auditapp.model.ids import AuditId, RecordId
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
    from ui.actions.actions_view import ActionsView
    from ui.audits.new_audit_view import NewAuditView
    from ui.checklists.checklists_view import ChecklistsView
    from ui.checklists.load_view import LoadView
    from ui.checklists.try_out_view import TryOutView
    from ui.data.data_view import DataView
    from ui.exchange.send_desk import SendDesk
    from ui.insights.insights_view import InsightsView
    from ui.locking.left_place import TryOutPlace
    from ui.moderation.moderation_desk import ModerationDesk
    from ui.reports.reports_view import ReportsView
    from ui.rounds.rounds_view import RoundsView


class HomeView(QWidget):
    """A rail at the left and one page at a time.

    A page has a place in the rail and a method that shows it, which makes it when it is first
    wanted and tells ``HomePages`` what it owes: to keep what is typed, and to end its jobs.

    Signals:
        audit_chosen: the id of the audit to open.
        step_chosen: an audit is to be opened at a step; its id and the ``Step``.
        lock_asked: the window is to be locked; why, if it was not just asked for.
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
        report_asked: a report of an audit is to be shown; the ``ReportOfOne``.
        line_chosen: a line behind a figure is to be opened; a ``LineRow``.
    """

    audit_chosen = Signal(str)
    step_chosen = Signal(str, object)
    line_chosen = Signal(object)
    lock_asked = Signal(str)
    restore_asked = Signal(object)
    report_asked = Signal(object)

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
        self.actions_view: ActionsView | None = None
        self.rounds: RoundsView | None = None
        self.moderation: ModerationDesk | None = None
        self._sending: SendDesk | None = None
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

    def show_actions(self) -> None:
        """Show what all audits ask for, and the registers."""
        from ui.actions.actions_view import ActionsView  # noqa: PLC0415 - loads pydantic

        if self.actions_view is None:
            view = ActionsView(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside
            )
            view.audit_asked.connect(self.step_chosen)
            self._pages.add_page(view, leave=view.settle_now, stop=view.stop)
            self.actions_view = view
        self.actions_view.refresh()
        self.actions_button.setChecked(True)
        self._show(self.actions_view)

    def show_rounds(self) -> None:
        """Show the rounds: their list, or the one that was left open."""
        from ui.rounds.rounds_view import RoundsView  # noqa: PLC0415 - loads pydantic

        if self.rounds is None:
            self.rounds = RoundsView(
                self._theme, self._workspace, self._preferences, self._jobs, self._outside
            )
            self.rounds.audit_chosen.connect(self.audit_chosen)
            settle = self.rounds.settle_now
            self._pages.add_page(self.rounds, leave=settle, keep=settle, stop=self.rounds.stop)
        self.rounds.refresh()
        self.rounds_button.setChecked(True)
        self._show(self.rounds)

    def start_next_case(self, round_id: str) -> None:
        """Show a round, and open the audit of its next case, if there is one to be done."""
        self.show_rounds()
        if self.rounds is not None:
            self.rounds.start_next(round_id)

    def show_action(self, audit_id: AuditId, action_id: RecordId) -> None:
        """Show one action among what all audits ask for."""
        self.show_actions()
        if self.actions_view is not None:
            self.actions_view.show_action(audit_id, action_id)

    def show_after_audit(self) -> None:
        """Show the page that an audit was opened from, as it is now."""
        if self.page is not None and self.page is self.actions_view:
            self.show_actions()
        elif self.page is not None and self.page is self.rounds:
            self.show_rounds()
        elif self.page is not None and self.page is self.insights:
            self.show_insights()
        else:
            self.show_audits()

    def show_receive(self) -> None:
        """Show where audits are taken in that somebody sent."""
        self._moderation().show_receive()

    def show_moderation(self) -> None:
        """Show second readings and later audits, and how far the readings agree."""
        self._moderation().show_list()

    def show_pair(self, second_id: AuditId, *, is_moderation: bool) -> None:
        """Lay a second reading, or a later audit, beside the first."""
        self._moderation().show_pair(second_id, is_moderation=is_moderation)

    def send(self, audit_ids: Sequence[AuditId], purpose: Purpose | None = None) -> None:
        """Ask what audits are sent for, and send them; ``purpose`` where that is settled."""
        from ui.exchange.send_desk import SendDesk  # noqa: PLC0415 - most never send

        if self._sending is None:
            self._sending = SendDesk(self._theme, self._workspace, self._jobs, self._outside, self)
        self._sending.ask(audit_ids, purpose)

    def show_insights(self) -> None:
        """Show what many audits say together."""
        insights = self._made_insights()
        insights.refresh()
        self.insights_button.setChecked(True)
        self._show(insights)

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
            "actions": self.show_actions,
            "rounds": self.show_rounds,
            "moderation": self.show_moderation,
            "receive": self.show_receive,
            "insights": self.show_insights,
            "reports": self.show_reports,
            "checklists": self.show_checklists,
            "data": self.show_data,
            "settings": self.show_settings,
        }
        show = ways.get(page_name)
        if show is not None:
            show()

    def resume_pair(self, sealed: bytes) -> None:
        """Lay the two audits side by side that were on show before the window was locked."""
        self._moderation().resume(sealed)

    def sealed_pages(self) -> dict[str, bytes]:
        """Return what is chosen and typed on the pages made so far, sealed, by their names."""
        sealed = {
            "actions": self.actions_view and self.actions_view.sealed_words(),
            "rounds": self.rounds and self.rounds.sealed_place(),
            "insights": self.insights and self.insights.sealed_choices(),
            "reports": self.reports and self.reports.sealed_choices(),
        }
        return {name: words for name, words in sealed.items() if words}

    def resume_pages(self, sealed: Mapping[str, bytes]) -> None:
        """Show on the pages that are made what was chosen and typed before the window locked.

        The figures chosen on the page of insights may be wanted on another page.
        """
        if "insights" in sealed:
            self._made_insights().resume(sealed["insights"])
        pages = {"actions": self.actions_view, "rounds": self.rounds, "reports": self.reports}
        for name, page in pages.items():
            if page is not None and name in sealed:
                page.resume(sealed[name])

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
            "actions": self.actions_view,
            "rounds": self.rounds,
            "insights": self.insights,
            "reports": self.reports,
            "checklists": self.checklists,
            "data": self.data,
            "settings": self.settings,
            "audits": self.audits,
            "moderation": self.moderation and self.moderation.listed,
            "receive": self.moderation and self.moderation.received,
        }
        return next((name for name, page in pages.items() if page is self.page), "")

    # Building

    def _build_rail(self) -> None:
        self._rail = Rail(self._theme)
        self.audits_button = self._rail.add_place("clipboard-list", _("Audits"))
        self.actions_button = self._rail.add_place("flag", _("Actions"))
        self.rounds_button = self._rail.add_place("layers", _("Rounds"))
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
        self.audits.send_asked.connect(self.send)
        self.audits.receive_asked.connect(self.show_receive)
        self.audits.moderation_asked.connect(self.show_moderation)
        self.audits_button.clicked.connect(self.show_audits)
        self.actions_button.clicked.connect(self.show_actions)
        self.rounds_button.clicked.connect(self.show_rounds)
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

    def _moderation(self) -> "ModerationDesk":
        from ui.moderation.moderation_desk import ModerationDesk  # noqa: PLC0415 - as reports

        if self.moderation is None:
            desk = ModerationDesk(
                self._theme, self._workspace, self._preferences, self._jobs,
                outside=self._outside, pages=self._pages,
            )  # fmt: skip
            desk.wanted.connect(self._on_moderation_wanted)
            desk.audit_chosen.connect(self.audit_chosen)
            desk.report_asked.connect(self.report_asked)
            desk.left.connect(self.show_audits)
            self.moderation = desk
        return self.moderation

    def _made_insights(self) -> "InsightsView":
        from ui.insights.insights_view import InsightsView  # noqa: PLC0415 - loads pydantic

        if self.insights is None:
            self.insights = InsightsView(
                self._theme, self._workspace, self._jobs, self._outside, self.basket
            )
            self.insights.line_chosen.connect(self.line_chosen)
            self.insights.report_asked.connect(self._on_report_asked)
            self.insights.moderation_asked.connect(self.show_moderation)
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

    def _on_moderation_wanted(self, page: QWidget) -> None:
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
