# SPDX-License-Identifier: MPL-2.0
"""Settle what was changed on two computers to different things, line by line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.errors import AuditAppError
from auditapp.exchange.incoming import RowVersions
from auditapp.history.places import Places
from auditapp.i18n import _, ngettext
from auditapp.model.records import Record
from auditapp.model.settling import AFTER
from ui.exchange.difference_card import DifferenceCard
from ui.fault_banner import FaultBanner
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.fields.line_field import LineField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_WIDTH: Final = 860
_AT_A_TIME: Final = 10
"""Cards shown at once: one that is settled makes room for the next."""


class DifferencesDialog(Dialog):
    """A card for each line, until none is left. Nothing is chosen beforehand, and none is lost.

    What is not chosen stays in the history. It closes itself after the last.
    """

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        found: Sequence[RowVersions],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """List what was ``found``; ``name`` is that of whoever is likely to choose."""
        super().__init__(theme, _("Which version stands?"), parent, width=_WIDTH)
        self._open_audit = open_audit
        self._waiting = list(found)
        self.cards: list[DifferenceCard] = []
        self.count = TextLabel(theme, "", "strong", wrap=True)
        self.fault = FaultBanner(theme)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE["3"])
        self._list.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._list)
        words = _(
            "These lines were changed on two computers to different things. Choose the version "
            "that stands, by its button or its number. The other one stays in the history."
        )
        self.name = LineField(
            theme, _("&Who chooses"), hint=_("Kept with what was done about the audit.")
        )
        self.name.set_text(name)
        self.name.setVisible(any(each.table in AFTER for each in found))
        text = TextLabel(theme, words, "body", "2", wrap=True)
        self._page = self.add_page(text, self.name, self.count, self.fault, holder)
        self.close_button = self.add_cancel(_("Later"))
        self._fill()
        self._focus()

    def _fill(self) -> None:
        places = Places(self._open_audit.outline, ())
        while self._waiting and len(self.cards) < _AT_A_TIME:
            card = DifferenceCard(self._theme, self._waiting.pop(0), places)
            card.chosen.connect(self._on_chosen)
            self.cards.append(card)
            self._list.addWidget(card)
        left = len(self.cards) + len(self._waiting)
        words = ngettext("{count} line to settle", "{count} lines to settle", left)
        self.count.set_text(words.format(count=left))

    def _focus(self) -> None:
        if self.cards:
            self.cards[0].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, versions: RowVersions, row: Record | None) -> bool:
        """Settle a line; return whether it is, or the name of whoever chooses is missing."""
        table, key = versions.table, versions.key
        if table not in AFTER:
            self._open_audit.settle(table, key, row)
            return True
        name = self.name.text.strip()
        self.name.set_error(None if name else _("Say who chooses."))
        if not name:
            self.name.line_edit.setFocus()
            self._page.show_whole(self.name)
            return False
        self._open_audit.settle_follow_up(table, key, row, name)
        return True

    def _on_chosen(self, versions: RowVersions, row: Record | None) -> None:
        try:
            if not self._settle(versions, row):
                return
        except AuditAppError as error:
            self.fault.tell(error)
            self._page.show_whole(self.fault)
            return
        self.fault.hide()
        card = next(each for each in self.cards if each.versions is versions)
        self.cards.remove(card)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._fill()
        if not self.cards:
            self.accept()
            return
        announce(self, self.count.text())
        self._focus()
