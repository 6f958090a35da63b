# SPDX-License-Identifier: MPL-2.0
"""What one person said about the help, or why they were not asked."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from auditapp.change import Change
from auditapp.i18n import _
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.labels import label
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_ASKED: Final = {"yes": True, "no": False}


class FeedbackForm(Card):
    """Take the feedback of one person."""

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        person: FeedbackFrom,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "sunken", parent=parent)
        self._open_audit = open_audit
        self._person = person
        self.asked = AnswerCards(theme, _("{who}: were they asked?").format(who=label(person)))
        self.how = LineField(
            theme, _("How were they asked?"), placeholder=_("For example: by phone, by the auditor")
        )
        self.said = TextArea(theme, _("What did they say?"), min_lines=2)
        self.why_not = TextArea(theme, _("Why were they not asked?"), min_lines=2)
        self._build(theme)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the feedback as it is kept."""
        feedback = self._feedback()
        asked = feedback.asked
        self.asked.set_value(None if asked is None else "yes" if asked else "no")
        self.asked.set_read_only(not self._open_audit.can_edit)
        for field, text in (
            (self.how, feedback.how),
            (self.said, feedback.said),
            (self.why_not, feedback.why_not),
        ):
            field.refresh_text(text)
            field.set_read_only(not self._open_audit.can_edit)
            field.setVisible(asked is (field is not self.why_not))

    def settle_now(self) -> None:
        """Commit what has been typed."""
        for field in (self.how, self.said, self.why_not):
            field.settle_now()

    def _build(self, theme: Theme) -> None:
        self.asked.set_answers(
            [
                AnswerSpec("yes", _("Asked"), "message-square"),
                AnswerSpec("no", _("Not asked"), "minus", "neutral"),
            ]
        )
        self.body.addWidget(TextLabel(theme, label(self._person), "strong", wrap=True))
        for widget in (self.asked, self.how, self.said, self.why_not):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.asked.value_chosen.connect(self._on_asked_chosen)
        self.how.text_settled.connect(self._on_how_settled)
        self.said.text_settled.connect(self._on_said_settled)
        self.why_not.text_settled.connect(self._on_why_not_settled)
        self._open_audit.changed.connect(self._on_changed)

    def _feedback(self) -> Feedback:
        return self._open_audit.audit.feedback.get(self._person, Feedback())

    def _put(self, typing: str = "", **fields: Any) -> None:  # noqa: ANN401 - fields of Feedback
        feedback = Feedback(**{**dict(self._feedback()), **fields})
        self._open_audit.put_feedback(self._person, feedback, initiator=self, typing=typing)

    # Slots

    def _on_asked_chosen(self, value: str) -> None:
        self.settle_now()
        self._put(asked=_ASKED[value])
        self.refresh()

    def _on_how_settled(self, text: str) -> None:
        self._put("feedback how", how=text)

    def _on_said_settled(self, text: str) -> None:
        self._put("feedback said", said=text)

    def _on_why_not_settled(self, text: str) -> None:
        self._put("feedback why not", why_not=text)

    def _on_changed(self, change: Change, initiator: object) -> None:
        is_of_interest = change.touches("feedback", self._person) or change.touches("sign_off")
        if is_of_interest and initiator is not self:
            self.refresh()
