# SPDX-License-Identifier: MPL-2.0
"""The base of the editors of answers, one for each kind of question."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer, Value
from auditapp.model.ids import QuestionKey
from ui.theme.theme import Theme
from ui.widgets.answers.answer_spec import AnswerSpec


class AnswerEditor(QWidget):
    """Shows the answer to a question and takes another. It never changes the audit itself.

    Signals:
        value_given: the auditor gave another value, or took it back; a ``Value`` or None.
        not_applicable_given: the auditor chose "Not applicable" among the answers.
    """

    value_given = Signal(object)
    not_applicable_given = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key: QuestionKey | None = None
        self._specs: Sequence[AnswerSpec] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_answer(self, asked: AskedQuestion, answer: Answer) -> None:
        """Show the answer to a question as it is kept; nothing happens if it is shown already."""
        is_other = asked.key != self._key
        self._key = asked.key
        self._show(asked, answer, is_other=is_other)

    @property
    def value(self) -> Value | None:
        """The value on show."""
        raise NotImplementedError

    def settle_now(self) -> None:
        """Give what has been typed and not been given yet."""

    def choose(self, number: int) -> None:
        """Choose an answer by its number, from 1; nothing where there is nothing to choose."""

    @property
    def choice_count(self) -> int:
        """How many answers have a number to choose them by."""
        return sum(each.digit is not None for each in self._specs)

    def choose_value(self, value: str) -> bool:
        """Choose an answer by what it stands for; return whether it is among those to choose."""
        del value
        return False

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the answer without letting it be changed."""
        raise NotImplementedError

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        """Show an answer; ``is_other`` says that it belongs to another question than before."""
        raise NotImplementedError
