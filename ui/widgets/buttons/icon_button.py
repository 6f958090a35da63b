# SPDX-License-Identifier: MPL-2.0
"""A button that is only an icon."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, shape_of
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.widgets.buttons.shortcut import press_by_enter


class IconButton(QAbstractButton):
    """An icon to press; its name is in the tool tip and goes to screen readers."""

    def __init__(  # noqa: PLR0913 - each is a part that a caller may leave out
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        shortcut: str = "",
        checkable: bool = False,
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            theme: the theme in use.
            icon: the name of its icon.
            name: what it does, in a few words.
            shortcut: the keys that do the same, for the tool tip ("Ctrl+S"); bind them elsewhere.
            checkable: whether it stays down.
            size: width of the icon in pixels at 100 %; the button is 16 wider.
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._size = size
        self._shortcut_words = shortcut
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        theme.changed.connect(self._on_theme_changed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.update()

    def set_name(self, name: str) -> None:
        """Say differently what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  ({self._shortcut_words})" if self._shortcut_words else name)

    def set_shortcut(self, shortcut: str) -> None:
        """Name other keys in the tool tip, empty for none."""
        self._shortcut_words = shortcut
        self.set_name(self.accessibleName())

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the icon and the room around it."""
        side = self._theme.px(self._size) + 16 + 2 * EDGE
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        del event
        theme = self._theme
        painter = QPainter(self)
        shape = shape_of(self)
        if self.isDown() or (self.isEnabled() and self.underMouse()):
            fill = theme.colour("pressed" if self.isDown() else "hover")
            draw_shape(painter, shape, RADIUS["m"], fill=fill)
        elif self.isChecked():
            draw_shape(painter, shape, RADIUS["m"], fill=theme.colour("primary_tint"))
        ink = "primary_text" if self.isChecked() else "text2" if self.isEnabled() else "line"
        draw_icon(painter, theme.pixmap(self._icon_name, ink, self._size), shape.center())
        if self.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["m"])
