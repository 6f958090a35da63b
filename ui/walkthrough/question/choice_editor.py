# SPDX-License-Identifier: MPL-2.0
"""The editor of a choice: one of several options."""

from PySide6.QtWidgets import QWidget

from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.walkthrough.question.answer_specs import option_specs
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.option_rows import OptionRows


class ChoiceEditor(AnswerEditor):
    """Takes one option."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows = OptionRows(theme, "")
        # A first row now, while the window is built, keeps its place in the order of Tab.
        self._specs = [AnswerSpec("", "")]
        self.rows.set_answers(self._specs)
        self.rows.value_chosen.connect(self._on_value_chosen)
        self._column.addWidget(self.rows)
        self.setFocusProxy(self.rows)

    @property
    def value(self) -> str | None:
        """The id of the option chosen."""
        return self.rows.value

    def choose(self, number: int) -> None:
        """Choose the option that shows ``number``."""
        self.rows.choose_digit(number)

    def choose_value(self, value: str) -> bool:
        """Choose an answer by what it stands for; return whether it is among those to choose."""
        return self.rows.choose_value(value)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the answer without letting it be changed."""
        self.rows.set_read_only(is_read_only)

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        value = answer.value if isinstance(answer.value, str) else None
        specs = option_specs(asked.question, {value or ""})
        if specs != self._specs:
            self._specs = specs
            self.rows.set_answers(specs)
        self.rows.set_name(asked.question.text)
        self.rows.set_value(value)

    def _on_value_chosen(self, value: str) -> None:
        self.value_given.emit(value)
