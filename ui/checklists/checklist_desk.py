# SPDX-License-Identifier: MPL-2.0
"""List the checklists, try one out, load one: a page of the home each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.sessions.practice import PracticeAudit
from auditapp.workspace import Workspace
from ui.home.home_pages import HomePages
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.checklists.checklists_view import ChecklistsView
    from ui.checklists.load_view import LoadView
    from ui.checklists.try_out_view import TryOutView
    from ui.locking.left_place import TryOutPlace
    from ui.walkthrough.steps import Step


class ChecklistDesk(QObject):
    """Make these pages when they are wanted, for many sessions never look at them.

    Signals:
        wanted: a page is to be shown; the page.
        help_asked: the person wants the guide.
    """

    wanted = Signal(object)
    help_asked = Signal()

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
        self._resuming: Step | None = None
        self.listed: ChecklistsView | None = None
        self.try_out: TryOutView | None = None
        self.loading: LoadView | None = None
        pages.dropped.connect(self._on_page_dropped)

    def show_list(self) -> None:
        """Show the list of checklists."""
        from ui.checklists.checklists_view import ChecklistsView  # noqa: PLC0415 - see the class

        if self.listed is None:
            self.listed = ChecklistsView(self._theme, self._workspace, self._jobs)
            self.listed.try_out_ready.connect(self._on_try_out_ready)
            self.listed.load_asked.connect(self.load)
            self._pages.add_page(self.listed, stop=self.listed.stop)
        self.listed.refresh()
        self.wanted.emit(self.listed)

    def resume_try_out(self, place: "TryOutPlace") -> None:
        """Begin the try-out of a checklist anew, at a step; nothing if it cannot be used now."""
        self.show_list()
        if self.listed is not None:
            self._resuming = place.step
            self.listed.try_out(place.checklist_id, place.version, place.cohorts)

    def load(self) -> None:
        """Ask for a file and show what loading it means."""
        from ui.checklists.load_view import LoadView  # noqa: PLC0415 - see the class

        path = self._outside.ask_checklist_path(self._pages.window())
        # While the dialog was open, the window may have locked itself and put this away.
        if path is None or not isValid(self):
            return
        self.loading = LoadView(
            self._theme, self._workspace, self._preferences, self._jobs, path,
            outside=self._outside,
        )  # fmt: skip
        self.loading.finished.connect(self.show_list)
        self._pages.add_page(self.loading, is_passing=True)
        self.wanted.emit(self.loading)

    # Slots

    def _on_try_out_ready(self, practice: PracticeAudit) -> None:
        # It brings the whole walk, which the list can do without.
        from ui.checklists.try_out_view import TryOutView  # noqa: PLC0415

        # It was read in a thread, and the person may have gone elsewhere meanwhile.
        if self._pages.currentWidget() is not self.listed:
            self._resuming = None
            return
        view = TryOutView(
            self._theme, practice, self._workspace, self._preferences, self._jobs,
            outside=self._outside,
        )  # fmt: skip
        view.left.connect(self.show_list)
        view.help_asked.connect(self.help_asked)
        self.try_out = view
        self._pages.add_page(view, stop=view.end, is_passing=True)
        self.wanted.emit(view)
        step, self._resuming = self._resuming, None
        view.show_step(step or view.start_place())

    def _on_page_dropped(self, page: QWidget) -> None:
        if page is self.try_out:
            self.try_out = None
        elif page is self.loading:
            self.loading = None
