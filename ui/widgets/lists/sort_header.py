# SPDX-License-Identifier: MPL-2.0
"""The head of a table: names of columns, and which one it is sorted by."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme.painting import draw_icon, draw_words
from ui.theme.theme import Theme

_HEIGHT = 40
_PAD = 16
_ICON = 14


class SortHeader(QHeaderView):
    """Show names that can be clicked; the mouse's way to what the list "Sort by" does too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.viewport().update()

    # Qt

    def sizeHint(self) -> QSize:
        """Ask for the height of a row of names."""
        return QSize(super().sizeHint().width(), self._theme.px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a name, and an arrow beside the one that the list is sorted by."""
        theme = self._theme
        is_sorted = self.sortIndicatorSection() == section
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, theme.colour("surface"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("primary_text" if is_sorted else "text2"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        draw_words(painter, area.adjusted(theme.px(_PAD), 0, 0, 0), words)
        if is_sorted:
            ascending = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            icon = theme.pixmap(
                "chevron-up" if ascending else "chevron-down", "primary_text", _ICON
            )
            width = QFontMetricsF(theme.font("caption")).horizontalAdvance(words)
            left = area.left() + theme.px(_PAD + 4) + width + theme.px(_ICON) / 2
            draw_icon(painter, icon, QPointF(left, area.center().y()))
        painter.restore()
