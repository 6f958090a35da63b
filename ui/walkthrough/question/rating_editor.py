# SPDX-License-Identifier: MPL-2.0
"""The editor of a rating: its scale as a row of cards."""

from PySide6.QtWidgets import QWidget

from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.walkthrough.question.answer_specs import NOT_APPLICABLE, rating_specs
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.answer_spec import AnswerSpec


class RatingEditor(AnswerEditor):
    """Takes one answer of a scale, or "Not applicable"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.cards = AnswerCards(theme, "")
        # A first card now, while the window is built, keeps its place in the order of Tab.
        self._specs = [AnswerSpec(NOT_APPLICABLE, "")]
        self.cards.set_answers(self._specs)
        self.cards.value_chosen.connect(self._on_value_chosen)
        self._column.addWidget(self.cards)
        self.setFocusProxy(self.cards)

    @property
    def value(self) -> str | None:
        """The id of the answer chosen; None without one, and for "Not applicable"."""
        return self.cards.value or None

    def choose(self, number: int) -> None:
        """Choose the card that shows ``number``."""
        self.cards.choose_digit(number)

    def choose_value(self, value: str) -> bool:
        """Choose an answer by what it stands for; return whether it is among those to choose."""
        return self.cards.choose_value(value)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the answer without letting it be changed."""
        self.cards.set_read_only(is_read_only)

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        specs = rating_specs(asked)
        if specs != self._specs:
            self._specs = specs
            self.cards.set_answers(specs)
        self.cards.set_name(asked.question.text)
        value = NOT_APPLICABLE if answer.not_applicable else answer.value
        self.cards.set_value(value if isinstance(value, str) else None)
        self.setFocusProxy(self.cards)

    def _on_value_chosen(self, value: str) -> None:
        if value == NOT_APPLICABLE:
            self.not_applicable_given.emit()
        else:
            self.value_given.emit(value)
