# SPDX-License-Identifier: MPL-2.0
"""The first step of the first start: who the auditor is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel

if TYPE_CHECKING:
    from ui.widgets.answers.check_box import CheckBox


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
        self._theme = theme
        self.place_box: CheckBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, _("STEP 1 OF 3"), "overline", "primary"))
        column.addWidget(TextLabel(theme, _("Welcome"), "title", wrap=True))
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addWidget(self.name)
        column.addWidget(self.organisation)
        column.addWidget(button_row(theme, self.next_button, first=self.restore_button))
        self.restore_button.clicked.connect(self.restore_asked)
        self.next_button.clicked.connect(self._on_next_asked)
        self.organisation.line_edit.returnPressed.connect(self._on_next_asked)
        self.name.line_edit.returnPressed.connect(self.organisation.setFocus)
        self.setFocusProxy(self.name)

    def warn_of_place(self, title: str, text: str) -> None:
        """Say why the folder is no good place; from then on it takes a tick to go on."""
        # Hardly anybody sees them, and everybody waits for the first picture of this step.
        from ui.widgets.answers.check_box import CheckBox  # noqa: PLC0415
        from ui.widgets.surfaces.banner import Banner  # noqa: PLC0415

        self.place_box = CheckBox(self._theme, _("&Keep my audits there all the same"))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            above_buttons = column.count() - 1
            column.insertWidget(above_buttons, Banner(self._theme, "warn", title, text))
            column.insertWidget(above_buttons + 1, self.place_box)
        announce(self, f"{title} {text}", urgent=True)
        self.place_box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_accepted_place(self) -> bool:
        """Whether the person was warned of the folder and wants it all the same."""
        return self.place_box is not None and self.place_box.isChecked()

    def _on_next_asked(self) -> None:
        name = self.name.text.strip()
        if name:
            self.name.set_error(None)
            self.answered.emit(name, self.organisation.text.strip())
        else:
            self.name.set_error(_("Write your name or initials."))
            self.name.setFocus()
