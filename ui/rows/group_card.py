# SPDX-License-Identifier: MPL-2.0
"""One sheet: a title, a sentence, and lists."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class GroupCard(Card):
    """A card with a title over its groups; the sentence below the title may change.

    Signals:
        step_asked: a line was chosen; the step it leads to.
        key_chosen: a line was chosen that leads elsewhere; its key.
        row_reached: another line has the focus; the list that holds it.
    """

    step_asked = Signal(object)
    key_chosen = Signal(str)
    row_reached = Signal(object)

    def __init__(
        self, theme: Theme, title: str, groups: Sequence[RowGroup], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "large", parent=parent)
        self.groups = groups
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.body.setSpacing(2)
        self.body.addWidget(TextLabel(theme, title, "heading", wrap=True))
        self.body.addWidget(self._words)
        for group in groups:
            group.step_asked.connect(self.step_asked)
            group.key_chosen.connect(self.key_chosen)
            group.row_reached.connect(self.row_reached)
            self.body.addWidget(group)

    def set_words(self, words: str) -> None:
        """Say something else below the title, or nothing."""
        self._words.set_text(words)
        self._words.setVisible(bool(words))
