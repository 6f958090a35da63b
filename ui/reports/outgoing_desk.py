# SPDX-License-Identifier: MPL-2.0
"""Look through the chosen audits before reports of them go out, and ask once for all of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.i18n import _
from auditapp.operations.outgoing import Outgoing
from auditapp.workspace import Workspace
from ui.jobs import Job
from ui.outgoing.report_desk import ReportDesk
from ui.reports.outgoing_dialog import OutgoingDialog
from ui.theme.theme import Theme


class OutgoingDesk(QObject):
    """Stand between a button and the reports that leave by it. It stops nobody who goes on."""

    def __init__(self, theme: Theme, workspace: Workspace, desk: ReportDesk, view: QWidget) -> None:
        """Work at ``desk``, and for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._desk = desk
        self._view = view
        self._found: Outgoing | None = None
        self._words = ""
        self._go_on: Callable[[], object] | None = None
        self.dialog: OutgoingDialog | None = None

    def pass_on(
        self,
        wanted: ReportAcross,
        copy: ReportCopy,
        words: str,
        go_on: Callable[[], object],
        *,
        is_each: bool = False,
    ) -> None:
        """Look away from the window, then do ``go_on``.

        If anything is to be known before, it is done when the person presses the button with
        ``words``.
        """
        self._found, self._words, self._go_on = None, words, go_on
        job = self._desk.start(
            partial(_look_over, self._workspace, wanted, copy, is_each),
            _("Looking for personal details …"),
            _("Stopped. Nothing went out."),
            self._on_looked,
        )
        job.finished.connect(self._on_finished)

    # Slots

    def _on_looked(self, outgoing: Outgoing) -> None:
        self._found = outgoing

    def _on_finished(self) -> None:
        """Go on once the desk is free for it."""
        found, go_on = self._found, self._go_on
        self._found = self._go_on = None
        if found is None or go_on is None:
            return  # it was stopped, or could not be done; the desk has said so
        if found.is_plain:
            go_on()
            return
        self.dialog = OutgoingDialog(self._theme, found, self._words, self._view)
        self.dialog.accepted.connect(go_on)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None


def _look_over(
    workspace: Workspace, wanted: ReportAcross, copy: ReportCopy, is_each: bool, job: Job
) -> Outgoing:
    """Work away from the window: no widget is touched here."""
    return workspace.look_over(
        wanted,
        is_each=is_each,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
