# SPDX-License-Identifier: MPL-2.0
"""Choose what audits are sent for, whom to, and perhaps which of them, by lot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.exchange import Purpose
from auditapp.model.ids import AuditId
from ui.exchange.purpose_words import MEANINGS, NAMES, count_words
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


@dataclass(frozen=True, slots=True)
class SendOrder:
    """Say what is to be sent; ``number`` of the audits are drawn by lot, with ``seed``, or all."""

    audits: tuple[AuditId, ...]
    purpose: Purpose
    recipient: str
    number: int | None = None
    seed: str = ""


class SendDialog(Dialog):
    """What the file is for, and whom it goes to.

    Signals:
        ordered: the person wants the file; a ``SendOrder``.
    """

    ordered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        fitting: Mapping[Purpose, Sequence[AuditId]],
        chosen: int,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the purposes for which some of the ``chosen`` audits are fit."""
        super().__init__(theme, _("Send audits"), parent, width=620)
        self._fitting = fitting
        self._chosen = chosen
        self.purpose = ComboField(theme, _("&What is it for?"))
        self.meaning = TextLabel(theme, "", "small", "2", wrap=True)
        self.count = TextLabel(theme, "", "strong", wrap=True)
        self.recipient = LineField(
            theme, _("W&ho is it for?"), hint=_("Kept with the record that it went out.")
        )
        self.draw = CheckBox(theme, _("Draw some of them by lot"))
        self.number = NumberField(theme, _("How many"), least=1)
        self.seed = LineField(
            theme, _("Seed of the draw"), hint=_("Any number that none of the readers chose.")
        )
        self._drawing = FieldRow(theme, [(self.number, 1), (self.seed, 2)])
        self._build()
        self.purpose.setFocus()

    @property
    def wanted(self) -> Purpose:
        """The purpose that is chosen."""
        return Purpose(self.purpose.value or next(iter(self._fitting)))

    def typed(self) -> dict[str, Any]:
        """Return what is chosen and typed, as plain values."""
        return {
            "purpose": self.wanted.value,
            "recipient": self.recipient.text,
            "draw": self.draw.isChecked(),
            "number": self.number.text,
            "seed": self.seed.text,
        }

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what `typed` returned before; nothing where it may not go out for that any more."""
        purpose = Purpose(typed["purpose"])
        if purpose not in self._fitting:
            return
        self.purpose.set_value(purpose.value)
        self.recipient.set_text(typed["recipient"])
        self.draw.setChecked(typed["draw"])
        self._show_purpose()
        self.number.set_text(typed["number"])
        self.seed.set_text(typed["seed"])

    # Building

    def _build(self) -> None:
        self.purpose.set_items([(each.value, NAMES[each]) for each in self._fitting])
        self.purpose.set_value(next(iter(self._fitting)).value)
        self.add_page(
            self.purpose, self.meaning, self.count, self.recipient, self.draw, self._drawing
        )
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Save the file …"), "primary", is_default=True)
        self.button.clicked.connect(self._on_clicked)
        self.purpose.value_chosen.connect(self._on_purpose_chosen)
        self.draw.toggled.connect(self._on_draw_toggled)
        self._show_purpose()

    def _show_purpose(self) -> None:
        count = len(self._fitting[self.wanted])
        self.meaning.set_text(MEANINGS[self.wanted])
        self.count.set_text(count_words(count, self._chosen))
        can_draw = self.wanted is Purpose.FOR_MODERATION and count > 1
        self.draw.setVisible(can_draw)
        self._drawing.setVisible(can_draw and self.draw.isChecked())
        self.number.set_limits(1, count)
        if self.number.value is None:
            self.number.set_value(max(1, count // 10))

    def _order(self) -> SendOrder | None:
        """Return the order; None where something is missing, which is said at its field."""
        is_drawn = self._drawing.isVisibleTo(self)
        if is_drawn:
            self.number.settle_now()
            if self.number.value is None and self.number.error is None:
                self.number.set_error(_("Say how many are to be drawn."))
            self.seed.set_error(None if self.seed.text.strip() else _("Write down a seed."))
            wrong = next((each for each in (self.number, self.seed) if each.error), None)
            if wrong is not None:
                wrong.line_edit.setFocus()
                return None
        number = int(self.number.value) if is_drawn and self.number.value else None
        audits = tuple(self._fitting[self.wanted])
        return SendOrder(audits, self.wanted, self.recipient.text, number, self.seed.text)

    # Slots

    def _on_purpose_chosen(self) -> None:
        self._show_purpose()
        announce(self, f"{self.meaning.text()} {self.count.text()}")

    def _on_draw_toggled(self, is_drawn: bool) -> None:
        self._drawing.setVisible(is_drawn)

    def _on_clicked(self) -> None:
        order = self._order()
        if order is not None:
            self.accept()  # before what follows opens a dialog of its own
            self.ordered.emit(order)
