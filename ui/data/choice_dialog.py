# SPDX-License-Identifier: MPL-2.0
"""Ask plainly before something goes out of sight."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class ChoiceDialog(Dialog):
    """Say what a step costs; accepted when the person wants it all the same."""

    def __init__(
        self, theme: Theme, title: str, text: str, do_it: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, parent)
        self.add_page(TextLabel(theme, text, wrap=True))
        self.leave_button = self.add_cancel(_("Leave it as it is"))
        self.leave_button.setDefault(True)
        self.do_button = self.add_button(do_it, "danger")
        self.do_button.clicked.connect(self.accept)
        self.leave_button.setFocus()
