# SPDX-License-Identifier: MPL-2.0
"""Remind of a backup, above the list of audits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.data.backup_words import last_backup_words
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner

_NOW, _LATER = "now", "later"


class BackupReminder(Banner):
    """Shown while a backup is due, and out of sight otherwise.

    Signals:
        backup_asked: the person wants to make one now.
    """

    backup_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, "warn", _("It is time for a backup"),
            actions=[(_NOW, _("Back up now")), (_LATER, _("Not today"))],
            icon="save", parent=parent,
        )  # fmt: skip
        self._workspace = workspace
        self._preferences = preferences
        self.action_clicked.connect(self._on_action_clicked)
        self.refresh()

    def refresh(self) -> None:
        """Show the reminder if a backup is due at this moment."""
        workspace = self._workspace
        is_due = workspace.is_backup_due()
        if is_due:
            last = last_backup_words(workspace.last_backup(), workspace.clock())
            words = _("{last} If this computer fails or is lost, a backup is all that is left.")
            self.set_content("warn", _("It is time for a backup"), words.format(last=last), "save")
        self.setVisible(is_due)

    def _on_action_clicked(self, key: str) -> None:
        if key == _NOW:
            self.backup_asked.emit()
            return
        today = self._workspace.clock().astimezone().date()
        self._preferences.change(backup_quiet_day=today.isoformat())
        self.hide()
