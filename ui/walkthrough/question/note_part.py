# SPDX-License-Identifier: MPL-2.0
"""What the auditor saw, in their own words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.keymap import command
from ui.keys.underlining import underline
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.fields.text_area import TextArea


class NotePart(QuestionPart):
    """The note on an answer."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.field = TextArea(
            theme,
            command(CommandId.NOTE).label_now,
            placeholder=_("What did you see?"),
            min_lines=5,
            counts_words=True,
            is_heading=True,
        )
        underline(self.field.label, CommandId.NOTE)
        self.field.text_settled.connect(self._on_text_settled)
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def settle_now(self) -> None:
        """Commit what has been typed and not been committed yet."""
        self.field.settle_now()

    def go_to(self, place: int) -> None:
        """Give the note the focus, with the caret after so many characters."""
        self.field.setFocus()
        caret = self.field.text_edit.textCursor()
        # Qt counts in halves of UTF-16, of which some letters take two.
        halves = len(self.field.text[:place].encode("utf-16-le", "surrogatepass")) // 2
        caret.setPosition(halves)
        self.field.text_edit.setTextCursor(caret)
        self.field.text_edit.ensureCursorVisible()

    def _begin(self) -> None:
        self.field.set_text(self.answer.note)

    def _refresh(self) -> None:
        self.field.refresh_text(self.answer.note)
        self.field.set_read_only(not self.can_edit)

    def _on_text_settled(self, text: str) -> None:
        self._change(typing="note", note=text)
