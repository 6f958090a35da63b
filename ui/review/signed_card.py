# SPDX-License-Identifier: MPL-2.0
"""What is known of an audit that has been signed off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.model.audit import Audit
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.date_text import date_words
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class SignedCard(Card):
    """When the audit was signed off, by whom, its fingerprint, and what can be done now.

    Signals:
        report_asked: the person wants to see the report.
        amend_asked: the person wants to put something right.
        next_case_asked: the person wants the next case of the round; its id.
    """

    report_asked = Signal()
    amend_asked = Signal()
    next_case_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._when = TextLabel(theme, "", "body", wrap=True)
        self._fingerprint = TextLabel(theme, "", "small", "2", wrap=True)
        # The way on is at the foot of the window already.
        self.button = PushButton(theme, _("See the report"), icon="file-text")
        self.amend_button = PushButton(theme, _("Amend this audit …"), "secondary", "pencil")
        self.next_button = PushButton(theme, _("&Next case of the round"), "primary", "list-checks")
        self._round = ""
        self.next_button.clicked.connect(self._on_next_clicked)
        self.button.clicked.connect(self.report_asked)
        self.amend_button.clicked.connect(self.amend_asked)
        self._build()

    def show_audit(self, audit: Audit) -> None:
        """Show who signed and when, and the fingerprint of the contents; nothing of a draft."""
        signed = audit.sign_off
        if signed is None:
            return
        links = audit.links
        self._round = (links.round if links else None) or ""
        self.next_button.setVisible(bool(self._round))
        at = signed.at.astimezone()
        title = _("Signed off and locked")
        if audit.amendment is not None:
            title = _("Amendment {number} signed off and locked").format(
                number=audit.amendment.number
            )
        self._title.set_text(title)
        words = _(
            "By {name} on {day} at {time}. It changes only by an amendment, which keeps what was "
            "signed."
        )
        day = date_words(at.date())
        self._when.set_text(words.format(name=signed.by, day=day, time=f"{at:%H:%M}"))
        self._fingerprint.set_text(grouped(signed.content_hash))

    @property
    def way_on(self) -> PushButton:
        """The button that leads on from here: to the next case of a round, else to the report."""
        return self.next_button if self._round else self.button

    def _build(self) -> None:
        theme = self._theme
        heading = QHBoxLayout()
        heading.setContentsMargins(4, 0, 0, 0)
        heading.setSpacing(4)
        heading.addWidget(IconLabel(theme, "lock", "ok", 20))
        heading.addWidget(self._title, 1)
        self.body.addLayout(heading)
        self.body.addWidget(self._when)
        self.body.addSpacing(8)
        words = _("Fingerprint of the audit’s contents (SHA-256)")
        self.body.addWidget(TextLabel(theme, words, "caption", "3", wrap=True))
        self.body.addWidget(self._fingerprint)
        self.body.addSpacing(8)
        row = FlowRow()
        row.add(self.next_button)
        row.add(self.button)
        row.add(self.amend_button)
        self.body.addWidget(row)

    def _on_next_clicked(self) -> None:
        self.next_case_asked.emit(self._round)
