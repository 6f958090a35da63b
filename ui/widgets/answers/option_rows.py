# SPDX-License-Identifier: MPL-2.0
"""The options of a choice, one below the other."""

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import Mark
from ui.widgets.answers.single_choice import SingleChoice


class OptionRows(SingleChoice):
    """Rows with a circle and words that may be long; one may be chosen.

    Signals:
        value_chosen: the user chose another option; its value.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list called ``name``; give it options with ``set_answers``."""
        super().__init__(theme, name, Mark.RADIO, parent)
