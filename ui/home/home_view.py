# SPDX-License-Identifier: MPL-2.0
"""Hold the pages beside an open audit: audits, actions, rounds, reports, checklists and others."""

from collections.abc import Sequence
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
from ui.guided.guided_desk import GuidedDesk
from ui.help.chapters import Place
from ui.home.home_commands import HomeCommands
from ui.home.home_notices import HomeNotices
from ui.home.home_pages import HomePages
from ui.home.late_desks import LateDesks
from ui.home.on_show import help_place, page_name, ways_back
from ui.home.places import HomeTools, Places
from ui.home.rail import Rail
from ui.jobs import Jobs
from ui.keys.commands import CommandId
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS

if TYPE_CHECKING:
    from ui.audits.new_audit_view import NewAuditView
    from ui.checklists.checklists_view import ChecklistsView
    from ui.checklists.load_view import LoadView
    from ui.checklists.try_out_view import TryOutView
    from ui.locking.left_place import TryOutPlace
    from ui.moderation.moderation_desk import ModerationDesk


class HomeView(QWidget):
    """A rail at the left and one page at a time.

    What has a place in the rail is in ``Places``. Here are the pages that come and go beside them:
    a new audit, a try-out, a checklist that is loaded, and what is sent, received and compared.

    Signals:
        audit_chosen: the id of the audit to open.
        step_chosen: an audit is to be opened at a step; its id and the ``Step``.
        lock_asked: the window is to be locked; why, if it was not just asked for.
        restore_asked: the whole of a backup is to be restored; an `OpenedBackup`.
        report_asked: a report of an audit is to be shown; the ``ReportOfOne``.
        help_asked: the guide is wanted.
        line_chosen: a line behind a figure is to be opened; a ``LineRow``.
    """

    audit_chosen = Signal(str)
    step_chosen = Signal(str, object)
    line_chosen = Signal(object)
    help_asked = Signal()
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
        self.guided = GuidedDesk(theme, workspace, preferences, jobs, pages=self._pages)
        self.audits = AuditsView(theme, workspace, preferences)
        self.notices = HomeNotices(theme, workspace, preferences, self.audits)
        self._rail = Rail(theme)
        tools = HomeTools(theme, workspace, preferences, jobs, self._outside)
        self.places = Places(self, tools, self._pages, self._rail, self._show)
        self.late = LateDesks(self, tools, self._pages)
        add = self._rail.add_command
        self.help_button = add("book-open", _("Help"), CommandId.HELP)
        self.lock_button = add("lock", _("Lock"), CommandId.LOCK)
        self._build()
        self._connect()
        self.commands = HomeCommands(self, self._rail, theme, workspace)
        self.show_audits()
        error = self._new_audit.resume()
        if error is not None:
            self.notices.tell(error)

    def ask_to_lock(self) -> None:
        """Ask for the window to be locked, and keep what is typed on the page on show."""
        self._pages.leave_page()
        self.lock_asked.emit("")

    def find_audit(self) -> None:
        """Show the list of audits, to search in it."""
        self.show_audits()
        self.audits.focus_search()

    def show_audits(self) -> None:
        """Show the list of audits as it is now."""
        self.audits.refresh()
        self.notices.refresh()
        self.places.audits_button.setChecked(True)
        self._show(self.audits)

    def show_under_audits(self, page: QWidget) -> None:
        """Show a page that belongs to the list of audits."""
        self.places.audits_button.setChecked(True)
        self._show(page)

    def show_new_audit(self) -> None:
        """Show the front sheet of a new audit; one that was begun is still there."""
        self._new_audit.show_page()

    def start_next_case(self, round_id: str) -> None:
        """Show a round, and open the audit of its next case, if there is one to be done."""
        self.places.rounds.show()
        self.places.rounds.made().start_next(round_id)

    def show_action(self, audit_id: AuditId, action_id: RecordId) -> None:
        """Show one action among what all audits ask for."""
        self.places.actions.show()
        self.places.actions.made().show_action(audit_id, action_id)

    def show_after_audit(self) -> None:
        """Show the page that an audit was opened from, as it is now."""
        if self.places.on_show is not None:
            self.places.on_show.show()
        else:
            self.show_audits()

    def show_receive(self) -> None:
        """Show where audits are taken in that somebody sent."""
        self.late.made_moderation().show_receive()

    def show_moderation(self) -> None:
        """Show second readings and later audits, and how far the readings agree."""
        self.late.made_moderation().show_list()

    def show_pair(self, second_id: AuditId, *, is_moderation: bool) -> None:
        """Lay a second reading, or a later audit, beside the first."""
        self.late.made_moderation().show_pair(second_id, is_moderation=is_moderation)

    def send(self, audit_ids: Sequence[AuditId], purpose: Purpose | None = None) -> None:
        """Ask what audits are sent for, and send them; ``purpose`` where that is settled."""
        self.late.made_sending().ask(audit_ids, purpose)

    def show_checklists(self) -> None:
        """Show the list of checklists."""
        self.places.checklists_button.setChecked(True)
        self._checklists.show_list()

    def settle_now(self) -> None:
        """Keep what is typed on all pages, and end their jobs, before the window locks or closes.

        Raises:
            AuditAppError: A new audit that was begun could not be kept.
        """
        self._pages.settle_now()

    def go_to(self, page_name: str) -> None:
        """Show a page by its name; nothing happens with any other name."""
        show = ways_back(self).get(page_name)
        if show is not None:
            show()

    def resume_pair(self, sealed: bytes) -> None:
        """Lay the two audits side by side that were on show before the window was locked."""
        self.late.made_moderation().resume(sealed)

    def resume_try_out(self, place: "TryOutPlace") -> None:
        """Begin the try-out of a checklist anew, at a step; nothing if it cannot be used now."""
        self.places.checklists_button.setChecked(True)
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
    def moderation(self) -> "ModerationDesk | None":
        """What shows pairs of audits, once it was wanted."""
        return self.late.moderation

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._pages.currentWidget()

    @property
    def page_name(self) -> str:
        """The name of the page on show, for ``go_to``; empty where nobody can go back to it."""
        return page_name(self)

    @property
    def help_place(self) -> Place:
        """Where in the guide it says what to do on the page on show."""
        return help_place(self)

    @property
    def can_be_shown_round(self) -> bool:
        """Whether the page on show may be left for the guided start."""
        return self.page is not None and not self._pages.is_passing(self.page)

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
        self.audits.send_asked.connect(self.send)
        self.audits.receive_asked.connect(self.show_receive)
        self.audits.moderation_asked.connect(self.show_moderation)
        self.places.audits_button.clicked.connect(self.show_audits)
        self.places.checklists_button.clicked.connect(self.show_checklists)
        self.lock_button.clicked.connect(self.ask_to_lock)
        self.help_button.clicked.connect(self.help_asked)
        self._new_audit.wanted.connect(self.show_under_audits)
        self._new_audit.started.connect(self._on_audit_started)
        self._new_audit.left.connect(self.show_audits)
        self._checklists.wanted.connect(self._show)
        self.guided.wanted.connect(self.show_under_audits)
        self.guided.left.connect(self.show_audits)
        self.guided.failed.connect(self.notices.tell)
        for passing in (self._checklists, self.guided):
            passing.help_asked.connect(self.help_asked)
        self.notices.guided_start_asked.connect(self.guided.begin)
        self.notices.backup_asked.connect(self.places.back_up)
        self.notices.new_key_asked.connect(self.places.make_recovery_key)
        self.notices.audit_chosen.connect(self.audit_chosen)
        self._theme.changed.connect(self._fit)

    # Inside

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

    def _on_audit_started(self, audit_id: str) -> None:
        self.show_audits()
        self.audit_chosen.emit(audit_id)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only in a narrow window."""
        super().resizeEvent(event)
        self._fit()
