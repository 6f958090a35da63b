# SPDX-License-Identifier: MPL-2.0
"""The answer itself: the editor for the kind of question, and what may stand in its place."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.checklist.models import QuestionKind
from auditapp.i18n import _
from auditapp.model.answer import Answer, Value
from ui.keys.commands import CommandId
from ui.keys.underlining import underline
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.answer_editor import AnswerEditor
from ui.walkthrough.question.answer_specs import NOT_APPLICABLE
from ui.walkthrough.question.choice_editor import ChoiceEditor
from ui.walkthrough.question.choices_editor import ChoicesEditor
from ui.walkthrough.question.date_editor import DateEditor
from ui.walkthrough.question.dates_editor import DatesEditor
from ui.walkthrough.question.intervals import late_dates
from ui.walkthrough.question.number_editor import NumberEditor
from ui.walkthrough.question.question_part import QuestionPart, UndoOffer
from ui.walkthrough.question.rating_editor import RatingEditor
from ui.walkthrough.question.text_editor import TextEditor
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.fields.text_area import TextArea
from ui.widgets.reading.announce import announce

_EDITORS: Final[Mapping[QuestionKind, type[AnswerEditor]]] = {
    QuestionKind.RATING: RatingEditor,
    QuestionKind.CHOICE: ChoiceEditor,
    QuestionKind.CHOICES: ChoicesEditor,
    QuestionKind.TEXT: TextEditor,
    QuestionKind.NUMBER: NumberEditor,
    QuestionKind.DATE: DateEditor,
    QuestionKind.DATES: DatesEditor,
}
_WITH_DATES: Final = (QuestionKind.DATE, QuestionKind.DATES)
_QUICK: Final = (QuestionKind.RATING, QuestionKind.CHOICE)
"""Kinds whose answer is given again by one press, so that nothing is lost with it."""


class AnswerPart(QuestionPart):
    """One editor for each kind, of which one is on show; "Not applicable" and "No date on file"."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        # All of them now: what is made later comes last in the order of Tab.
        self.editors = {kind: editor(theme) for kind, editor in _EDITORS.items()}
        self.editor: AnswerEditor = self.editors[QuestionKind.RATING]
        self.not_applicable = CheckBox(theme, "")
        self.none_on_file = CheckBox(theme, "")
        self.reason = TextArea(theme, _("Why does it not apply?"), min_lines=1, max_lines=6)
        underline(self.not_applicable, CommandId.NOT_APPLICABLE)
        underline(self.none_on_file, CommandId.NONE_ON_FILE)
        self._build()
        self._connect()

    def settle_now(self) -> None:
        """Commit what has been typed and not been committed yet."""
        self.editor.settle_now()
        self.reason.settle_now()

    def focus_answer(self) -> None:
        """Give the focus to the answer: the one chosen, or the first to choose."""
        self.editor.setFocus()

    def choose(self, number: int) -> None:
        """Choose an answer by its number, from 1."""
        if self.can_edit:
            self.editor.choose(number)

    def answer_as(self, answer: Answer) -> bool:
        """Choose what ``answer`` says; return whether it is among what can be chosen here."""
        value = NOT_APPLICABLE if answer.not_applicable else answer.value
        return self.can_edit and isinstance(value, str) and self.editor.choose_value(value)

    def say_not_applicable(self) -> None:
        """Say that the question does not apply, and go to the reason; not where it always does."""
        if not self.can_edit:
            return
        if not self.can_be_not_applicable:
            announce(self, _("This question always applies."), urgent=True)
            return
        if not self.answer.not_applicable:
            self._put_away(_("The answer was put away: not applicable."), not_applicable=True)
        self.reason.setFocus()

    def say_none_on_file(self) -> None:
        """Say that there is no date on file, or take that back, where dates are asked for."""
        if self.can_edit and self.asks_for_dates:
            self.none_on_file.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.none_on_file.click()

    @property
    def can_be_not_applicable(self) -> bool:
        """Whether it can be said that the question does not apply."""
        return self._asked.question.can_be_not_applicable

    @property
    def asks_for_dates(self) -> bool:
        """Whether it can be said that there is no date on file."""
        return self._asked.question.kind in _WITH_DATES

    def clear(self) -> None:
        """Take the answer back, but neither the note nor the evidence; offer to bring it back."""
        self.settle_now()
        before = self.answer
        self._change(value=None, not_applicable=False, none_on_file=False, reason="", cause=None)
        self._offer(_("The answer was cleared."), before)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for editor in self.editors.values():
            editor.hide()
            column.addWidget(editor)
        self._boxes = FoldingRow(self._theme, spacing=16)
        self._boxes.add(self.not_applicable)
        self._boxes.add(self.none_on_file)
        self._boxes.add_stretch()
        column.addWidget(self._boxes)
        column.addWidget(self.reason)

    def _connect(self) -> None:
        for editor in self.editors.values():
            editor.value_given.connect(self._on_value_given)
            editor.not_applicable_given.connect(self._on_not_applicable_given)
        self.not_applicable.clicked.connect(self._on_not_applicable_clicked)
        self.none_on_file.clicked.connect(self._on_none_on_file_clicked)
        self.reason.text_settled.connect(self._on_reason_settled)

    def _begin(self) -> None:
        self.reason.set_text("")
        editor = self.editors[self._asked.question.kind]
        if editor is not self.editor or editor.isHidden():
            self.editor.hide()
            self.editor = editor
            self.editor.show()
        self.setFocusProxy(editor)

    def _refresh(self) -> None:
        answer, can_edit = self.answer, self.can_edit
        self.editor.show_answer(self._asked, answer)
        self.editor.set_read_only(not can_edit)
        dates = self.editors[QuestionKind.DATES]
        if self.editor is dates and isinstance(dates, DatesEditor):
            dates.mark_late(late_dates(self._open_audit.outline.timescale(self._asked)))
        self._show_boxes(answer)
        self._show_reason(answer)
        for box in (self.not_applicable, self.none_on_file):
            box.set_read_only(not can_edit)
        self.reason.set_read_only(not can_edit)

    def _show_boxes(self, answer: Answer) -> None:
        question = self._asked.question
        is_rating = question.kind is QuestionKind.RATING
        self.not_applicable.setChecked(answer.not_applicable)
        self.not_applicable.setVisible(question.can_be_not_applicable and not is_rating)
        self.none_on_file.setChecked(answer.none_on_file)
        self.none_on_file.setVisible(self.asks_for_dates)
        hidden = self.not_applicable.isHidden() and self.none_on_file.isHidden()
        self._boxes.setHidden(hidden)

    def _show_reason(self, answer: Answer) -> None:
        allowed = self._asked.question.not_applicable
        self.reason.refresh_text(answer.reason)
        example = allowed.example if allowed else None
        hint = _("For example: {example}").format(example=example) if example else ""
        self.reason.set_hint(hint if not answer.reason else "")
        self.reason.setVisible(answer.not_applicable)

    def _offer(self, words: str, before: Answer) -> None:
        """Offer to bring the answer back as it was before."""
        self.undo_offered.emit(UndoOffer(words, partial(self._bring_back, before)))

    def _bring_back(self, before: Answer) -> None:
        self._change(
            value=before.value,
            not_applicable=before.not_applicable,
            none_on_file=before.none_on_file,
            reason=before.reason,
            cause=before.cause,
        )

    def _put_away(
        self, words: str, *, not_applicable: bool = False, none_on_file: bool = False
    ) -> None:
        """Give an answer that has no value; one that took work to give is offered back."""
        self.settle_now()
        before = self.answer
        self._change(cause=None, not_applicable=not_applicable, none_on_file=none_on_file)
        if before.value is not None and self._asked.question.kind not in _QUICK:
            self._offer(words, before)

    # Slots

    def _on_value_given(self, value: Value | None) -> None:
        is_text = self._asked.question.kind is QuestionKind.TEXT
        is_shortfall = value in self._asked.checklist.causes_asked(self._asked.question.id)
        # The cause goes with the shortfall that it was given for.
        cause = self.answer.cause if is_shortfall else None
        self._change(typing="answer" if is_text else "", value=value, cause=cause)

    def _on_not_applicable_given(self) -> None:
        self._put_away("", not_applicable=True)

    def _on_not_applicable_clicked(self, is_checked: bool) -> None:
        if is_checked:
            self._put_away(_("The answer was put away: not applicable."), not_applicable=True)
        else:
            self.settle_now()
            self._change(not_applicable=False, reason="")

    def _on_none_on_file_clicked(self, is_checked: bool) -> None:
        if is_checked:
            self._put_away(_("The dates were put away: none on file."), none_on_file=True)
        else:
            self._change(none_on_file=False)

    def _on_reason_settled(self, text: str) -> None:
        if self.answer.not_applicable:
            self._change(typing="reason", reason=text)
