# SPDX-License-Identifier: MPL-2.0
"""Where a person gives a grade: what the rules suggest, the four grades, and the reason."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.change import Change
from auditapp.checklist.citations import citation_words
from auditapp.i18n import _
from auditapp.judgement.gaps import GapKind, grade_gap
from auditapp.judgement.grading import suggest_grade
from auditapp.model.grade import IMPACT, Grade, GradeBand, SuggestedGrade
from auditapp.model.labels import label
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.point_list import Point, PointList
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.grade_looks import GRADE_ICONS, grade_specs
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class GradeForm(QWidget):
    """Show and take one grade: of a section, or the practice or impact grade.

    The suggestion is never chosen beforehand: the grade is a person's.
    """

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        clock: Callable[[], datetime],
        *,
        first_digit: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a grade; ``first_digit`` is the key of the best one."""
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._clock = clock
        self._key = ""
        self.cards = AnswerCards(theme, "")
        self.reason = TextArea(theme, _("Reason"), min_lines=2, counts_words=True, is_heading=True)
        self.cards.set_answers(grade_specs(first_digit))
        self._build()
        self.cards.value_chosen.connect(self._on_value_chosen)
        self.reason.text_settled.connect(self._on_reason_settled)
        open_audit.changed.connect(self._on_changed)

    def show_grade(self, key: str, name: str) -> None:
        """Show the grade with this key; ``name`` is what screen readers call the four cards."""
        self.settle_now()
        self._key = key
        self.cards.set_name(name)
        grade = self._grade()
        self.reason.set_text(grade.reason if grade else "")
        self._refresh()

    def settle_now(self) -> None:
        """Commit what has been typed."""
        self.reason.settle_now()

    def choose(self, number: int) -> None:
        """Choose the grade that shows this number, where one does."""
        self.cards.choose_digit(number)

    @property
    def suggestion(self) -> SuggestedGrade:
        """What the rules make of the answers at this moment."""
        return suggest_grade(self._open_audit.outline, self._key)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._suggestion_card())
        column.addWidget(self.cards)
        column.addWidget(self.reason)

    def _suggestion_card(self) -> Card:
        card = Card(self._theme, "sunken")
        self._heading = TextLabel(self._theme, "", "strong", "2")
        self._pill = Pill(self._theme, "", "neutral")
        self._capped = Pill(self._theme, _("Capped"), "warn", "shield-alert")
        self._explanation = PointList(self._theme, tone="2")
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget in (self._heading, self._pill, self._capped):
            row.addWidget(widget)
        row.addStretch(1)
        card.body.setSpacing(8)
        card.body.addLayout(row)
        card.body.addWidget(self._explanation)
        return card

    def _grade(self) -> Grade | None:
        return self._open_audit.audit.grades.get(self._key)

    def _refresh(self) -> None:
        grade = self._grade()
        can_edit = self._open_audit.can_edit
        self._show_suggestion(self.suggestion)
        self.cards.set_value(grade.band.value if grade else None)
        self.cards.set_read_only(not can_edit)
        self.reason.refresh_text(grade.reason if grade else "")
        self.reason.set_read_only(not can_edit)
        self.reason.setEnabled(grade is not None)
        self._show_gap()

    def _show_suggestion(self, suggestion: SuggestedGrade) -> None:
        band = suggestion.band
        heading = _("Suggested") if band else _("No suggestion")
        self._heading.set_text(heading)
        self._heading.setVisible(self._key != IMPACT)  # nothing is ever suggested there
        self._pill.setVisible(band is not None)
        if band is not None:
            self._pill.set_content(label(band), band.value, GRADE_ICONS[band])
        self._capped.setVisible(suggestion.is_capped)
        self._explanation.set_points(
            [Point(citation_words(line), "info") for line in suggestion.explanation]
        )

    def _show_gap(self) -> None:
        """Say why a reason is wanted, as long as there is none."""
        gap = grade_gap(self._open_audit.outline, self._key)
        if gap is not None and gap.kind is GapKind.NO_GRADE_REASON:
            self.reason.set_error(gap.sentence)
        else:
            self.reason.set_error(None)

    def _give(self, band: GradeBand, reason: str, typing: str = "") -> None:
        grade = Grade(
            band=band,
            reason=reason,
            suggested=self.suggestion.band,
            given_at=self._clock(),
            given_by=self._open_audit.audit.writer,
        )
        self._open_audit.give_grade(self._key, grade, initiator=self, typing=typing)
        self._refresh()

    # Slots

    def _on_value_chosen(self, value: str) -> None:
        self._give(GradeBand(value), self.reason.text)

    def _on_reason_settled(self, text: str) -> None:
        grade = self._grade()
        if grade is not None:
            self._give(grade.band, text, typing="grade reason")

    def _on_changed(self, change: Change, initiator: object) -> None:
        is_of_interest = any(change.touches(table) for table in ("grades", "answers", "sign_off"))
        if self._key and is_of_interest and initiator is not self and self.isVisible():
            self._refresh()
