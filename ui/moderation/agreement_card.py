# SPDX-License-Identifier: MPL-2.0
"""How far two readers agree, in plain words, against a target."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.insight.agreement_across import AgreementAcross
from ui.messages import Message
from ui.moderation.agreement_rows import (
    AGREEMENT_COLUMNS,
    group_rows,
    overall_words,
    too_few_auditors,
    too_few_questions,
)
from ui.preferences import Preferences
from ui.rows.row_group import RowGroup
from ui.settled import show_settled
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.number_field import NumberField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_FEW = 8
_LEAST_NUMBER = 280


class AgreementCard(Card):
    """Practice and impact grades, each auditor, and each question, the least agreed on first.

    Signals:
        row_reached: a line has the focus and should be in view; the list that holds it.
    """

    row_reached = Signal(object)

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self._found: AgreementAcross | None = None
        self.target = NumberField(
            theme, _("&Target for the same grade"), unit="%", least=1, most=100,
            hint=_("The usual target is 85%: council and inspectors saw as many cases alike."),
        )  # fmt: skip
        self.target.set_value(preferences.settings.agreement_target)
        show_settled(preferences, {"agreement_target": self.target})
        self.practice = TextLabel(theme, "", "body", wrap=True)
        self.impact = TextLabel(theme, "", "body", wrap=True)
        self.auditors = RowGroup(
            theme, _("By auditor"), icon="users", columns=AGREEMENT_COLUMNS,
            about=_("Auditor"), few=_FEW,
        )  # fmt: skip
        self.few_auditors = TextLabel(theme, "", "small", "2", wrap=True)
        self.questions = RowGroup(
            theme, _("By question, the least agreed on first"), icon="list-checks",
            columns=AGREEMENT_COLUMNS, about=_("Question"), few=_FEW, at_a_time=50,
        )  # fmt: skip
        self.few_questions = TextLabel(theme, "", "small", "2", wrap=True)
        self._build()
        self.target.value_changed.connect(self._on_target_changed)
        for group in (self.auditors, self.questions):
            group.row_reached.connect(self.row_reached)

    def show_waiting(self) -> None:
        """Say that it is being counted, where nothing is on show yet."""
        if self._found is None:
            self.practice.set_text(_("Counting …"))

    def show_found(self, found: AgreementAcross) -> None:
        """Show how far the readings agree."""
        self._found = found
        target = self._preferences.settings.agreement_target
        self.practice.set_text("\n".join(overall_words(found.practice, target)))
        self.impact.set_text("\n".join(overall_words(found.impact, target)))
        self.auditors.set_rows(group_rows(found.by_auditor, target))
        self.questions.set_rows(group_rows(found.by_question, target))
        self.few_auditors.set_text(too_few_auditors(found.by_auditor))
        self.few_questions.set_text(too_few_questions(found.by_question))
        for label in (self.few_auditors, self.few_questions):
            label.setVisible(bool(label.text()))

    def show_failure(self, message: Message) -> None:
        """Say why it could not be counted."""
        self._found = None
        self.practice.set_text(f"{message.title} {message.text}")

    def settle_now(self) -> None:
        """Keep what is typed."""
        self.target.settle_now()

    def _build(self) -> None:
        theme = self._theme
        words = _(
            "Counted over the signed audits that were read twice. Of few grades little can be "
            "said, and that is said. By auditor is for a talk with the auditor, never for a league "
            "table."
        )
        grid = FieldGrid(theme, 2, _LEAST_NUMBER)
        grid.add(self.target)
        self.body.setSpacing(SPACE["2"])
        self.body.addWidget(
            TextLabel(theme, _("How far both readings agree"), "heading", wrap=True)
        )
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.body.addWidget(grid)
        self.body.addWidget(TextLabel(theme, _("Practice grades"), "strong"))
        self.body.addWidget(self.practice)
        self.body.addWidget(TextLabel(theme, _("Impact grades"), "strong"))
        for part in (
            self.impact, self.auditors, self.few_auditors, self.questions, self.few_questions,
        ):  # fmt: skip
            self.body.addWidget(part)

    def _on_target_changed(self, target: int | None) -> None:
        if target is None:
            self.target.set_value(self._preferences.settings.agreement_target)
            return
        self._preferences.change(agreement_target=target)
        if self._found is not None:
            self.show_found(self._found)
