# SPDX-License-Identifier: MPL-2.0
"""Do with the open audit what other people or other audits are part of."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.change import Change
from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.error_dialog import open_error
from ui.exchange.difference_strip import DifferenceStrip
from ui.exchange.differences_dialog import DifferencesDialog
from ui.exchange.send_desk import SendDesk
from ui.jobs import Jobs
from ui.moderation.again_dialog import AgainDialog
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce


class LinkDesk(QObject):
    """Send the audit, settle its differences, and start a later audit of its case.

    Signals:
        started: a later audit is there, to be opened; its id.
    """

    started = Signal(str)

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._theme = theme
        self._open_audit = open_audit
        self._workspace = workspace
        self._view = view
        self.sending = SendDesk(theme, workspace, jobs, outside, view)
        self.strip = DifferenceStrip(theme)
        self.strip.show_audit(open_audit.audit)
        self.differences: DifferencesDialog | None = None
        self.again: AgainDialog | None = None
        self.strip.settle_asked.connect(self.settle)
        open_audit.changed.connect(self._on_changed)

    def send(self) -> None:
        """Ask what the audit is sent for, once all of it is saved."""
        if self._is_saved():
            self.sending.ask([self._open_audit.audit.id])

    def settle(self) -> None:
        """Ask for each line that has two versions which one stands."""
        if self.differences is not None or not self._is_saved():
            return
        found = self._workspace.differences(self._open_audit.audit.id)
        name = self._workspace.settings().auditor
        self.differences = DifferencesDialog(self._theme, self._open_audit, found, name, self._view)
        self.differences.accepted.connect(self._on_all_settled)
        self.differences.finished.connect(self._on_differences_closed)
        self.differences.open()

    def audit_again(self) -> None:
        """Ask who audits the case again, and on which versions."""
        if self.again is not None:
            return
        self.again = AgainDialog(self._theme, self._workspace, self._open_audit.audit, self._view)
        self.again.started.connect(self.started)
        self.again.finished.connect(self._on_again_closed)
        self.again.open()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed into the dialog that is open; None where none is."""
        if self.again is not None:
            return {"again": self.again.typed()}
        sending = self.sending.typed()
        if sending is not None:
            return {"sending": sending}
        if self.differences is not None:
            return {"differences": self.differences.name.text}
        return None

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before."""
        if "sending" in typed:
            self.sending.resume(typed["sending"])
        elif "again" in typed:
            self.audit_again()
            if self.again is not None:
                self.again.show_typed(typed["again"])
        elif self.strip.isVisibleTo(self._view):
            self.settle()
            if self.differences is not None:
                self.differences.name.set_text(typed["differences"])

    def _is_saved(self) -> bool:
        try:
            self._open_audit.flush()
        except AuditAppError as error:
            open_error(self._theme, error, self._view)
            return False
        return True

    # Slots

    def _on_changed(self, change: Change, initiator: object) -> None:
        del initiator
        self.strip.show_audit(change.audit)

    def _on_all_settled(self) -> None:
        announce(self._view, _("Every line is settled."))

    def _on_differences_closed(self) -> None:
        self.differences = None

    def _on_again_closed(self) -> None:
        self.again = None
