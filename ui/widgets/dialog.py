# SPDX-License-Identifier: MPL-2.0
"""The base of every dialog."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.flow_row import FlowRow
from ui.widgets.push_button import PushButton
from ui.widgets.reading_order import go_to_next_stop
from ui.widgets.text_label import TextLabel

_PAD = 20
_WIDTH = 440


class Dialog(QDialog):
    """A title, a ``body`` to fill, and a row of buttons. Esc cancels.

    It is no wider than the window it lies over; buttons that do not fit into a row take a second.
    Open it with ``open()``, never with ``exec()``: a nested event loop cannot be tested or locked.
    It deletes itself when closed; connect to ``accepted``, ``rejected`` or ``finished`` before.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        """Make an empty dialog."""
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE["2"])
        self._row = FlowRow(0, is_at_right=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD - 4)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, title, "heading", wrap=True))
        column.addLayout(self.body, 1)
        column.addWidget(self._row)

    def add_button(
        self, text: str, variant: str = "secondary", *, is_default: bool = False
    ) -> PushButton:
        """Add a button at the right end of the row and return it; connect its ``clicked``.

        Enter presses the one that ``is_default``.
        """
        button = PushButton(self._theme, text, variant)
        button.setDefault(is_default)
        self._row.add(button)
        return button

    def add_cancel(self, text: str) -> PushButton:
        """Add a button that closes the dialog as Esc does."""
        button = self.add_button(text)
        button.clicked.connect(self.reject)
        return button

    # Qt overrides

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        """Go by Tab in reading order, whatever was made first."""
        return go_to_next_stop(self, forwards=next) or super().focusNextPrevChild(next)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width, but for no more than the window has."""
        hint = super().sizeHint()
        width = max(self._theme.px(_WIDTH), hint.width())
        around = self.parentWidget()
        if around is not None:
            width = min(width, around.window().width())
        return QSize(max(width, self.minimumSizeHint().width()), hint.height())
