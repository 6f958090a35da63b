# SPDX-License-Identifier: MPL-2.0
"""The step that asks about the file as a whole."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.change import Change
from auditapp.i18n import _
from auditapp.model.audit import Overall
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.bring_in_dialog import BringInDialog
from ui.walkthrough.grade_form import GradeForm
from ui.walkthrough.question_item import QuestionItem, shortfalls, strengths
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_LINES: Final = 3


class OverallCard(Card):
    """Take strengths, areas for improvement, a summary, and the two grades of the audit."""

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._open_audit = open_audit
        point_hint = _("One point a line.")
        self.strengths = TextArea(
            theme, _("Strengths"), hint=point_hint, min_lines=_LINES, is_heading=True
        )
        self.improvements = TextArea(
            theme, _("Areas for improvement"), hint=point_hint, min_lines=_LINES, is_heading=True
        )
        self.summary = TextArea(
            theme,
            _("Summary"),
            hint=_("What difference has the help made to this child, and what must happen next?"),
            min_lines=_LINES,
            counts_words=True,
            is_heading=True,
        )
        self.bring_strengths = self._bring_in_button(self.strengths)
        self.bring_improvements = self._bring_in_button(self.improvements)
        self.practice = GradeForm(theme, open_audit, clock)
        # Its numbers go on from those above, as those of the causes under an answer do.
        self.impact = GradeForm(theme, open_audit, clock, first_digit=len(GradeBand) + 1)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the texts and grades as they are kept."""
        overall, can_edit = self._open_audit.audit.overall, self._open_audit.can_edit
        for field, text in (
            (self.strengths, overall.strengths),
            (self.improvements, overall.improvements),
            (self.summary, overall.summary),
        ):
            field.refresh_text(text)
            field.set_read_only(not can_edit)
        self.bring_strengths.setVisible(can_edit)
        self.bring_improvements.setVisible(can_edit)

    def show_grades(self) -> None:
        """Show what the rules suggest now, beside the grades given."""
        self.practice.show_grade(PRACTICE, _("Practice grade of the audit"))
        self.impact.show_grade(IMPACT, _("Impact grade of the audit"))

    def settle_now(self) -> None:
        """Commit what has been typed."""
        for part in (self.strengths, self.improvements, self.summary, self.practice, self.impact):
            part.settle_now()

    def focus_answer(self) -> None:
        """Put the focus on the strengths."""
        self.strengths.setFocus()

    @property
    def choice_count(self) -> int:
        """How many grades can be chosen by their numbers."""
        return len(self.practice.cards.cards) + len(self.impact.cards.cards)

    def choose(self, number: int) -> None:
        """Choose the grade that shows this number."""
        self.practice.choose(number)
        self.impact.choose(number)

    def _bring_in_button(self, field: TextArea) -> PushButton:
        button = PushButton(self._theme, _("Bring in from the answers"), "quiet", "list-checks")
        name = _("Bring in {what} from the answers").format(what=field.label.text().casefold())
        button.setAccessibleName(name)
        field.heading.add(button)
        return button

    def _build(self) -> None:
        theme = self._theme
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, _("OVERALL GRADES"), "overline", "primary"))
        self.body.addWidget(TextLabel(theme, _("The file as a whole"), "title", wrap=True))
        for field in (self.strengths, self.improvements, self.summary):
            self.body.addWidget(field)
        for title, form in (
            (_("Practice grade"), self.practice),
            (_("Impact grade"), self.impact),
        ):
            self.body.addSpacing(8)
            self.body.addWidget(TextLabel(theme, title, "heading", wrap=True))
            self.body.addWidget(form)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.strengths.text_settled.connect(self._on_strengths_settled)
        self.improvements.text_settled.connect(self._on_improvements_settled)
        self.summary.text_settled.connect(self._on_summary_settled)
        self.bring_strengths.clicked.connect(self._on_bring_strengths_clicked)
        self.bring_improvements.clicked.connect(self._on_bring_improvements_clicked)
        self._open_audit.changed.connect(self._on_changed)

    def _put(self, typing: str = "", **texts: str) -> None:
        overall = Overall(**{**dict(self._open_audit.audit.overall), **texts})
        self._open_audit.change_overall(overall, initiator=self, typing=typing)

    def _ask(self, title: str, items: Sequence[QuestionItem]) -> BringInDialog:
        self.settle_now()
        dialog = BringInDialog(self._theme, title, items, self)
        dialog.open()
        return dialog

    # Slots

    def _on_strengths_settled(self, text: str) -> None:
        self._put("strengths", strengths=text)

    def _on_improvements_settled(self, text: str) -> None:
        self._put("improvements", improvements=text)

    def _on_summary_settled(self, text: str) -> None:
        self._put("summary", summary=text)

    def _on_bring_strengths_clicked(self) -> None:
        items = strengths(self._open_audit.outline)
        dialog = self._ask(_("Strengths from the answers"), items)
        dialog.lines_chosen.connect(self._on_strengths_chosen)

    def _on_bring_improvements_clicked(self) -> None:
        items = shortfalls(self._open_audit.outline)
        dialog = self._ask(_("Shortfalls from the answers"), items)
        dialog.lines_chosen.connect(self._on_improvements_chosen)

    def _on_strengths_chosen(self, lines: list[str]) -> None:
        self._put(strengths=_with_lines(self._open_audit.audit.overall.strengths, lines))
        self.refresh()

    def _on_improvements_chosen(self, lines: list[str]) -> None:
        self._put(improvements=_with_lines(self._open_audit.audit.overall.improvements, lines))
        self.refresh()

    def _on_changed(self, change: Change, initiator: object) -> None:
        is_of_interest = change.touches("overall") or change.touches("sign_off")
        if is_of_interest and initiator is not self:
            self.refresh()


def _with_lines(text: str, lines: Sequence[str]) -> str:
    """Return ``text`` with the lines that it does not have yet added at its end."""
    held = text.splitlines()
    return "\n".join([*held, *(line for line in lines if line not in held)])
