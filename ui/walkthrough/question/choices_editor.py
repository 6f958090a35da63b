# SPDX-License-Identifier: MPL-2.0
"""The editor of several choices."""

from PySide6.QtWidgets import QWidget

from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.walkthrough.question.answer_specs import option_specs
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows


class ChoicesEditor(AnswerEditor):
    """Takes any number of options; an exclusive one stands alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows = CheckRows(theme, "")
        # A first row now, while the window is built, keeps its place in the order of Tab.
        self._specs = [AnswerSpec("", "")]
        self.rows.set_answers(self._specs)
        self.rows.values_changed.connect(self._on_values_changed)
        self._column.addWidget(self.rows)

    @property
    def value(self) -> tuple[str, ...] | None:
        """The ids of the options chosen, in the order on show; None without any."""
        return self.rows.values or None

    def choose(self, number: int) -> None:
        """Choose the option that shows ``number``, or take it back."""
        self.rows.choose_digit(number)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the answer without letting it be changed."""
        self.rows.set_read_only(is_read_only)

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        values = answer.value if isinstance(answer.value, tuple) else ()
        specs = option_specs(asked.question, values)
        if specs != self._specs:
            self._specs = specs
            self.rows.set_answers(specs)
        self.rows.set_name(asked.question.text)
        self.rows.set_values(values)
        self.setFocusProxy(self.rows.cards[0])

    def _on_values_changed(self, values: tuple[str, ...]) -> None:
        self.value_given.emit(values or None)
