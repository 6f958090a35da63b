# SPDX-License-Identifier: MPL-2.0
"""The editor of a number."""

from PySide6.QtWidgets import QWidget

from auditapp.checklist.models import Question
from auditapp.i18n import _
from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.widgets.fields.number_field import NumberField

_WIDTH = 240


class NumberEditor(AnswerEditor):
    """Takes a number within the limits of the question: whole, or with a fraction."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.whole = NumberField(theme, _("Number"))
        self.fraction = NumberField(theme, _("Number"), takes_fractions=True)
        self.field = self.whole
        for field in (self.whole, self.fraction):
            field.value_changed.connect(self.value_given)
            self._column.addWidget(field)
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def value(self) -> float | None:
        """The number given last."""
        return self.field.value

    def settle_now(self) -> None:
        """Give what has been typed, as if the field were left."""
        self.field.settle_now()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the number without letting it be changed."""
        for field in (self.whole, self.fraction):
            field.set_read_only(is_read_only)

    def _fit(self) -> None:
        for field in (self.whole, self.fraction):
            field.setMaximumWidth(self._theme.px(_WIDTH))

    def _show(self, asked: AskedQuestion, answer: Answer, *, is_other: bool) -> None:
        question = asked.question
        self.field = self.whole if question.whole else self.fraction
        self.whole.setVisible(question.whole)
        self.fraction.setVisible(not question.whole)
        self.field.set_limits(_plain(question.min), _plain(question.max), question.unit or "")
        self.field.set_hint(_limit_words(question))
        self.field.editor.setAccessibleName(question.text)
        self.setFocusProxy(self.field)
        value = answer.value if isinstance(answer.value, int | float) else None
        if is_other or value != self.field.value:
            self.field.set_value(value)


def _plain(number: float | None) -> float | None:
    """Return a limit without the ".0" that a checklist's numbers all have."""
    return int(number) if number is not None and number.is_integer() else number


def _limit_words(question: Question) -> str:
    least, most = _plain(question.min), _plain(question.max)
    if least is not None and most is not None:
        return _("From {least} to {most}.").format(least=least, most=most)
    if most is not None:
        return _("{most} at most.").format(most=most)
    if least:
        return _("{least} at least.").format(least=least)
    return ""
