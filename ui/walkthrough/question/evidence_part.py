# SPDX-License-Identifier: MPL-2.0
"""What the answer rests on: places in the file, and talks; never a copy of the record."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.evidence_words import evidence_words
from auditapp.model.answer import Evidence
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.evidence_form import EvidenceForm
from ui.walkthrough.question.evidence_row import EvidenceRow
from ui.walkthrough.question.question_part import QuestionPart, UndoOffer
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class EvidencePart(QuestionPart):
    """The evidence of an answer and a line to add to it; hidden until the first is wanted."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.form = EvidenceForm(theme)
        self._pool: list[EvidenceRow] = []
        self._is_adding = False
        self._changing: int | None = None
        self._card = Card(theme, "sunken")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._card.body.addWidget(TextLabel(theme, _("Evidence"), "strong"))
        self._card.body.addLayout(self._rows)
        self._add_row()
        self._card.body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.form.evidence_given.connect(self._on_evidence_given)

    def settle_now(self) -> None:
        """Add what has been typed."""
        if self._is_adding:
            self.form.settle_now()

    def add(self) -> None:
        """Open the line for another piece of evidence and go to it."""
        if self.can_edit:
            self.settle_now()
            self._open_form()

    @property
    def rows(self) -> Sequence[EvidenceRow]:
        """The rows on show."""
        return self._pool[: len(self.answer.evidence)]

    def _begin(self) -> None:
        self._is_adding = False
        self._changing = None
        self.form.clear()

    def _refresh(self) -> None:
        evidence, can_edit = self.answer.evidence, self.can_edit
        while len(self._pool) < len(evidence):
            self._add_row()
        for i, row in enumerate(self._pool):
            row.setVisible(i < len(evidence))
        for row, each in zip(self._pool, evidence, strict=False):
            row.show_evidence(each, can_edit=can_edit)
        self.form.setVisible(self._is_adding and can_edit)
        self.setVisible(bool(evidence) or self._is_adding)

    def _add_row(self) -> None:
        row = EvidenceRow(self._theme)
        row.change_asked.connect(self._on_change_asked)
        row.removal_asked.connect(self._on_removal_asked)
        self._rows.addWidget(row)
        self._pool.append(row)

    def _open_form(self) -> None:
        self._is_adding = True
        self.form.set_documents(self._known_documents())
        self._refresh()
        self.form.setFocus()

    def _close_form(self) -> None:
        self._begin()
        self._refresh()

    def _known_documents(self) -> list[str]:
        """Return the documents that the question names, then those used before in this audit."""
        answers = self._open_audit.audit.answers.values()
        used = {each.document for answer in answers for each in answer.evidence}
        named = self._asked.question.where
        return [*named, *sorted(used.difference(named) - {""}, key=str.casefold)]

    def _put(self, evidence: Sequence[Evidence]) -> None:
        self._change(evidence=tuple(evidence))

    def _row_number(self) -> int:
        return next(i for i, row in enumerate(self._pool) if row is self.sender())

    # Slots

    def _on_evidence_given(self, given: Evidence) -> None:
        evidence = list(self.answer.evidence)
        changing = self._changing
        self._changing = None
        self.form.clear()
        if changing is not None and changing < len(evidence):
            evidence[changing] = given
        else:
            evidence.append(given)
        self._put(evidence)
        announce(self, _("Evidence kept: {words}").format(words=evidence_words(given)))

    def _on_change_asked(self) -> None:
        number = self._row_number()
        self.settle_now()
        self._changing = number
        self.form.show_evidence(self.answer.evidence[number])
        self._open_form()

    def _on_removal_asked(self) -> None:
        number = self._row_number()
        self.settle_now()
        before = self.answer.evidence
        self._put([*before[:number], *before[number + 1 :]])
        words = _("Evidence removed: {words}").format(words=evidence_words(before[number]))
        self.undo_offered.emit(UndoOffer(words, partial(self._put, before)))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the line by Esc; what it held is not kept."""
        if event.key() == Qt.Key.Key_Escape and self._is_adding:
            self._close_form()
        else:
            super().keyPressEvent(event)
