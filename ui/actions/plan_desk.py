# SPDX-License-Identifier: MPL-2.0
"""Open the plan of what the list of actions shows, one at a time."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from auditapp.insight.action_search import ActionFilter
from auditapp.workspace import Workspace
from ui.actions.plan_dialog import PlanDialog
from ui.jobs import Jobs
from ui.outside import Outside
from ui.theme.theme import Theme


class PlanDesk(QObject):
    """Hold the dialog of the plan while it is open."""

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, outside: Outside, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._view = view
        self.dialog: PlanDialog | None = None

    def show(self, wanted: ActionFilter) -> None:
        """Show the plan of the actions that a filter takes."""
        if self.dialog is not None:
            return
        self.dialog = PlanDialog(
            self._theme, self._workspace, self._jobs, self._outside, wanted, self._view
        )
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def stop(self) -> None:
        """Put the dialog away, before the window locks."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_finished(self) -> None:
        self.dialog = None
