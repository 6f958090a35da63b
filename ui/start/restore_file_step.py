# SPDX-License-Identifier: MPL-2.0
"""The first step of restoring: which backup, and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from ui.outside import Outside
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.signs.text_label import TextLabel


class RestoreFileStep(QWidget):
    """Ask for the file and for what opens it.

    Signals:
        answered: the path and the passphrase or recovery key.
        back_asked: the person wants to restore nothing.
    """

    answered = Signal(object, str)
    back_asked = Signal()

    def __init__(self, theme: Theme, outside: Outside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outside = outside
        self._path: Path | None = None
        self.file = LineField(theme, _("Backup"))
        self.choose_button = PushButton(theme, _("Choose …"), icon="folder-open")
        self.secret = PassphraseField(theme, _("&Passphrase or recovery key of the backup"))
        self.next_button = PushButton(
            theme, _("Check it"), "primary", "arrow-right", icon_side="right"
        )
        self.back_button = PushButton(theme, _("Back"), "quiet", "arrow-left")
        self._build()
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.next_button.clicked.connect(self._on_next_asked)
        self.secret.line_edit.returnPressed.connect(self._on_next_asked)
        self.secret.text_edited.connect(self._on_text_edited)
        self.back_button.clicked.connect(self.back_asked)
        self.setFocusProxy(self.choose_button)

    def show_wrong(self, words: str) -> None:
        """Say that the passphrase does not open the file."""
        self.secret.set_error(words)
        self.secret.setFocus()
        self.secret.line_edit.selectAll()

    def forget(self) -> None:
        """Forget the passphrase."""
        self.secret.clear()

    def _build(self) -> None:
        theme = self._theme
        words = _(
            "Choose the file of a backup. It opens with the passphrase, or the recovery key, that "
            "was in force when it was made. Nothing is changed before you have seen what is in it."
        )
        self.file.set_read_only(True)
        file = QHBoxLayout()
        file.setSpacing(4)
        file.addWidget(self.file, 1)
        file.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, _("Restore from a backup"), "title", wrap=True))
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addLayout(file)
        column.addWidget(self.secret)
        column.addWidget(button_row(theme, self.next_button, first=self.back_button))

    def _on_choose_clicked(self) -> None:
        path = self._outside.ask_backup_path(self.window())
        if path is None or not isValid(self):
            return
        self._path = path
        self.file.set_text(path.name)
        self.secret.setFocus()

    def _on_text_edited(self) -> None:
        self.secret.set_error(None)

    def _on_next_asked(self) -> None:
        if self._path is None:
            self._on_choose_clicked()
        elif not self.secret.text.strip():
            self.show_wrong(_("Type the passphrase."))
        else:
            self.answered.emit(self._path, self.secret.text)
