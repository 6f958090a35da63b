# SPDX-License-Identifier: MPL-2.0
"""The base of every dialog."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.reading_order import go_to_next_stop
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog_page import DialogPage

_PAD = 20
_WIDTH = 440


class Dialog(QDialog):
    """A title, a ``body`` to fill, and a row of buttons. Esc cancels.

    It is as tall as what is in it, and grows with it, but is never larger than the window that it
    lies over: what may become too tall belongs on a page, by ``add_page``, which scrolls then.
    Buttons that do not fit into a row take a second. A dialog that gives itself a size keeps it.
    Open it with ``open()``, never with ``exec()``: a nested event loop cannot be tested or locked.
    It deletes itself when closed; connect to ``accepted``, ``rejected`` or ``finished`` before.
    """

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, width: int = _WIDTH
    ) -> None:
        """Make an empty dialog, ``width`` pixels wide at 100 % where the window has them."""
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._keeps_size = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE["2"])
        self._row = FlowRow(is_at_right=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD - 4)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, title, "heading", wrap=True))
        column.addLayout(self.body, 1)
        column.addWidget(self._row)

    def add_page(self, *parts: QWidget) -> DialogPage:
        """Put widgets into the body, one below the other, and return the page that holds them."""
        page = DialogPage(self._theme, *parts)
        self.body.addWidget(page, 1)
        return page

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
        """Ask for a comfortable width and for the height at it, but for no more than there is."""
        hint, layout = super().sizeHint(), self.layout()
        width = max(self._theme.px(self._width), hint.width())
        around = self.parentWidget()
        most = None if around is None else around.window().size()
        if most is not None:
            width = min(width, most.width())
        width = max(width, self.minimumSizeHint().width())
        height = hint.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        return QSize(width, height if most is None else min(height, most.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that is wanted: Qt gives a window two thirds of the screen at most."""
        self._keeps_size = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        if not self._keeps_size:
            self.resize(self.sizeHint())
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow when what is in it has grown."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and not self._keeps_size:
            self._grow()
        return is_done

    def _grow(self) -> None:
        """Grow around the middle, so that it stays within the window if it was there."""
        wanted = self.sizeHint().expandedTo(self.size())
        if wanted != self.size():
            place = QRect(self.pos(), wanted)
            place.moveCenter(self.geometry().center())
            self.setGeometry(place)
