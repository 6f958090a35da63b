# SPDX-License-Identifier: MPL-2.0
"""The drop-down list inside a combo field."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from ui.theme.painting import draw_icon, draw_words
from ui.theme.theme import Theme

_ARROW = 18


class ComboBox(QComboBox):
    """A drop-down list without a frame; the wheel scrolls the page, not the choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._theme = theme
        self._is_read_only = False
        # Only an own view follows the style sheet on every system.
        self.setView(QListView(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the item chosen without letting it be changed."""
        self._is_read_only = is_read_only
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for room for the widest item and the arrow."""
        metrics = QFontMetricsF(self._theme.font())
        widths = [metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())]
        width = max(widths, default=0) + self._theme.px(_ARROW + 18)
        return QSize(round(width + 0.5), self._theme.line_height())

    def minimumSizeHint(self) -> QSize:
        """Let long items be cut."""
        return QSize(self._theme.px(60), self._theme.line_height())

    def showPopup(self) -> None:
        """Open the list, unless there is nothing to choose."""
        if not self._is_read_only:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by keys, unless there is nothing to choose."""
        if self._is_read_only:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the item chosen and the arrow."""
        del event
        theme = self._theme
        painter = QPainter(self)
        rect = self.rect().toRectF().adjusted(2, 0, -theme.px(6), 0)
        arrow = theme.px(_ARROW)
        centre = QPointF(rect.right() - arrow / 2, rect.center().y())
        if not self._is_read_only:
            draw_icon(painter, theme.pixmap("chevron-down", "text2", _ARROW), centre)
        rect.setRight(rect.right() - arrow - theme.px(6))
        painter.setFont(theme.font())
        text = self.currentText() or ("" if self._is_read_only else self.placeholderText())
        is_dim = not self.currentText() or not self.isEnabled()
        painter.setPen(theme.colour("text3" if is_dim else "text"))
        metrics = QFontMetricsF(theme.font())
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        draw_words(painter, rect, elided)
