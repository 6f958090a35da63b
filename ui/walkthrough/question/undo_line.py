# SPDX-License-Identifier: MPL-2.0
"""A line that says what was taken away, with a button that brings it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.walkthrough.question.question_part import UndoOffer
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel


class UndoLine(QWidget):
    """Holds at most one offer; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: UndoOffer | None = None
        self.words = TextLabel(theme, "", "body", "2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.button = PushButton(theme, _("Undo"), "quiet", "undo")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def offer(self, offer: UndoOffer) -> None:
        """Say what was done and offer to take it back."""
        self._offer = offer
        self.words.set_text(offer.words)
        self.button.setAccessibleDescription(offer.words)
        self.show()
        announce(self, offer.words)

    def withdraw(self) -> None:
        """Offer nothing any more."""
        self._offer = None
        self.hide()

    def _on_clicked(self) -> None:
        offer = self._offer
        self.withdraw()
        if offer is not None:
            offer.take_back()
