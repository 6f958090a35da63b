# SPDX-License-Identifier: MPL-2.0
"""The strip that stays in sight while lines of an audit have two versions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.audit import Audit
from auditapp.model.settling import unsettled
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.surfaces.card import Card


class DifferenceStrip(QWidget):
    """Say how many lines came in two versions, and lead to where they are settled.

    Signals:
        settle_asked: the person wants to choose what stands.
    """

    settle_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = ElidedLabel(theme, "", "strong", "warn")
        self._what = ElidedLabel(theme, "", "body")
        self.button = PushButton(theme, _("Choose …"))
        self.button.clicked.connect(self.settle_asked)
        self._build()
        self.hide()

    def show_audit(self, audit: Audit) -> None:
        """Show how much of an audit is to be settled, signed or not; hide when nothing is."""
        count = len(unsettled(audit))
        self._what.set_text(
            _("They block the sign-off.")
            if audit.is_draft
            else _("What was signed stays as it is.")
        )
        self.setVisible(bool(count))
        words = ngettext("{count} line has two versions", "{count} lines have two versions", count)
        self._count.set_text(words.format(count=count))
        self.setAccessibleName(self._count.text())

    def _build(self) -> None:
        card = Card(self._theme, "small", "warn")
        card.set_padding(SPACE["4"], SPACE["1"])
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._count)
        words.addWidget(self._what)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "copy", "warn", 20))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(card)
