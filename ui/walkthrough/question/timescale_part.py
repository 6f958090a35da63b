# SPDX-License-Identifier: MPL-2.0
"""How the dates of a question stand against its timescale, and why they came late."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.checklist.models import QuestionKind
from auditapp.i18n import _
from auditapp.judgement.gaps import is_late, needs_late_reason
from auditapp.judgement.timescale_words import badge, sentence
from auditapp.judgement.timescales import TimescaleResult, TimescaleState
from ui.keys.commands import CommandId
from ui.keys.keymap import command
from ui.keys.underlining import underline
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.interval_strip import IntervalStrip
from ui.walkthrough.question.intervals import read_intervals
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.text_area import TextArea
from ui.widgets.reading.announce import announce
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_LOOKS: Final = {
    TimescaleState.MET: ("ok", "check"),
    TimescaleState.LATE: ("danger", "triangle-alert"),
    TimescaleState.DUE: ("info", "clock"),
    TimescaleState.NO_DATE: ("neutral", "minus"),
    TimescaleState.NOT_APPLICABLE: ("neutral", "minus"),
}
_LEAST_FOR_STRIP: Final = 2


class TimescalePart(QuestionPart):
    """Badge, sentence and a line of time, as the dates are given; the reason for what was late."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.badge = Pill(theme, "", "neutral")
        self.limit = TextLabel(theme, "", "small", "3", wrap=True)
        self.limit.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sentence = TextLabel(theme, "", "body", wrap=True)
        self.strip = IntervalStrip(theme)
        self.explain = PushButton(theme, _("Explain the timing"), "quiet", "pencil")
        label = command(CommandId.LATE_REASON).label_now
        self.reason = TextArea(theme, label, min_lines=1, max_lines=6)
        underline(self.reason.label, CommandId.LATE_REASON)
        self._is_explaining = False
        self._build()
        self.explain.clicked.connect(self._on_explain_clicked)
        self.reason.text_settled.connect(self._on_reason_settled)

    def settle_now(self) -> None:
        """Commit what has been typed and not been committed yet."""
        self.reason.settle_now()

    def go_to_reason(self) -> None:
        """Go to the reason for lateness; open it first, where the timing may be explained."""
        if not self.can_be_explained:
            return
        if self.reason.isHidden():
            self.explain.click()
        else:
            self.reason.setFocus()

    @property
    def can_be_explained(self) -> bool:
        """Whether there is a reason to go to, or to open."""
        return not (self.isHidden() or (self.reason.isHidden() and self.explain.isHidden()))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.badge)
        head.addWidget(self.limit, 1)
        self._card = Card(self._theme, "sunken")
        self._card.body.addLayout(head)
        for widget in (self.sentence, self.strip, self.reason):
            self._card.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.explain)
        row.addStretch(1)
        self._card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def _begin(self) -> None:
        self._is_explaining = False
        self.reason.set_text("")
        self.sentence.set_text("")

    def _refresh(self) -> None:
        result = self._open_audit.outline.timescale(self._asked)
        self.setVisible(result is not None)
        if result is not None:
            self._show_result(result)
            self._show_reason()

    def _show_result(self, result: TimescaleResult) -> None:
        is_given = self.answer.is_given
        self.badge.set_content(badge(result), *_LOOKS[result.state])
        self.badge.setVisible(is_given and result.state is not TimescaleState.NOT_APPLICABLE)
        rule = _("Timescale: {limit}").format(limit=result.limit_words)
        self.limit.set_text(rule if result.limit_words else "")
        self.limit.setVisible(bool(result.limit_words))
        self._say(sentence(result) if is_given else result.reason)
        intervals = read_intervals(result, self._open_audit.audit.front.period_to)
        self.strip.set_intervals(intervals)
        is_series = self._asked.question.kind is QuestionKind.DATES
        self.strip.setVisible(is_series and is_given and len(intervals) >= _LEAST_FOR_STRIP)

    def _say(self, words: str) -> None:
        """Show the sentence; a screen reader says it when an edit has altered it."""
        is_other = bool(self.sentence.text()) and words != self.sentence.text()
        self.sentence.set_text(words)
        self.sentence.setVisible(bool(words))
        if is_other and words:
            announce(self, words)

    def _show_reason(self) -> None:
        text = self.answer.late_reason
        is_wanted = is_late(self._open_audit.outline, self._asked) and self.answer.is_given
        is_shown = is_wanted or bool(text) or self._is_explaining
        self.reason.refresh_text(text)
        self.reason.set_read_only(not self.can_edit)
        is_needed = needs_late_reason(self._open_audit.outline, self._asked)
        needed = _("Needed before sign-off. Say what the file gives, or that it gives no reason.")
        self.reason.set_hint(needed if is_needed and not text.strip() else "")
        self.reason.setVisible(is_shown)
        self.explain.setVisible(not is_shown and self.can_edit and self.answer.is_given)

    # Slots

    def _on_explain_clicked(self) -> None:
        self._is_explaining = True
        self._show_reason()
        self.reason.setFocus()

    def _on_reason_settled(self, text: str) -> None:
        self._change(typing="late reason", late_reason=text)
