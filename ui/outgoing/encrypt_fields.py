# SPDX-License-Identifier: MPL-2.0
"""Ask whether a PDF is to be encrypted, and for its password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.start.new_passphrase import NewPassphrase
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.signs.text_label import TextLabel


class EncryptFields(QWidget):
    """A box to tick and, once it is ticked, the password, twice.

    Signals:
        opened: the password is asked for now.
    """

    opened = Signal()

    def __init__(self, theme: Theme, own_name: str, parent: QWidget | None = None) -> None:
        """Ask a person of ``own_name``, which is no password."""
        super().__init__(parent)
        words = _(
            "Nobody can open the file without it, and it is kept nowhere: write it down, and tell "
            "it to the reader by another way than the file."
        )
        self.box = CheckBox(theme, _("&Encrypt the PDF with a password"))
        self.words = TextLabel(theme, words, "small", "2", wrap=True)
        self.password = NewPassphrase(theme, _("Password"), _("Password again"))
        self.password.set_own_names(own_name, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        for part in (self.box, self.words, self.password):
            column.addWidget(part)
        self._show()
        self.box.clicked.connect(self._on_clicked)

    def chosen(self) -> str | None:
        """Return the password, empty if none is wanted; None if it will not do, and say why."""
        return self.password.chosen() if self.box.isChecked() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.password.clear()

    def _show(self) -> None:
        for part in (self.words, self.password):
            part.setVisible(self.box.isChecked())

    def _on_clicked(self) -> None:
        self._show()
        if self.box.isChecked():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit()
