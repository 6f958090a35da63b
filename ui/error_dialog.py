# SPDX-License-Identifier: MPL-2.0
"""Show an error that no view shows in its own place."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.messages import Message, explain
from ui.theme.theme import Theme
from ui.widgets.fields.text_area import TextArea
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class ErrorDialog(Dialog):
    """Say what happened and what to do; show and copy details that hold no words from a case."""

    def __init__(self, theme: Theme, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(theme, message.title, parent)
        self._message = message
        parts: list[QWidget] = [TextLabel(theme, message.text, wrap=True)]
        if message.details:
            self.details = TextArea(theme, _("Details"), min_lines=3, max_lines=8)
            self.details.set_text(message.details)
            self.details.set_read_only(True)
            parts.append(self.details)
            self.copy_button = self.add_button(_("Copy details"))
            self.copy_button.clicked.connect(self._on_copy_clicked)
        self.add_page(*parts)
        close = self.add_button(_("Close"), "primary", is_default=True)
        close.clicked.connect(self.accept)
        close.setFocus()

    def _on_copy_clicked(self) -> None:
        copy_for_use_elsewhere(self._message.details)
        announce(self, _("The details are copied."))


def open_error(theme: Theme, error: BaseException, parent: QWidget) -> ErrorDialog:
    """Show what went wrong over ``parent``; return the dialog, which is open."""
    dialog = ErrorDialog(theme, explain(error), parent)
    dialog.open()
    return dialog
