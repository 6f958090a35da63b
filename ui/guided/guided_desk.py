# SPDX-License-Identifier: MPL-2.0
"""Begin the guided start, and put it away when it is left."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.sessions.practice import PracticeAudit
from auditapp.workspace import Workspace
from ui.home.home_pages import HomePages
from ui.jobs import Job, Jobs
from ui.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.guided.guided_view import GuidedView


class GuidedDesk(QObject):
    """Hold the guided start while it lasts.

    Signals:
        wanted: its page is to be shown; the page.
        left: the person goes back to the list of audits.
        failed: it could not be begun; the exception.
        help_asked: the person wants the guide.
    """

    wanted = Signal(object)
    left = Signal()
    failed = Signal(object)
    help_asked = Signal()

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
        self._opening: Job | None = None
        self._from: QWidget | None = None
        self.view: GuidedView | None = None
        pages.dropped.connect(self._on_page_dropped)

    def begin(self) -> None:
        """Read the checklist, then show the first note; nothing if it is under way already."""
        if self._opening is None and self.view is None:
            self._preferences.change(is_shown_round=True)
            self._from = self._pages.currentWidget()
            self._opening = self._jobs.start(
                partial(_practise, self._workspace),
                succeeded=self._on_ready,
                failed=self._on_failed,
            )

    # Slots

    def _on_ready(self, practice: PracticeAudit) -> None:
        # It brings the whole walk, which the list of audits can do without.
        from ui.guided.guided_view import GuidedView  # noqa: PLC0415

        self._opening = None
        if self._pages.currentWidget() is not self._from:
            return  # the person has gone elsewhere meanwhile
        view = GuidedView(self._theme, practice, self._workspace, self._preferences, self._jobs)
        view.left.connect(self.left)
        view.help_asked.connect(self.help_asked)
        self.view = view
        self._pages.add_page(view, stop=view.end, is_passing=True)
        self.wanted.emit(view)
        view.begin()

    def _on_failed(self, error: BaseException) -> None:
        self._opening = None
        self.failed.emit(error)

    def _on_page_dropped(self, page: QWidget) -> None:
        if page is self.view:
            self.view = None


def _practise(workspace: Workspace, _job: Job) -> PracticeAudit:
    """Return the invented audit, without answers. Runs in a thread."""
    from ui.audits.front_defaults import default_front  # noqa: PLC0415 - see GuidedDesk
    from ui.guided.invented import CHECKLIST, COHORTS  # noqa: PLC0415 - see GuidedDesk

    library = workspace.library
    header = library.header(CHECKLIST, library.newest(CHECKLIST))
    today = workspace.clock().astimezone().date()
    front = default_front(workspace.settings(), today)
    invented = {"case_reference": _("Example"), "cohorts": COHORTS}
    return workspace.practise(header, front.model_copy(update=invented))
