# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of a table in which each cell has up to two lines of words."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.painting import draw_words
from ui.theme.theme import Theme
from ui.widgets.lists.row_ground import is_current

GAP: Final = 8
_PAD: Final = 16
_UPPER: Final = 22
_LOWER: Final = 20
_BAR: Final = 3

CellIndex = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """Paint one cell; in a folded table the first cell tells the whole row in two lines.

    Subclasses say what is in a cell.
    """

    def __init__(self, theme: Theme, row_height: int, parent: QObject | None = None) -> None:
        """Paint rows of a height in pixels at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._row_height = row_height
        self.is_folded = False
        self.hovered_row = -1

    @property
    def row_height(self) -> int:
        """Height of a row in pixels, folded or not: it has two lines either way."""
        return self._theme.px(self._row_height)

    def paint_folded(self, painter: QPainter, inner: QRectF, index: CellIndex) -> None:
        """Paint the whole row."""
        raise NotImplementedError

    def paint_column(self, painter: QPainter, inner: QRectF, index: CellIndex) -> None:
        """Paint what the column tells."""
        raise NotImplementedError

    # For subclasses

    def lines(self, inner: QRectF) -> tuple[QRectF, QRectF]:
        """Return the areas of the upper and the lower line of words."""
        upper, lower = self._theme.px(_UPPER), self._theme.px(_LOWER)
        top = round(inner.center().y() - (upper + lower) / 2)
        return (
            QRectF(inner.left(), top, inner.width(), upper),
            QRectF(inner.left(), top + upper, inner.width(), lower),
        )

    def draw(self, painter: QPainter, area: QRectF, text: str, kind: str, colour: str) -> float:
        """Paint a line of words, cut to the area; return its width."""
        font = self._theme.font(kind)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        draw_words(painter, area, shown)
        return metrics.horizontalAdvance(shown)

    # Inside

    def _paint_ground(
        self, painter: QPainter, cell: QRectF, option: QStyleOptionViewItem, index: CellIndex
    ) -> None:
        colour = self._theme.colour
        if is_current(option):
            painter.fillRect(cell, colour("primary_tint"))
        elif index.row() == self.hovered_row:
            painter.fillRect(cell, colour("hover"))
        line = QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1)
        painter.fillRect(line, colour("line"))
        has_focus = option.widget is not None and option.widget.hasFocus()
        if is_current(option) and index.column() == 0 and not has_focus:
            # Where the table has the focus, a ring says which row it is.
            bar = QRectF(cell.left(), cell.top(), _BAR, cell.height() - 1)
            painter.fillRect(bar, colour("primary"))

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: CellIndex) -> QSize:
        """Ask for the height of a row."""
        del option, index
        return QSize(self._theme.px(80), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: CellIndex) -> None:
        """Paint the ground, then what the cell tells."""
        cell = QRectF(option.rect)
        painter.save()
        painter.setClipRect(cell)
        self._paint_ground(painter, cell, option, index)
        end = _PAD if self.is_folded else GAP
        inner = cell.adjusted(self._theme.px(_PAD), 0, -self._theme.px(end), 0)
        if self.is_folded:
            self.paint_folded(painter, inner, index)
        else:
            self.paint_column(painter, inner, index)
        painter.restore()
