# SPDX-License-Identifier: MPL-2.0
"""A page that scrolls up and down."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.theme.theme import Theme

_STEP = 24
"""How far one step of the wheel or an arrow goes, and the room kept around the focus, at 100 %."""


class ScrollArea(QScrollArea):
    """A frameless scroll area that keeps the widget with the focus in view."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        """Show ``content`` as wide as there is room, and scroll what is too tall."""
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own: the stock one paints a ground, and a look at it costs the start 10 ms.
        self.setViewport(QWidget())
        self.setWidget(content)
        # QScrollArea paints its content with the window's ground; the ground behind must show.
        content.setAutoFillBackground(False)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_theme_changed(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(_STEP))

    # The application may tell this while Python takes the area apart: its attributes are gone then,
    # and with them a slot that is not declared. So it is declared, and asks only Qt.
    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, self.verticalScrollBar().singleStep())
