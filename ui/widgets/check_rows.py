# SPDX-License-Identifier: MPL-2.0
"""The options of a question with several answers, one below the other."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.answer_card import Mark
from ui.widgets.answer_group import AnswerGroup
from ui.widgets.answer_spec import AnswerSpec


class CheckRows(AnswerGroup):
    """Rows with a box and words; any number may be chosen.

    An exclusive option ("None of these") clears the others, and another option clears it.

    Signals:
        values_changed: the user chose or cleared an option; the values chosen, in order.
    """

    values_changed = Signal(tuple)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list called ``name``; give it options with ``set_answers``."""
        super().__init__(theme, name, Mark.CHECK, parent)

    def set_values(self, values: Iterable[str]) -> None:
        """Show these options as chosen, without a signal.

        Raises:
            KeyError: an option of that value is not on offer.
        """
        chosen = [self.card(value) for value in values]
        for card in self.cards:
            card.setChecked(card in chosen)

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the options chosen, in the order on show."""
        return tuple(card.spec.value for card in self.cards if card.isChecked())

    def _add_card(self, spec: AnswerSpec) -> None:
        super()._add_card(spec)
        self._cards[-1].clicked.connect(self._on_card_clicked)

    def _on_card_clicked(self) -> None:
        clicked = next(card for card in self.cards if card is self.sender())
        if clicked.isChecked():
            for card in self.cards:
                if card is not clicked and (card.spec.is_exclusive or clicked.spec.is_exclusive):
                    card.setChecked(False)
        self.values_changed.emit(self.values)
