# SPDX-License-Identifier: MPL-2.0
"""Paint the cases of a round."""

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.rounds.case_row import CaseRow, Pill
from ui.rounds.case_table_model import ROW_ROLE
from ui.theme.painting import draw_words
from ui.theme.pill_painting import draw_pill, pill_width
from ui.theme.theme import Theme

_PAD: Final = 16
_GAP: Final = 8
ROW_HEIGHT: Final = 56
"""Height of a row, in pixels at 100 %."""

_Index = QModelIndex | QPersistentModelIndex


class CaseDelegate(QStyledItemDelegate):
    """Paint one cell; in a folded list the first cell tells all of the case in two lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_folded = False

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of a row."""
        return QSize(self._theme.px(80), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, then what the column tells."""
        row: CaseRow = index.data(ROW_ROLE)
        cell = QRectF(option.rect)
        painter.save()
        painter.setClipRect(cell)
        self._paint_ground(painter, cell, option, index.column())
        inner = cell.adjusted(self._theme.px(_PAD), 0, -self._theme.px(_GAP), 0)
        if self.is_folded:
            self._paint_folded(painter, inner, row)
        elif index.column() == 0:
            self._paint_lines(painter, inner, row.name, row.note)
        elif index.column() == 1:
            self._paint_pill(painter, inner.left(), inner.center().y(), row)
        else:
            words = row.cells[index.column() - 2]
            self._text(painter, inner, words, "body", "text")
        painter.restore()

    # Inside

    def _paint_ground(
        self, painter: QPainter, cell: QRectF, option: QStyleOptionViewItem, column: int
    ) -> None:
        theme = self._theme
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(cell, theme.colour("primary_tint"))
        line = QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        if is_selected and column == 0:
            bar = QRectF(cell.left(), cell.top(), 3, cell.height() - 1)
            painter.fillRect(bar, theme.colour("primary"))

    def _paint_folded(self, painter: QPainter, inner: QRectF, row: CaseRow) -> None:
        upper, lower = self._halves(inner)
        name = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(row.name)
        cells, pill = row.cells, row.pill
        if pill is not None and name + self._pill_room(pill) > inner.width():
            # The name comes first: what has no room beside it begins the line below.
            cells, pill = (pill[0], *cells), None
        if pill is not None:
            left = inner.right() - pill_width(self._theme, pill[0], pill[2])
            self._paint_pill(painter, left, upper.center().y(), row)
            upper.setWidth(upper.width() - self._pill_room(pill))
        self._text(painter, upper, row.name, "strong", "text")
        self._text(painter, lower, " · ".join(filter(None, (*cells, row.note))), "small", "text2")

    def _pill_room(self, pill: Pill) -> float:
        return pill_width(self._theme, pill[0], pill[2]) + self._theme.px(_GAP)

    def _paint_lines(self, painter: QPainter, inner: QRectF, first: str, second: str) -> None:
        upper, lower = self._halves(inner)
        self._text(painter, upper if second else inner, first, "strong", "text")
        self._text(painter, lower, second, "small", "text2")

    def _paint_pill(self, painter: QPainter, left: float, middle: float, row: CaseRow) -> None:
        if row.pill is not None:
            words, tone, icon = row.pill
            draw_pill(painter, self._theme, QPointF(left, middle), words, tone, icon)

    def _halves(self, inner: QRectF) -> tuple[QRectF, QRectF]:
        """Return the areas of the upper and the lower line of text."""
        upper, lower = self._theme.px(22), self._theme.px(20)
        top = round(inner.center().y() - (upper + lower) / 2)
        return (
            QRectF(inner.left(), top, inner.width(), upper),
            QRectF(inner.left(), top + upper, inner.width(), lower),
        )

    def _text(self, painter: QPainter, area: QRectF, text: str, kind: str, colour: str) -> None:
        font = self._theme.font(kind)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        draw_words(painter, area, shown)
