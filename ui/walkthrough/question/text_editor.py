# SPDX-License-Identifier: MPL-2.0
"""The editor of an answer in words."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.widgets.fields.text_area import TextArea


class TextEditor(AnswerEditor):
    """Takes a text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.field = TextArea(theme, _("Answer"), min_lines=4, counts_words=True, is_heading=True)
        self.field.text_settled.connect(self._on_text_settled)
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)

    @property
    def value(self) -> str | None:
        """The text; None when nothing but spaces is there."""
        return self.field.text if self.field.text.strip() else None

    def settle_now(self) -> None:
        """Give what has been typed and not been given yet."""
        self.field.settle_now()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the text without letting it be changed."""
        self.field.set_read_only(is_read_only)

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        text = answer.value if isinstance(answer.value, str) else ""
        if is_other:
            self.field.set_text(text)
        else:
            self.field.refresh_text(text)
        self.field.editor.setAccessibleName(asked.question.text)

    def _on_text_settled(self, _text: str) -> None:
        self.value_given.emit(self.value)
