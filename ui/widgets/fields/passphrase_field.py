# SPDX-License-Identifier: MPL-2.0
"""A passphrase, password or recovery key to type, hidden until asked to show it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.line_field import LineField


class PassphraseField(LineField):
    """A label and a line whose letters are hidden, with a button that shows them.

    Signals:
        text_edited: at each key press; the text.
        text_settled: as for every line; better read ``text`` when it is needed.
    """

    def __init__(
        self, theme: Theme, label: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Make an empty field."""
        super().__init__(theme, label, hint=hint, parent=parent)
        self.line_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton(theme, "eye", _("Show what is typed"), checkable=True, size=16)
        self._eye.toggled.connect(self._on_eye_toggled)
        self.frame.add_trailing(self._eye)

    def clear(self) -> None:
        """Empty the field and hide its letters again."""
        self.set_text("")
        self._eye.setChecked(False)

    def _on_eye_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line_edit.setEchoMode(mode)
        self._eye.set_icon("eye-off" if is_shown else "eye")
        self._eye.set_name(_("Hide what is typed") if is_shown else _("Show what is typed"))
