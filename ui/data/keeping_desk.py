# SPDX-License-Identifier: MPL-2.0
"""Hold audits, take holds off, and delete audits, each after asking what has to be asked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.listing import AuditRow
from auditapp.model.edits import Author
from auditapp.workspace import Workspace
from ui.data.delete_dialog import DeleteDialog
from ui.data.hold_dialog import HoldDialog
from ui.data.kept_row import KeptRow
from ui.error_dialog import ErrorDialog
from ui.messages import explain
from ui.preferences import Preferences
from ui.theme.theme import Theme


class KeepingDesk(QObject):
    """Serve the rows of a card.

    Signals:
        changed: an audit was held, released or deleted.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, workspace: Workspace, preferences: Preferences, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._view = view
        self.dialog: HoldDialog | DeleteDialog | ErrorDialog | None = None

    def make_row(self, row: AuditRow) -> KeptRow:
        """Return a row whose buttons do what they say."""
        made = KeptRow(self._theme, row)
        made.hold_asked.connect(self._on_hold_asked)
        made.release_asked.connect(self._on_release_asked)
        made.delete_asked.connect(self._on_delete_asked)
        return made

    def _author(self, row: AuditRow) -> Author:
        """Return the person whose window this is; without a name in the settings, the auditor."""
        return self._workspace.author_here(row.auditor)

    def _open(self, dialog: HoldDialog | DeleteDialog | ErrorDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        except AuditAppError as error:
            self._open(ErrorDialog(self._theme, explain(error), self._view))
        self.changed.emit()

    # Slots

    def _on_hold_asked(self, row: AuditRow) -> None:
        dialog = HoldDialog(self._theme, row, self._view)
        dialog.accepted.connect(partial(self._hold, row, dialog))
        self._open(dialog)

    def _hold(self, row: AuditRow, dialog: HoldDialog) -> None:
        self._do(partial(self._workspace.hold_audit, row.id, dialog.reason.text, self._author(row)))

    def _on_release_asked(self, row: AuditRow) -> None:
        self._do(partial(self._workspace.release_audit, row.id, self._author(row)))

    def _on_delete_asked(self, row: AuditRow) -> None:
        dialog = DeleteDialog(self._theme, row, self._view)
        dialog.accepted.connect(partial(self._do, partial(self._workspace.remove_audit, row.id)))
        self._open(dialog)

    def _on_finished(self) -> None:
        self.dialog = None
