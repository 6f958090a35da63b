# SPDX-License-Identifier: MPL-2.0
"""A few options that are short enough to stand two in a line."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import AnswerCard
from ui.widgets.answers.option_rows import OptionRows

LEAST_WIDTH = 290
"""Width, in pixels at 100 %, under which an option wants the whole line."""


class PairChoice(OptionRows):
    """Options with a circle, two in a line where there is room.

    Signals:
        value_chosen: the user chose another option; its value.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty group called ``name``; give it options with ``set_answers``."""
        super().__init__(theme, name, parent)

    def _stacked_rects(self, width: int) -> list[QRect]:
        if width < 2 * self._theme.px(LEAST_WIDTH):
            return super()._stacked_rects(width)
        return paired_rects(self.cards, width)


def paired_rects(cards: Sequence[AnswerCard], width: int) -> list[QRect]:
    """Return a rectangle for each card, two in a line of ``width`` pixels."""
    half = width // 2
    rects: list[QRect] = []
    top = 0
    for i in range(0, len(cards), 2):
        pair = cards[i : i + 2]
        height = max(card.height_at(half, is_row=True) for card in pair)
        rects += [QRect(column * half, top, half, height) for column in range(len(pair))]
        top += height
    return rects
