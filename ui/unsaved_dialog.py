# SPDX-License-Identifier: MPL-2.0
"""Ask what to do with words that cannot be saved, when the audit is to be left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.messages import Message
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class UnsavedDialog(Dialog):
    """Say why nothing can be saved; offer to stay, to copy the words, or to go without them.

    Signals:
        abandoned: the person wants to go on without what is not saved.
    """

    abandoned = Signal()

    def __init__(
        self, theme: Theme, message: Message, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, message.title, parent)
        self._words = words
        choice = _(
            "What was shown as saved is safe. What you changed since then is not. You can stay and "
            "put things right, or leave without it. Copy your words first, and keep them somewhere "
            "safe."
        )
        self.add_page(
            TextLabel(theme, message.text, wrap=True),
            TextLabel(theme, choice, "body", "2", wrap=True),
        )
        self.leave_button = self.add_button(_("Leave without saving"), "danger")
        self.leave_button.clicked.connect(self._on_leave_clicked)
        self.copy_button = self.add_button(_("Copy the words"))
        self.copy_button.setEnabled(bool(words))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.stay_button = self.add_button(_("Stay here"), "primary", is_default=True)
        self.stay_button.clicked.connect(self.reject)

    def _on_copy_clicked(self) -> None:
        copy_for_use_elsewhere(self._words)
        announce(self, _("Copied"))

    def _on_leave_clicked(self) -> None:
        self.accept()
        self.abandoned.emit()
