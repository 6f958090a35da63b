# SPDX-License-Identifier: MPL-2.0
"""Bring it up that the recovery key was never checked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.start.key_check_dialog import KeyCheckDialog
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner


class KeyNotice(Banner):
    """Ask for the recovery key, or offer a new one; gone as soon as one was typed.

    Signals:
        new_key_asked: the person does not have the key and wants another.
    """

    new_key_asked = Signal()

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "warn",
            _("Your recovery key was never checked"),
            _(
                "The first start was cut short. Type the key from your sheet. If you have none, "
                "make a new one: it takes your passphrase."
            ),
            actions=[("check", _("Check it now")), ("new", _("Make a new one …"))],
            icon="key",
            parent=parent,
        )
        self._workspace = workspace
        self.action_clicked.connect(self._on_action_clicked)

    def refresh(self) -> None:
        """Go away if the key was checked meanwhile, or another one was made."""
        self.setVisible(not self.isHidden() and KeyReminder(self._workspace.paths).is_due)

    def _on_action_clicked(self, key: str) -> None:
        if key == "new":
            self.new_key_asked.emit()
            return
        dialog = KeyCheckDialog(self._theme, self._workspace, self)
        dialog.accepted.connect(self._on_checked)
        dialog.open()

    def _on_checked(self) -> None:
        KeyReminder(self._workspace.paths).clear()
        self.hide()
