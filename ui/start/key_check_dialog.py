# SPDX-License-Identifier: MPL-2.0
"""Check, after the first start was cut short, that the person has the recovery key."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


class KeyCheckDialog(Dialog):
    """Have the recovery key typed; accepted when it is the one of the workspace."""

    def __init__(self, theme: Theme, workspace: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Check your recovery key"), parent)
        self._workspace = workspace
        words = _(
            "Type it from the sheet that you printed or saved at the first start. It cannot be "
            "shown again. If you do not have it, make a new one under Your data."
        )
        self.key = LineField(theme, _("Recovery key"))
        self.add_page(TextLabel(theme, words, "body", "2", wrap=True), self.key)
        self.add_cancel(_("Not now"))
        self.check_button = self.add_button(_("Check"), "primary", is_default=True)
        self.check_button.clicked.connect(self._on_check_clicked)
        self.key.setFocus()

    def _on_check_clicked(self) -> None:
        if self._workspace.opens_with(self.key.text):
            self.accept()
        else:
            self.key.set_error(_("This is not the key of these audits."))
            self.key.setFocus()
