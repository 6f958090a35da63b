# SPDX-License-Identifier: MPL-2.0
"""Show what was signed off before an amendment."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.open_audit import OpenAudit
from ui.review.version_dialog import VersionDialog
from ui.theme.theme import Theme


class VersionDesk(QObject):
    """Open the dialog with a signed version of an audit, one at a time."""

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, open_audit: OpenAudit, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._open_audit = open_audit
        self._view = view
        self.dialog: VersionDialog | None = None

    def show(self, number: int) -> None:
        """Show the version of that number."""
        self.dialog = VersionDialog(
            self._theme, self._workspace, self._jobs, self._open_audit.audit, number, self._view
        )
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def close(self) -> None:
        """Put the dialog away, if it is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_finished(self) -> None:
        self.dialog = None
