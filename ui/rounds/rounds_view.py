# SPDX-License-Identifier: MPL-2.0
"""The place of the rounds: the list, the steps of one, one at work, its papers and its history."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.judgement.round_row import RoundStage, stage_of
from auditapp.model.ids import RoundId
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from ui.home.place_page import PlacePage
from ui.jobs import Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.rounds.beside_round import BesideRound
from ui.rounds.open_round import OpenRound
from ui.rounds.round_list_view import RoundListView
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.rounds.round_view import RoundView
    from ui.rounds.setup_view import SetupView

_AT_WORK = (RoundStage.UNDERWAY, RoundStage.CLOSED, RoundStage.ALLOCATING)


class RoundsView(QStackedWidget, PlacePage):
    """One page at a time; those of a round are made when they are wanted, and go when it is left.

    Signals:
        audit_chosen: the id of the audit to open.
        send_asked: audits are to be sent; their ids.
    """

    audit_chosen = Signal(str)
    send_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self.listed = RoundListView(theme, workspace)
        self.at_work: RoundView | None = None
        self.beside = BesideRound(theme, preferences, jobs, outside, self)
        self.setup: SetupView | None = None
        self.addWidget(self.listed)
        self.listed.round_chosen.connect(self.open_round)
        self.listed.new_round_asked.connect(self.begin)
        self.beside.wanted.connect(self._show)
        self.beside.left.connect(self._on_beside_left)

    def refresh(self) -> None:
        """Show what there is now."""
        self.beside.refresh()
        if self.at_work is not None:
            self.at_work.refresh()
        elif self.setup is None:
            self.listed.refresh()

    def show_list(self) -> None:
        """Show the list of rounds."""
        self._drop()
        self.listed.notice.hide()
        self.listed.refresh()
        self._show(self.listed)

    def begin(self) -> None:
        """Show the first step of a new round."""
        self._show_setup(None)

    def open_round(self, round_id: str) -> None:
        """Show a round where the work on it goes on: at its cases, or at its next step."""
        opened = self._opened(round_id)
        if opened is None:
            return
        stage = stage_of(opened.whole)
        if stage is RoundStage.ALLOCATING and not opened.whole.auditors:
            self._show_setup(opened, 5)
        elif stage in _AT_WORK:
            self._show_round(opened)
        else:
            places = {RoundStage.LISTING: 1, RoundStage.PLANNING: 3, RoundStage.DRAWING: 4}
            self._show_setup(opened, places[stage])

    def start_next(self, round_id: str) -> None:
        """Show a round at work, and open the audit of its next case, if there is one to be done."""
        self.open_round(round_id)
        if self.at_work is not None:
            self.at_work.start_next()

    def show_papers(self, kind: ReportKind = ReportKind.SAMPLING) -> None:
        """Show a paper of the round at work, in the place of its cases."""
        if self.at_work is not None:
            self.beside.show_papers(self.at_work.open_round, kind)

    def show_history(self) -> None:
        """Show the history of the round at work, in the place of its cases."""
        if self.at_work is not None:
            self.beside.show_history(self.at_work.open_round)

    def settle_now(self) -> None:
        """Take over what is typed."""
        if self.setup is not None:
            self.setup.settle_now()

    def stop(self) -> None:
        """End what is being read or saved, and let the pages of papers go."""
        self.beside.stop()
        if self.setup is not None:
            self.setup.stop()

    def sealed_place(self) -> bytes:
        """Return where somebody is and what is typed, sealed by the key of the workspace."""
        place: dict[str, object] = {"round": self._round_id, **self.beside.place()}
        if self.setup is not None:
            place["setup"] = self.setup.state()
        if self.at_work is not None:
            place["asked"] = self.at_work.typed()
        return self._workspace.seal_words(json.dumps(place))

    def resume(self, sealed: bytes) -> None:
        """Go back to where somebody was before the window was locked."""
        words = self._workspace.unseal_words(sealed)
        if words is None:
            return
        place = json.loads(words)
        opened = self._opened(place["round"]) if place["round"] else None
        if place["round"] and opened is None:
            return
        if "setup" in place:
            self._show_setup(opened)
            if self.setup is not None:
                self.setup.restore(place["setup"])
        elif opened is not None:
            self._show_round(opened).resume(place.get("asked") or {})
            self.beside.resume(place, opened)

    # Inside

    @property
    def _round_id(self) -> str:
        if self.at_work is not None:
            return self.at_work.open_round.whole.id
        opened = None if self.setup is None else self.setup.open_round
        return "" if opened is None else opened.whole.id

    def _opened(self, round_id: str) -> OpenRound | None:
        try:
            return OpenRound(self._workspace, self._preferences, RoundId(round_id))
        except AuditAppError as error:
            message = explain(error)
            self.show_list()
            self.listed.notice.show_message("danger", message.title, message.text)
            return None

    def _show_setup(self, opened: OpenRound | None, place: int = 0) -> None:
        from ui.rounds.setup_view import SetupView  # noqa: PLC0415 - many only look at the list

        self._drop()
        self.setup = SetupView(
            self._theme, self._workspace, self._preferences, self._jobs, self._outside,
            open_round=opened,
        )  # fmt: skip
        if opened is not None:
            opened.setParent(self.setup)
        self.setup.begun.connect(self._on_begun)
        self.setup.finished.connect(self._on_finished)
        self.addWidget(self.setup)
        self.setup.show_step(place)
        self._show(self.setup)

    def _show_round(self, opened: OpenRound) -> "RoundView":
        from ui.rounds.round_view import RoundView  # noqa: PLC0415 - as above

        self._drop()
        self.at_work = RoundView(self._theme, self._preferences, open_round=opened)
        opened.setParent(self.at_work)
        self.at_work.audit_chosen.connect(self.audit_chosen)
        self.at_work.send_asked.connect(self.send_asked)
        self.at_work.left.connect(self.show_list)
        self.at_work.removed.connect(self._on_removed)
        self.at_work.header.setup_asked.connect(self._on_setup_asked)
        self.at_work.header.papers_asked.connect(self.show_papers)
        self.at_work.header.history_asked.connect(self.show_history)
        self.addWidget(self.at_work)
        self._show(self.at_work)
        return self.at_work

    def _drop(self) -> None:
        """Put the pages of a round away."""
        self.beside.drop()
        self.stop()
        for page in (self.setup, self.at_work):
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()
        self.setup = self.at_work = None

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # Slots

    def _on_begun(self, round_id: str) -> None:
        opened = self._opened(round_id)
        if opened is not None:
            self._show_setup(opened, 1)

    def _on_finished(self, round_id: str) -> None:
        opened = self._opened(round_id) if round_id else None
        if opened is not None and opened.whole.draw is not None:
            self._show_round(opened)
        elif opened is not None or not round_id:
            self.show_list()
            if round_id:
                self.listed.table.choose(round_id)

    def _on_setup_asked(self) -> None:
        opened = self._opened(self._round_id)
        if opened is not None:
            self._show_setup(opened, 0)

    def _on_beside_left(self) -> None:
        self.beside.drop()
        if self.at_work is not None:
            self._show(self.at_work)

    def _on_removed(self) -> None:
        self.show_list()
        self.listed.notice.show_message("ok", _("The round is deleted. Its audits stay."))

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on."""
        super().focusInEvent(event)
        page = self.currentWidget()
        if page is not None:
            page.setFocus(event.reason())
