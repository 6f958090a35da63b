# SPDX-License-Identifier: MPL-2.0
"""A few things to tick that are short enough to stand two in a line."""

from PySide6.QtCore import QRect

from ui.walkthrough.question.pair_choice import LEAST_WIDTH, paired_rects
from ui.widgets.answers.check_rows import CheckRows


class PairChecks(CheckRows):
    """Options with a box, two in a line where there is room.

    Signals:
        values_changed: the user chose or cleared an option; the values chosen, in order.
    """

    def _stacked_rects(self, width: int) -> list[QRect]:
        if width < 2 * self._theme.px(LEAST_WIDTH):
            return super()._stacked_rects(width)
        return paired_rects(self.cards, width)
