# SPDX-License-Identifier: MPL-2.0
"""The step that asks what the child, the family and the practitioner say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.follow_up import FeedbackFrom
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.feedback_form import FeedbackForm
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class FeedbackCard(Card):
    """Take the feedback of the three people who know the work from the inside.

    Signals:
        questions_asked: the sheets of questions are wanted, to print or to save.
    """

    questions_asked = Signal()

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.forms = {person: FeedbackForm(theme, open_audit, person) for person in FeedbackFrom}
        hint = _("What do they say about the help? Where nobody asked, say why.")
        self.body.addWidget(TextLabel(theme, _("FEEDBACK"), "overline", "primary"))
        title = _("What the people themselves say")
        self.body.addWidget(TextLabel(theme, title, "title", wrap=True))
        self.body.addWidget(TextLabel(theme, hint, "body", "2", wrap=True))
        self.questions_button = PushButton(theme, _("&Questions to print …"), icon="printer")
        self.questions_button.clicked.connect(self.questions_asked)
        buttons = FlowRow()
        buttons.add(self.questions_button)
        self.body.addWidget(buttons)
        self.body.setSpacing(8)
        for form in self.forms.values():
            self.body.addWidget(form)
        self.body.addStretch(1)

    def settle_now(self) -> None:
        """Commit what has been typed."""
        for form in self.forms.values():
            form.settle_now()

    def focus_answer(self) -> None:
        """Put the focus on the first person."""
        self.forms[FeedbackFrom.CHILD].asked.setFocus()
