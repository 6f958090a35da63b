# SPDX-License-Identifier: MPL-2.0
"""What may follow from an answer, in one line: an action, a flag, evidence, starting again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.underlining import underline
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton


class FollowUpRow(QuestionPart):
    """Boxes and quiet buttons that open the rest of the card.

    Signals:
        action_toggled: the auditor wants an action, or none any more.
        evidence_asked: the auditor wants to add evidence.
        clearing_asked: the auditor wants to take the answer back.
        history_asked: the auditor wants to see what happened to the answer.
    """

    action_toggled = Signal(bool)
    evidence_asked = Signal()
    clearing_asked = Signal()
    history_asked = Signal()

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.action_box = CheckBox(theme, "")
        self.flag_box = CheckBox(theme, "")
        self.evidence_button = PushButton(theme, "", "quiet", "paperclip")
        self.clear_button = PushButton(theme, _("Clear answer"), "quiet", "rotate-ccw")
        self.history_button = PushButton(theme, _("History"), "quiet", "history")
        self.history_button.setAccessibleName(_("History of this answer"))
        self.history_button.setToolTip(_("History of this answer"))
        underline(self.action_box, CommandId.ACTION)
        underline(self.flag_box, CommandId.FLAG)
        underline(self.evidence_button, CommandId.EVIDENCE)
        self._build()
        self.action_box.clicked.connect(self.action_toggled)
        self.flag_box.clicked.connect(self._on_flag_clicked)
        self.evidence_button.clicked.connect(self.evidence_asked)
        self.clear_button.clicked.connect(self.clearing_asked)
        self.history_button.clicked.connect(self.history_asked)

    def toggle_flag(self) -> None:
        """Set the flag, or take it away, where screen readers tell of it."""
        if self.can_edit:
            self.flag_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.flag_box.click()

    def _build(self) -> None:
        boxes = FoldingRow(self._theme, spacing=8)
        boxes.add(self.action_box)
        boxes.add(self.flag_box)
        buttons = FoldingRow(self._theme)
        buttons.add(self.evidence_button)
        buttons.add(self.clear_button)
        buttons.add(self.history_button)
        row = FoldingRow(self._theme)
        row.add(boxes)
        row.add_stretch()
        row.add(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row)

    def _refresh(self) -> None:
        answer, can_edit = self.answer, self.can_edit
        self.flag_box.setChecked(answer.flagged)
        self.clear_button.setEnabled(can_edit and answer.is_given)
        self.evidence_button.setEnabled(can_edit)
        for box in (self.action_box, self.flag_box):
            box.set_read_only(not can_edit)

    def _on_flag_clicked(self, is_checked: bool) -> None:
        self._change(flagged=is_checked)
