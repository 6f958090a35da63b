# SPDX-License-Identifier: MPL-2.0
"""Paint the cases of a round."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.rounds.case_row import CaseRow, Pill
from ui.rounds.case_table_model import ROW_ROLE
from ui.theme.pill_painting import draw_pill, pill_width
from ui.theme.theme import Theme
from ui.widgets.lists.table_delegate import GAP, CellIndex, TableDelegate

ROW_HEIGHT: Final = 56
"""Height of a row, in pixels at 100 %."""


class CaseDelegate(TableDelegate):
    """Paint one cell of the cases of a round, or all of a case where they are folded."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, ROW_HEIGHT, parent)

    def paint_column(self, painter: QPainter, inner: QRectF, index: CellIndex) -> None:
        """Paint the case and its note, how far it is, or the words of the column."""
        row: CaseRow = index.data(ROW_ROLE)
        if index.column() == 0:
            self._paint_lines(painter, inner, row.name, row.note)
        elif index.column() == 1:
            self._paint_pill(painter, inner.left(), inner.center().y(), row)
        else:
            self.draw(painter, inner, row.cells[index.column() - 2], "body", "text")

    def paint_folded(self, painter: QPainter, inner: QRectF, index: CellIndex) -> None:
        """Paint the case above, how far it is beside it, and the rest below."""
        row: CaseRow = index.data(ROW_ROLE)
        upper, lower = self.lines(inner)
        name = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(row.name)
        cells, pill = row.cells, row.pill
        if pill is not None and name + self._pill_room(pill) > inner.width():
            # The name comes first: what has no room beside it begins the line below.
            cells, pill = (pill[0], *cells), None
        if pill is not None:
            left = inner.right() - pill_width(self._theme, pill[0], pill[2])
            self._paint_pill(painter, left, upper.center().y(), row)
            upper.setWidth(upper.width() - self._pill_room(pill))
        self.draw(painter, upper, row.name, "strong", "text")
        self.draw(painter, lower, " · ".join(filter(None, (*cells, row.note))), "small", "text2")

    # Inside

    def _pill_room(self, pill: Pill) -> float:
        return pill_width(self._theme, pill[0], pill[2]) + self._theme.px(GAP)

    def _paint_lines(self, painter: QPainter, inner: QRectF, first: str, second: str) -> None:
        upper, lower = self.lines(inner)
        self.draw(painter, upper if second else inner, first, "strong", "text")
        self.draw(painter, lower, second, "small", "text2")

    def _paint_pill(self, painter: QPainter, left: float, middle: float, row: CaseRow) -> None:
        if row.pill is not None:
            words, tone, icon = row.pill
            draw_pill(painter, self._theme, QPointF(left, middle), words, tone, icon)
