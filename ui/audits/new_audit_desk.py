# SPDX-License-Identifier: MPL-2.0
"""Begin a new audit, and go on with one that was begun."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.workspace import Workspace
from ui.audits.new_audit_view import NewAuditView
from ui.home.home_pages import HomePages
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.theme.theme import Theme


class NewAuditDesk(QObject):
    """Make the page of a new audit when it is wanted, and let it go when the audit is started.

    Signals:
        wanted: the page is to be shown; the page.
        started: the audit is there; its id.
        left: the person does not want it after all.
    """

    wanted = Signal(object)
    started = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        pages: HomePages,
    ) -> None:
        """Work for the home whose ``pages`` these are."""
        super().__init__(pages)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._pages = pages
        self.page: NewAuditView | None = None
        pages.dropped.connect(self._on_page_dropped)

    def show_page(self) -> None:
        """Show the front sheet; one that was begun is still there."""
        self.wanted.emit(self._made())

    def resume(self) -> AuditAppError | None:
        """Go on with what was begun before the window was locked or closed, if anything was.

        Return why that could not be read.
        """
        try:
            fields = self._workspace.draft_front()
        except AuditAppError as error:
            return error
        if fields is not None:
            self.show_page()
            self._made().restore(fields)
        return None

    def _made(self) -> NewAuditView:
        if self.page is None:
            view = NewAuditView(self._theme, self._workspace, self._preferences, self._jobs)
            view.started.connect(self._on_started)
            view.cancelled.connect(self._on_cancelled)
            self._pages.add_page(view, leave=view.settle_now, keep=view.keep_now, stop=view.stop)
            self.page = view
        return self.page

    def _drop(self) -> None:
        if self.page is not None:
            self._pages.drop(self.page)

    # Slots

    def _on_started(self, audit_id: str) -> None:
        self.started.emit(audit_id)
        self._drop()

    def _on_cancelled(self) -> None:
        self.left.emit()
        self._drop()

    def _on_page_dropped(self, page: QWidget) -> None:
        if page is self.page:
            self.page = None
