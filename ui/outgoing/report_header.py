# SPDX-License-Identifier: MPL-2.0
"""The top of the report's view: what it is, and what can be done with it."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.page_heading import PageHeading


class ReportHeader(PageHeading):
    """A heading with a sentence, and the buttons that save, print and open a report."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        """Head what is about one audit, or something with another ``title``."""
        self.save_button = PushButton(theme, _("&Save …"), "primary", "download")
        self.print_button = PushButton(theme, _("&Print …"), "secondary", "printer")
        self.open_button = PushButton(
            theme, _("&Open in the system viewer"), "secondary", "external-link"
        )
        buttons = (self.save_button, self.print_button, self.open_button)
        super().__init__(theme, title or _("Report"), *buttons, parent=parent)

    def allow(self, *, saving: bool, printing: bool, opening: bool) -> None:
        """Enable the buttons for what can be done now."""
        self.save_button.setEnabled(saving)
        self.print_button.setEnabled(printing)
        self.open_button.setEnabled(opening)
        hint = "" if opening else _("Save the report first. It opens from where you saved it.")
        self.open_button.setToolTip(hint)
        self.open_button.setAccessibleDescription(hint)
