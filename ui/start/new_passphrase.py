# SPDX-License-Identifier: MPL-2.0
"""Choose a passphrase: type it twice, and read how good it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.passphrases import LEAST_LENGTH, passphrase_fault, passphrase_guidance
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.signs.text_label import TextLabel


class NewPassphrase(QWidget):
    """Two fields, with guidance while the person types. Nothing but the floor refuses anything.

    Signals:
        entered: Enter was pressed in the second field.
    """

    entered = Signal()

    def __init__(self, theme: Theme, label: str, again: str, parent: QWidget | None = None) -> None:
        """Make empty fields with these labels."""
        super().__init__(parent)
        self._own: tuple[str, ...] = ()
        self.passphrase = PassphraseField(theme, label)
        self.again = PassphraseField(theme, again)
        words = _(
            "Length is what counts. Four words that have nothing to do with each other are easy to "
            "remember and hard to guess. At least {count} characters; spaces are welcome."
        ).format(count=LEAST_LENGTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addWidget(self.passphrase)
        column.addWidget(self.again)
        self.passphrase.text_edited.connect(self._on_passphrase_edited)
        self.again.text_edited.connect(self._on_again_edited)
        self.passphrase.line_edit.returnPressed.connect(self.again.setFocus)
        self.again.line_edit.returnPressed.connect(self.entered)
        self.setFocusProxy(self.passphrase)

    def set_own_names(self, name: str, organisation: str) -> None:
        """Know what others would try first: the person's name, which is refused, and where from."""
        self._own = (name, organisation)

    def chosen(self) -> str | None:
        """Return the passphrase; if it will not do, say why in its field and return None."""
        fault = self._fault(self.passphrase.text)
        self.passphrase.set_error(fault)
        if fault is not None:
            self.passphrase.set_hint("")
            self.passphrase.setFocus()
        elif self.again.text != self.passphrase.text:
            self.again.set_error(_("The two are not the same. Show them to compare."))
            self.again.setFocus()
        else:
            return self.passphrase.text
        return None

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.again.clear()

    @property
    def parts(self) -> Sequence[QWidget]:
        """The fields, to be disabled while the passphrase is put to use."""
        return (self.passphrase, self.again)

    def _fault(self, text: str) -> str | None:
        return passphrase_fault(text, self._own[0] if self._own else "")

    def _on_passphrase_edited(self, text: str) -> None:
        self.passphrase.set_error(None)
        # While the person types, what is missing is a hint; it becomes an error on going on.
        hint = self._fault(text) if text else ""
        self.passphrase.set_hint(
            passphrase_guidance(text, self._own).words if hint is None else hint
        )

    def _on_again_edited(self) -> None:
        self.again.set_error(None)
