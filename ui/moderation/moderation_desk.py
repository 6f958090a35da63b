# SPDX-License-Identifier: MPL-2.0
"""Make the pages of moderation when they are wanted: the list, a pair, and what is received."""

import json

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.model.ids import AuditId
from auditapp.operations.linked import LinkedRow
from auditapp.workspace import Workspace
from ui.exchange.receive_view import ReceiveView
from ui.home.home_pages import HomePages
from ui.jobs import Jobs
from ui.moderation.agree_dialog import AgreeDialog, AgreeWords
from ui.moderation.comparison_view import ComparisonView
from ui.moderation.moderation_view import ModerationView
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme


class ModerationDesk(QObject):
    """Hold those pages of a home.

    Signals:
        wanted: a page is to be shown; the page.
        audit_chosen: the id of an audit to open.
        report_asked: a report is to be shown; the ``ReportOfOne``.
        left: the person wants to be back at the list of audits.
    """

    wanted = Signal(object)
    audit_chosen = Signal(str)
    report_asked = Signal(object)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside,
        pages: HomePages,
    ) -> None:
        """Work for the home whose ``pages`` these are."""
        super().__init__(pages)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._pages = pages
        self.listed: ModerationView | None = None
        self.received: ReceiveView | None = None
        self.compared: ComparisonView | None = None

    def show_list(self) -> None:
        """Show every second reading and later audit, and how far the readings agree."""
        if self.listed is None:
            view = ModerationView(self._theme, self._workspace, self._preferences, self._jobs)
            view.pair_chosen.connect(self._on_pair_chosen)
            view.audit_chosen.connect(self.audit_chosen)
            view.receive_asked.connect(self.show_receive)
            view.left.connect(self.left)
            settle = view.settle_now
            self._pages.add_page(view, leave=settle, keep=settle, stop=view.stop)
            self.listed = view
        self.listed.refresh()
        self.wanted.emit(self.listed)

    def show_receive(self) -> None:
        """Show where a package is taken in."""
        if self.received is None:
            view = ReceiveView(self._theme, self._workspace, self._jobs, self._outside)
            view.audit_chosen.connect(self.audit_chosen)
            view.left.connect(self.left)
            self._pages.add_page(view, stop=view.stop)
            self.received = view
        self.wanted.emit(self.received)

    def show_pair(self, second_id: AuditId, *, is_moderation: bool) -> None:
        """Lay an audit beside the one that its links name."""
        if self.compared is not None:
            self._pages.drop(self.compared)
        view = ComparisonView(
            self._theme, self._workspace, self._jobs, second_id, is_moderation=is_moderation
        )
        view.audit_chosen.connect(self.audit_chosen)
        view.report_asked.connect(self.report_asked)
        view.left.connect(self.show_list)
        self._pages.add_page(view, stop=view.stop)
        self.compared = view
        view.refresh()
        self.wanted.emit(view)

    def sealed_place(self, page: QWidget | None) -> bytes | None:
        """Return what is shown of a pair, with what is typed, sealed; None on any other page."""
        view = self.compared
        if view is None or view is not page:
            return None
        dialog = view.dialog
        words = (dialog.key, dialog.words) if isinstance(dialog, AgreeDialog) else None
        place = {"second": view.second_id, "mod": view.is_moderation, "words": words}
        return self._workspace.seal_words(json.dumps(place))

    def resume(self, sealed: bytes) -> None:
        """Show the pair that was on show before the window was locked, with what was typed."""
        text = self._workspace.unseal_words(sealed)
        if text is None:
            return
        place = json.loads(text)
        self.show_pair(AuditId(place["second"]), is_moderation=place["mod"])
        if place["words"] and self.compared is not None:
            key, words = place["words"]
            self.compared.agree_when_read(key, AgreeWords(*words))

    def _on_pair_chosen(self, linked: LinkedRow) -> None:
        self.show_pair(linked.second.id, is_moderation=linked.is_moderation)
