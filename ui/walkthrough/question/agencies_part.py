# SPDX-License-Identifier: MPL-2.0
"""Which agencies an answer is about, where several answer a checklist together."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import MOST_CHOICES, CommandId
from ui.keys.keymap import command
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.pair_checks import PairChecks
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.signs.text_label import TextLabel


class AgenciesPart(QuestionPart):
    """The agencies of the checklist, to tick; hidden where it names none."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        title = _("Which agency’s work is this about?")
        self.options = PairChecks(theme, title)
        self.options.values_changed.connect(self._on_values_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, title, "strong", wrap=True))
        self.hint = TextLabel(theme, "", "small", "3", wrap=True)
        column.addWidget(self.hint)
        column.addWidget(self.options)

    def choose(self, number: int) -> None:
        """Tick the agency that shows ``number``, or take it back."""
        if self.can_edit and not self.isHidden():
            self.options.choose_digit(number)

    def _begin(self) -> None:
        agencies = self._asked.checklist.agencies
        self.options.set_answers(
            [
                AnswerSpec(each.id, each.text, digit=number if number <= MOST_CHOICES else None)
                for number, each in enumerate(agencies, start=1)
            ]
        )
        # The answers above have numbers too, which other keys choose.
        first, count = command(CommandId.AGENCY).shortcut, min(len(agencies), MOST_CHOICES)
        keys = first if count <= 1 else f"{first}–{count}"
        self.hint.set_text(_("The numbers here: {keys}").format(keys=keys))

    def _refresh(self) -> None:
        known = {each.id for each in self._asked.checklist.agencies}
        self.options.set_values(each for each in self.answer.agencies if each in known)
        self.options.set_read_only(not self.can_edit)
        self.hint.setVisible(self.can_edit)
        self.setVisible(bool(known))

    def _on_values_changed(self, values: tuple[str, ...]) -> None:
        known = {each.id for each in self._asked.checklist.agencies}
        # One that an earlier version of the checklist named is not on show, and is not lost.
        others = (each for each in self.answer.agencies if each not in known)
        self._change(agencies=(*values, *others))
