# SPDX-License-Identifier: MPL-2.0
"""Paint the lines behind a figure."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from auditapp.operations.figures import LineRow
from ui.insights.line_model import ROW_ROLE, line_words
from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS

_PAD: Final = 14
_ICON: Final = 16
_DOWN: Final = 9

_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paint the case and what the line says, and below them the team and the day."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for two lines."""
        theme = self._theme
        lines = theme.line_height("strong") + theme.line_height("small")
        return QSize(0, round(lines) + 2 * theme.px(_DOWN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the words, and the ring around the line with the focus."""
        theme, row = self._theme, index.data(ROW_ROLE)
        area = QRectF(option.rect)
        shape = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.save()
        if index.row():
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), theme.colour("line"))
        if option.state & QStyle.StateFlag.State_MouseOver:
            draw_shape(painter, shape, RADIUS["s"], fill=theme.colour("hover"))
        self._paint_words(painter, area, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, theme, shape, RADIUS["s"])
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, row: LineRow) -> None:
        theme = self._theme
        pad, side = theme.px(_PAD), theme.px(_ICON)
        inner = area.adjusted(pad, theme.px(_DOWN), -2 * pad - side, 0)
        right = QPointF(area.right() - pad - side / 2, area.center().y())
        draw_icon(painter, theme.pixmap("chevron-right", "text3", _ICON), right)
        top = inner.top()
        title = f"{row.reference} · {row.words}" if row.words else row.reference
        for text, kind, ink in ((title, "strong", "text"), (line_words(row), "small", "text2")):
            height = theme.line_height(kind)
            painter.setFont(theme.font(kind))
            painter.setPen(theme.colour(ink))
            elided = painter.fontMetrics().elidedText(
                text.replace("\n", " "), Qt.TextElideMode.ElideRight, round(inner.width())
            )
            draw_words(painter, QRectF(inner.left(), top, inner.width(), height), elided)
            top += height
