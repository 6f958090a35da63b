# SPDX-License-Identifier: MPL-2.0
"""The first step of the first start: who the auditor is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.widgets.line_field import LineField
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel


class WelcomeStep(QWidget):
    """Say what this is, and ask for a name and an organisation.

    Signals:
        answered: the person gave the name and the organisation, which may be empty.
        restore_asked: there is a backup to be restored.
    """

    answered = Signal(str, str)
    restore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField(theme, _("Your &name or initials"))
        self.name.set_hint(_("As they should be printed on your audits."))
        self.organisation = LineField(theme, _("Your &organisation"))
        self.next_button = PushButton(
            theme, _("Continue"), "primary", "arrow-right", icon_side="right"
        )
        self.restore_button = PushButton(theme, _("Restore from a backup …"), "quiet", "history")
        words = _(
            "This program helps you to audit children’s case files. Everything you write stays on "
            "this computer, locked with a passphrase. Nothing is ever sent anywhere."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(TextLabel(theme, _("STEP 1 OF 3"), "overline", "primary"))
        column.addWidget(TextLabel(theme, _("Welcome"), "title", wrap=True))
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addWidget(self.name)
        column.addWidget(self.organisation)
        column.addLayout(button_row(self.next_button, first=self.restore_button))
        self.restore_button.clicked.connect(self.restore_asked)
        self.next_button.clicked.connect(self._on_next_asked)
        self.organisation.line_edit.returnPressed.connect(self._on_next_asked)
        self.name.line_edit.returnPressed.connect(self.organisation.setFocus)
        self.setFocusProxy(self.name)

    def _on_next_asked(self) -> None:
        name = self.name.text.strip()
        if name:
            self.name.set_error(None)
            self.answered.emit(name, self.organisation.text.strip())
        else:
            self.name.set_error(_("Write your name or initials."))
            self.name.setFocus()
