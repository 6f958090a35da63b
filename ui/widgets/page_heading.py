# SPDX-License-Identifier: MPL-2.0
"""The top of a page: what it is at the left, what can be done at the right."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.folding_row import FoldingRow
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel

_FOLD_BELOW: Final = 640


class PageHeading(FoldingRow):
    """A title and its buttons, one below the other where there is no room."""

    def __init__(
        self, theme: Theme, title: str, *buttons: PushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, fold_below=_FOLD_BELOW, parent=parent)
        self.title = TextLabel(theme, title, "title", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._buttons = FlowRow(0, is_at_right=True)
        for button in buttons:
            self._buttons.add(button)
        self.add(self.title, 1)
        self.add(self._buttons, 2)
