# SPDX-License-Identifier: MPL-2.0
"""The answers of a rating, as a row of cards."""

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import Mark
from ui.widgets.answers.single_choice import SingleChoice

_LEAST_CARD_WIDTH = 100


class AnswerCards(SingleChoice):
    """The cards of a rating: side by side where every word fits, else stacked.

    Signals:
        value_chosen: the user chose another answer; its value.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty row called ``name``; give it answers with ``set_answers``."""
        super().__init__(theme, name, Mark.ICON, parent)

    def stacks_at(self, width: int) -> bool:
        """Return whether the cards are stacked when the group is ``width`` pixels wide."""
        least = self._theme.px(_LEAST_CARD_WIDTH)
        widest = max([least, *(card.least_column_width() for card in self.cards)])
        return width < widest * len(self.cards)
