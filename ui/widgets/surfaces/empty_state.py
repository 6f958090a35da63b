# SPDX-License-Identifier: MPL-2.0
"""What to do where there is nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel

_WIDTH = 420
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """An icon, a title, some words and a button, in the middle of the room.

    Signals:
        button_clicked: the button was pressed.
    """

    button_clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        button: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is missing and, with ``button``, how to begin."""
        super().__init__(parent)
        self._theme = theme
        self._title = TextLabel(theme, title, "heading", wrap=True)
        self._text = TextLabel(theme, text, "body", "2", wrap=True)
        self.button = PushButton(theme, button, "primary")
        self.button.clicked.connect(self.button_clicked)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column = QWidget()
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self._column)
        column.setSpacing(SPACE["2"])
        column.addStretch(1)
        column.addWidget(IconLabel(theme, icon, "text3", 40, stroke=1.5), 0, _CENTRE)
        column.addSpacing(SPACE["1"])
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(SPACE["2"])
        column.addLayout(self._button_row())
        column.addStretch(2)
        # Only now: a widget without a parent is a window.
        self.button.setVisible(bool(button))
        self._text.setVisible(bool(text))
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_content(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))

    def _button_row(self) -> QHBoxLayout:
        """Return the button in the middle, its words wrapped where there is no room for them."""
        wrapping = FlowRow()
        wrapping.add(self.button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(wrapping)
        row.addStretch(1)
        return row

    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.px(_WIDTH))
