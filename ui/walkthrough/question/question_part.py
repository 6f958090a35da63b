# SPDX-License-Identifier: MPL-2.0
"""The base of everything on the question card."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.judgement.outline import AskedQuestion
from auditapp.model.answer import Answer
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """Offer to take back what was just done: what that was, in a sentence, and how to do it."""

    words: str
    take_back: Callable[[], None]


class QuestionPart(QWidget):
    """One side of the answer to a question: shows it as it is kept, and changes it.

    Showing an answer that is on show already alters nothing, so that every change of the audit may
    be followed by a refresh, whoever made it: the caret and a text half typed stay.

    Signals:
        undo_offered: something was taken away; an ``UndoOffer``.
    """

    undo_offered = Signal(object)

    _asked: AskedQuestion
    """Set by ``show_question``, before anything can be typed."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit

    def show_question(self, asked: AskedQuestion) -> None:
        """Show another question. Call ``settle_now`` before."""
        self._asked = asked
        self._begin()
        self._refresh()

    def refresh(self, asked: AskedQuestion) -> None:
        """Show the same question as it is now."""
        self._asked = asked
        self._refresh()

    def settle_now(self) -> None:
        """Commit what has been typed and not been committed yet."""

    @property
    def answer(self) -> Answer:
        """The answer as it is kept."""
        return self._open_audit.audit.answer(self._asked.key)

    @property
    def can_edit(self) -> bool:
        """Whether the answer may be changed: the audit is a draft, and the question is asked."""
        is_asked = self._asked.key in self._open_audit.outline.by_key
        return self._open_audit.can_edit and is_asked

    def _begin(self) -> None:
        """Forget what belonged to the question before."""

    def _refresh(self) -> None:
        """Show what is kept."""

    def _change(self, *, typing: str = "", **fields: object) -> None:
        """Change fields of the answer."""
        self._open_audit.change_answer(self._asked.key, initiator=self, typing=typing, **fields)
