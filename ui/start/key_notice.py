# SPDX-License-Identifier: MPL-2.0
"""Bring it up that the recovery key was never checked."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.start.key_check_dialog import KeyCheckDialog
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.widgets.banner import Banner


class KeyNotice(Banner):
    """Ask for the recovery key; gone as soon as it was typed."""

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "warn",
            _("Your recovery key was never checked"),
            _("The first start was cut short. Make sure that you have the key on paper."),
            actions=[("check", _("Check it now"))],
            icon="key",
            parent=parent,
        )
        self._workspace = workspace
        self.action_clicked.connect(self._on_check_asked)

    def refresh(self) -> None:
        """Go away if the key was checked meanwhile, or another one was made."""
        self.setVisible(not self.isHidden() and KeyReminder(self._workspace.paths).is_due)

    def _on_check_asked(self) -> None:
        dialog = KeyCheckDialog(self._theme, self._workspace, self)
        dialog.accepted.connect(self._on_checked)
        dialog.open()

    def _on_checked(self) -> None:
        KeyReminder(self._workspace.paths).clear()
        self.hide()
