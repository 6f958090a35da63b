# SPDX-License-Identifier: MPL-2.0
"""The last step of an audit: signing it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.audit import Audit
from ui.messages import Message
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card


class SignOffCard(Card):
    """What signing off means, who signs, and the button, which says why while it cannot be used.

    Signals:
        sign_off_asked: the person signs.
        name_asked: the person wants to change the name that stands under the audit.
    """

    sign_off_asked = Signal()
    name_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._blocking = 0
        self._advisory = 0
        self._title = TextLabel(theme, _("Sign off"), "heading", wrap=True)
        self._name = TextLabel(theme, "", "strong", wrap=True)
        self.name_button = PushButton(theme, _("Change the name"), "quiet")
        self.seen_box = CheckBox(theme, "")
        self.button = PushButton(theme, _("Sign off and lock"), "primary", "lock")
        self._reason = TextLabel(theme, "", "small", "2", wrap=True)
        self._banner = Banner(theme, "danger", "")
        self._build()
        self.name_button.clicked.connect(self.name_asked)
        self.seen_box.toggled.connect(self._show_reason)
        self.button.clicked.connect(self.sign_off_asked)

    def show_audit(self, audit: Audit) -> None:
        """Show who signs what: the audit, or the amendment that somebody made of it."""
        self._name.set_text(_("Signed by {name}").format(name=audit.writer))
        self.name_button.setVisible(audit.amendment is None)
        title = _("Sign off")
        if audit.amendment is not None:
            title = _("Sign off amendment {number}").format(number=audit.amendment.number)
        self._title.set_text(title)

    def set_gaps(self, *, blocking: int, advisory: int, are_seen: bool) -> None:
        """Take in how much blocks, how much is only advised, and whether the latter was seen."""
        self._blocking, self._advisory = blocking, advisory
        self.seen_box.setVisible(advisory > 0)
        self.seen_box.setText(
            ngettext(
                "I have seen the point above",
                "I have seen the {count} points above",
                advisory,
            ).format(count=advisory)
        )
        if not are_seen:
            self.seen_box.setChecked(False)
        self._banner.hide()
        self._show_reason()

    def show_failure(self, message: Message) -> None:
        """Say why the audit could not be signed off."""
        self._banner.show_message("danger", message.title, message.text)

    @property
    def reason(self) -> str:
        """Why the audit cannot be signed off now; empty when it can."""
        if self._blocking:
            return ngettext(
                "One thing still stands in the way.",
                "{count} things still stand in the way.",
                self._blocking,
            ).format(count=self._blocking)
        if self._advisory and not self.seen_box.isChecked():
            return _("Read the points that do not fit together, then tick the box.")
        return ""

    def _build(self) -> None:
        theme = self._theme
        self.body.addWidget(self._title)
        meaning = _(
            "Signing off says that this is your judgement of the file. From then on the audit is "
            "locked, for you too: it changes only by an amendment, which keeps what you signed. "
            "A fingerprint of all that you recorded is printed in the report, so that any later "
            "change would show."
        )
        self.body.addWidget(TextLabel(theme, meaning, "body", "2", wrap=True))
        self.body.addSpacing(6)
        who = FlowRow()
        who.add(self._name)
        who.add(self.name_button)
        self.body.addWidget(who)
        self.body.addWidget(self.seen_box)
        self.body.addSpacing(4)
        self._banner.hide()
        self.body.addWidget(self._banner)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._reason)

    def _show_reason(self) -> None:
        reason = self.reason
        self._reason.set_text(reason)
        self._reason.setVisible(bool(reason))
        self.button.setEnabled(not reason)
        self.button.setAccessibleDescription(reason)
