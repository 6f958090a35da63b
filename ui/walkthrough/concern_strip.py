# SPDX-License-Identifier: MPL-2.0
"""The strip that stays in sight while an immediate concern is open."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.audit import Audit
from auditapp.model.ids import RecordId
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_FOLD_BELOW: Final = 440
"""Pixels at 100 %: where it is narrower the button stands below the words."""


class ConcernStrip(QWidget):
    """Show how many concerns are open, and the oldest of them.

    Signals:
        response_asked: the person wants to record the response; the key of the concern.
    """

    response_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key: RecordId | None = None
        self._count = TextLabel(theme, "", "strong", "danger", wrap=True)
        self._what = ElidedLabel(theme, "", "body")
        self.button = PushButton(theme, _("Record the response"))
        self.button.clicked.connect(self._on_button_clicked)
        self._build()
        self.hide()

    def show_concerns(self, audit: Audit) -> None:
        """Show the open concerns of an audit; hide when there is none."""
        concerns = audit.open_concerns
        self.setVisible(bool(concerns))
        if not concerns:
            return
        oldest = concerns[0]
        self._key = next(key for key, each in audit.concerns.items() if each is oldest)
        count = len(concerns)
        words = ngettext(
            "An immediate concern is open", "{count} immediate concerns are open", count
        ).format(count=count)
        self._count.set_text(words)
        self._what.set_text(oldest.what)
        self.button.setText(_("Record the response") if audit.is_draft else _("Read it"))
        self.setAccessibleName(f"{words}: {oldest.what}")

    def _build(self) -> None:
        card = Card(self._theme, "small", "danger")
        card.set_padding(SPACE["4"], SPACE["1"])
        words = QVBoxLayout()
        words.setSpacing(SPACE["half"])
        words.addWidget(self._count)
        words.addWidget(self._what)
        concern = QWidget()
        concern.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW, spacing=SPACE["2"])
        row.add(concern, 1)
        row.add(self.button)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE["2"])
        icon = IconLabel(self._theme, "siren", "danger", 20)
        beside.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(row, 1)
        card.body.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(card)

    def _on_button_clicked(self) -> None:
        if self._key is not None:
            self.response_asked.emit(self._key)
