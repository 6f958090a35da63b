# SPDX-License-Identifier: MPL-2.0
"""What lies behind a shortfall."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.gaps import asks_cause
from auditapp.model.answer import Cause
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_specs import answer_specs, cause_specs
from ui.walkthrough.question.pair_choice import PairChoice
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.signs.text_label import TextLabel


class CausePart(QuestionPart):
    """The four causes, asked only where the answer is a shortfall."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        title = _("What lies behind it?")
        self.options = PairChoice(theme, title)
        self._specs = cause_specs()
        self.options.set_answers(self._specs)
        self.options.value_chosen.connect(self._on_value_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, title, "strong", wrap=True))
        column.addWidget(self.options)

    def choose(self, number: int) -> None:
        """Choose what shows ``number``, where it is asked."""
        if self.can_edit and not self.isHidden():
            self.options.choose_digit(number)

    def _begin(self) -> None:
        specs = cause_specs(answer_specs(self._asked))
        if specs != self._specs:
            self._specs = specs
            self.options.set_answers(specs)

    def _refresh(self) -> None:
        answer = self.answer
        self.options.set_value(answer.cause)
        self.options.set_read_only(not self.can_edit)
        self.setVisible(asks_cause(self._asked, answer) or answer.cause is not None)

    def _on_value_chosen(self, value: str) -> None:
        self._change(cause=Cause(value))
