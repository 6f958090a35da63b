# SPDX-License-Identifier: MPL-2.0
"""A line that must not give away whose file it is."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.personal_data import Finding, PersonalKind
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField


class PseudonymField(LineField):
    """A line that is challenged when it looks like personal data: change it, or say that it is not.

    Signals:
        confirmed: the person said that what is written is not personal data.
    """

    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        find: Callable[[str], list[Finding]],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field; ``find`` says what a text gives away."""
        super().__init__(theme, label, hint=hint, parent=parent)
        self.personal_hint.turn_off()  # it is challenged here, which says more
        self._find = find
        self._harmless: set[str] = set()
        self.confirm_button = PushButton(theme, "", "quiet")
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self.confirm_button.hide()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(self.confirm_button, 0, Qt.AlignmentFlag.AlignLeft)

    def trust(self, texts: Collection[str]) -> None:
        """Never challenge these texts: they were in use, or were confirmed, before."""
        self._harmless.update(texts)

    def challenge(self) -> str | None:
        """Return why the text must be changed or confirmed; None when it need not be."""
        finding = self._finding()
        if finding is None:
            return None
        words = self.text.strip()[finding.start : finding.end]
        return _challenge(finding.kind).format(words=words)

    def show_challenge(self, fault: str | None) -> None:
        """Show what is wrong with the text, and the way to confirm it if it was challenged."""
        finding = self._finding()
        self.set_error(fault)
        is_challenged = finding is not None and fault is not None and fault == self.challenge()
        if finding is not None:
            self.confirm_button.setText(_denial(finding.kind))
        self.confirm_button.setVisible(is_challenged)

    def _finding(self) -> Finding | None:
        text = self.text.strip()
        if text in self._harmless:
            return None
        return next(iter(self._find(text)), None)

    def _on_confirm_clicked(self) -> None:
        self._harmless.add(self.text.strip())
        self.line_edit.setFocus()
        self.confirmed.emit()


def _challenge(kind: PersonalKind) -> str:
    return {
        PersonalKind.NAME: _("“{words}” looks like a name. Nobody may be named here."),
        PersonalKind.NHS_NUMBER: _("“{words}” looks like an NHS number. Leave it out."),
        PersonalKind.POSTCODE: _("“{words}” looks like a postcode. Leave it out."),
        PersonalKind.DATE_OF_BIRTH: _("“{words}” looks like a date of birth. Leave it out."),
        PersonalKind.PHONE: _("“{words}” looks like a phone number. Leave it out."),
        PersonalKind.EMAIL: _("“{words}” looks like an e-mail address. Leave it out."),
    }[kind]


def _denial(kind: PersonalKind) -> str:
    return {
        PersonalKind.NAME: _("Not a person’s name"),
        PersonalKind.NHS_NUMBER: _("Not an NHS number"),
        PersonalKind.POSTCODE: _("Not a postcode"),
        PersonalKind.DATE_OF_BIRTH: _("Not a date of birth"),
        PersonalKind.PHONE: _("Not a phone number"),
        PersonalKind.EMAIL: _("Not an e-mail address"),
    }[kind]
