# SPDX-License-Identifier: MPL-2.0
"""One place in the case file, as a line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.evidence_words import evidence_words
from auditapp.model.answer import Evidence
from ui.theme.theme import Theme
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel


class EvidenceRow(QWidget):
    """The words of a piece of evidence, and buttons to change or remove it.

    Signals:
        change_asked: the auditor wants to change it.
        removal_asked: the auditor wants to remove it.
    """

    change_asked = Signal()
    removal_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextLabel(theme, "", "body", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.change_button = IconButton(theme, "pencil", "", size=16)
        self.remove_button = IconButton(theme, "trash", "", size=16)
        self.change_button.clicked.connect(self.change_asked)
        self.remove_button.clicked.connect(self.removal_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel(theme, "file-text", "text2", 16))
        row.addWidget(self.words, 1)
        row.addWidget(self.change_button)
        row.addWidget(self.remove_button)

    def show_evidence(self, evidence: Evidence, *, can_edit: bool) -> None:
        """Show a piece of evidence."""
        words = evidence_words(evidence)
        self.words.set_text(words)
        self.change_button.set_name(_("Change: {evidence}").format(evidence=words))
        self.remove_button.set_name(_("Remove: {evidence}").format(evidence=words))
        for button in (self.change_button, self.remove_button):
            button.setVisible(can_edit)
