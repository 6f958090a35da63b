# SPDX-License-Identifier: MPL-2.0
"""The head of the question card: which question it is, what stands out about it, and its words."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner


class _Mark(NamedTuple):
    """What one pill says."""

    words: str
    tone: str
    icon: str | None = None


class QuestionHeading(QuestionPart):
    """Number, pills, question and hint."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.overline = TextLabel(theme, "", "overline", "primary", wrap=True)
        self.title = TextLabel(theme, "", "title", wrap=True)
        self.hint = TextLabel(theme, "", "body", "2", wrap=True)
        self.hidden = Banner(
            theme,
            "info",
            _("This question is not asked at the moment"),
            _("Its answer is kept, in case the question applies again."),
            icon="eye-off",
        )
        self._marks: tuple[_Mark, ...] = ()
        self._pills = FlowRow()
        self._build()

    @property
    def marks(self) -> list[str]:
        """The words of the pills, in order."""
        return [mark.words for mark in self._marks]

    def _build(self) -> None:
        self.overline.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = FoldingRow(self._theme, spacing=8)
        row.add(self.overline, 1)
        row.add(self._pills)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addWidget(self.hidden)

    def _refresh(self) -> None:
        question = self._asked.question
        self.overline.set_text(self._place_words().upper())
        self.overline.setAccessibleName(self._place_words())
        self.title.set_text(question.text)
        self.hint.set_text(question.hint or "")
        self.hint.setVisible(bool(question.hint))
        self.hidden.setHidden(bool(self._asked.number))
        marks = tuple(self._find_marks())
        if marks != self._marks:
            self._marks = marks
            self._show_pills()

    def _place_words(self) -> str:
        section = self._open_audit.outline.section_by_key.get(self._asked.section)
        if section is None or not self._asked.number:
            return _("Not asked now")
        if not self._asked.question.required:
            return _("Optional question · number {number}").format(number=self._asked.number)
        return _("Question {place} of {count} · number {number}").format(
            place=self._asked.number_in_section,
            count=section.required_count,
            number=self._asked.number,
        )

    def _find_marks(self) -> Iterator[_Mark]:
        key, audit = self._asked.key, self._open_audit.audit
        actions = sum(action.question == key for action in audit.actions.values())
        concerns = [each for each in audit.concerns.values() if each.question == key]
        if any(concern.is_open for concern in concerns):
            yield _Mark(_("Concern open"), "danger", "siren")
        elif concerns:
            yield _Mark(_("Concern answered"), "ok", "siren")
        if actions:
            words = ngettext("Action raised", "{count} actions raised", actions)
            yield _Mark(words.format(count=actions), "warn")
        if self.answer.flagged:
            yield _Mark(_("Flagged"), "info", "flag")
        if not self._asked.number:
            yield _Mark(_("Answer hidden"), "neutral", "eye-off")

    def _show_pills(self) -> None:
        self._pills.clear()
        for mark in self._marks:
            self._pills.add(Pill(self._theme, mark.words, mark.tone, mark.icon))
        self._pills.setVisible(bool(self._marks))
