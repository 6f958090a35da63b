# SPDX-License-Identifier: MPL-2.0
"""Ask which question to go to: by its number, or by its words."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.go_to_dialog import GoToDialog
from ui.walkthrough.search_dialog import SearchDialog
from ui.walkthrough.steps import Step, StepKind


class QuestionFinder(QObject):
    """Open the dialogs over a view.

    Signals:
        step_asked: the person wants to go to a question; its ``Step``.
    """

    step_asked = Signal(object)

    def __init__(self, theme: Theme, open_audit: OpenAudit, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._open_audit = open_audit
        self._view = view

    def ask_number(self) -> None:
        """Ask for the number of a question."""
        outline = self._open_audit.outline
        dialog = GoToDialog(self._theme, outline.last_number, outline.by_number, self._view)
        dialog.number_chosen.connect(self._on_number_chosen)
        dialog.open()

    def ask_words(self) -> None:
        """Ask for words of a question."""
        dialog = SearchDialog(self._theme, self._open_audit.outline, self._view)
        dialog.question_chosen.connect(self._on_question_chosen)
        dialog.open()

    def _on_number_chosen(self, number: int) -> None:
        self._on_question_chosen(self._open_audit.outline.by_number[number].key)

    def _on_question_chosen(self, key: str) -> None:
        self.step_asked.emit(Step(StepKind.QUESTION, key))
