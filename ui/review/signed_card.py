# SPDX-License-Identifier: MPL-2.0
"""What is known of an audit that has been signed off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.audit import SignOff
from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.date_text import date_words
from ui.widgets.icon_label import IconLabel
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel

_SHORT = 8
"""Digits in a group, so that two fingerprints can be compared by eye."""


class SignedCard(Card):
    """When the audit was signed off, by whom, its fingerprint, and the way to the report.

    Signals:
        report_asked: the person wants to see the report.
    """

    report_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._when = TextLabel(theme, "", "body", wrap=True)
        self._fingerprint = TextLabel(theme, "", "small", "2", wrap=True)
        self.button = PushButton(theme, _("See the report"), "primary", "file-text")
        self.button.clicked.connect(self.report_asked)
        self._build()

    def show_sign_off(self, signed: SignOff) -> None:
        """Show who signed and when, and the fingerprint of the contents."""
        at = signed.at.astimezone()
        self._when.set_text(
            _("By {name} on {day} at {time}. Nothing in it can be changed any more.").format(
                name=signed.by, day=date_words(at.date()), time=f"{at:%H:%M}"
            )
        )
        self._fingerprint.set_text(fingerprint_words(signed.content_hash))

    def _build(self) -> None:
        theme = self._theme
        heading = QHBoxLayout()
        heading.setContentsMargins(4, 0, 0, 0)
        heading.setSpacing(4)
        heading.addWidget(IconLabel(theme, "lock", "ok", 20))
        heading.addWidget(TextLabel(theme, _("Signed off and locked"), "heading", wrap=True), 1)
        self.body.addLayout(heading)
        self.body.addWidget(self._when)
        self.body.addSpacing(8)
        words = _("Fingerprint of the audit’s contents (SHA-256)")
        self.body.addWidget(TextLabel(theme, words, "caption", "3", wrap=True))
        self.body.addWidget(self._fingerprint)
        self.body.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)


def fingerprint_words(content_hash: str) -> str:
    """Return a hash in groups that can be compared by eye."""
    groups = range(0, len(content_hash), _SHORT)
    return " ".join(content_hash[start : start + _SHORT] for start in groups)
