# SPDX-License-Identifier: MPL-2.0
"""The frame around something to type in."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, shape_of
from ui.theme.theme import Theme
from ui.theme.tokens import CONTROL_HEIGHT, EDGE, RADIUS

_PAD = 12
_ICON = 18
_LINE_EDIT_MARGIN = 2
"""What a QLineEdit keeps free before its text, and other editors do not."""
_REPAINT_ON = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange)


class FieldFrame(QWidget):
    """Border, ground and focus ring of a field, with icons and buttons inside the border.

    The style sheet takes the frame off the editor itself.
    """

    def __init__(
        self,
        theme: Theme,
        editor: QWidget,
        *,
        icon: str | None = None,
        is_one_line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Put a frame around ``editor``, with an icon in front of it."""
        super().__init__(parent)
        self._theme = theme
        self._editor = editor
        self._icon = icon
        self._is_wrong = False
        self._is_read_only = False
        self._is_one_line = is_one_line
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(editor, 1)
        editor.installEventFilter(self)
        vertical = QSizePolicy.Policy.Fixed if is_one_line else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def add_trailing(self, widget: QWidget) -> None:
        """Put a button or words after the editor, inside the border."""
        self._row.addWidget(widget)

    def set_wrong(self, is_wrong: bool) -> None:
        """Show, by the border, that what is typed is wrong; say in words what."""
        self._is_wrong = is_wrong
        self.update()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show, by ground and border, that there is nothing to fill in."""
        self._is_read_only = is_read_only
        self.update()

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        left = px(_PAD) + (px(_ICON + 8) if self._icon else 0)
        down, right = 0, px(6)
        if not self._is_one_line:
            left += _LINE_EDIT_MARGIN
            down, right = px(7), px(_PAD)
        self._row.setContentsMargins(EDGE + left, EDGE + down, EDGE + right, EDGE + down)
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the height of a control."""
        hint = super().sizeHint()
        if not self._is_one_line:
            return hint
        return QSize(hint.width(), self._theme.px(CONTROL_HEIGHT) + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Be content with the least that the editor and the buttons need."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the ring when the editor gains or loses the focus."""
        if event.type() in _REPAINT_ON:
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a press on the border's inside reach the editor."""
        self._editor.setFocus()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and its icon."""
        del event
        theme = self._theme
        painter = QPainter(self)
        shape = shape_of(self)
        is_open = self._editor.isEnabled() and not self._is_read_only
        border = "danger" if self._is_wrong else "control" if is_open else "line"
        draw_shape(
            painter,
            shape,
            RADIUS["m"],
            fill=theme.colour("surface" if is_open else "sunken"),
            border=theme.colour(border),
            border_width=2 if self._is_wrong else 1,
        )
        if self._icon:
            x = shape.left() + theme.px(_PAD) + theme.px(_ICON) / 2
            y = shape.center().y()
            draw_icon(painter, theme.pixmap(self._icon, "text3", _ICON), QPointF(x, y))
        if self._editor.hasFocus():
            draw_focus_ring(painter, theme, shape, RADIUS["m"])
