# SPDX-License-Identifier: MPL-2.0
"""One row of a list, laid out for a width."""

from collections.abc import Sequence
from itertools import accumulate, zip_longest
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.rows.mark_formats import mark_formats, spaced_marks
from ui.rows.row import Cell, Column, Remark, Row
from ui.theme.painting import draw_icon, draw_words
from ui.theme.pill_painting import draw_pill, pill_width
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE

SIDE: Final = 8
"""Pixels at 100 % between the row's shape and its words."""

_DOWN: Final = 9
_NUMBER: Final = 32
_CHEVRON: Final = 18
GAP: Final = 12
"""Pixels at 100 % that the words in a column keep free before the next."""

_LINE: Final = 24
_LEAST_WORDS: Final = 230


def column_lefts(theme: Theme, columns: Sequence[Column], width: float) -> list[float]:
    """Return where each column begins in a row of ``width``; none when it is too narrow."""
    widths = [column_width(theme, column) for column in columns]
    start = width - EDGE - theme.px(SIDE + _CHEVRON) - sum(widths)
    if start < theme.px(_LEAST_WORDS):
        return []
    return list(accumulate(widths, initial=start))[:-1]


def column_width(theme: Theme, column: Column) -> int:
    """Return the width of a column: its title has room in it, however long that is."""
    title = QFontMetricsF(theme.font("caption")).horizontalAdvance(column.title)
    return max(theme.px(column.width), round(title) + theme.px(GAP))


class RowPicture:
    """The words and cells of a row in their places; cells stand below where there is no room."""

    def __init__(
        self,
        theme: Theme,
        row: Row,
        columns: Sequence[Column],
        width: float,
        *,
        is_numbered: bool = False,
    ) -> None:
        """Lay a row out.

        Args:
            theme: The theme in use.
            row: What it says.
            columns: Those of its cells.
            width: In pixels.
            is_numbered: Whether rows of the list have a number, be it not this one: the words of
                all of them begin at one edge.
        """
        self._theme = theme
        self._row = row
        self._columns = columns
        self._lefts = column_lefts(theme, columns, width) if self._fits_columns() else []
        self._left = EDGE + theme.px(SIDE) + (theme.px(_NUMBER) if row.number or is_numbered else 0)
        self._right = width - EDGE - theme.px(SIDE)
        end = self._lefts[0] - theme.px(GAP) if self._lefts else self._words_end()
        self._blocks: list[tuple[TextBlock, QRectF, str]] = []
        self._cells: list[tuple[Cell, QPointF]] = []
        self._plain: list[tuple[TextBlock, QRectF]] = []
        self._titles: list[tuple[str, QPointF]] = []
        bottom = self._place_words(theme.px(_DOWN), end - self._left)
        bottom = max(bottom, self._place_columns() if self._lefts else self._place_below(bottom))
        self.height = round(bottom + theme.px(_DOWN))

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Paint the row with its top left corner at ``place``."""
        painter.save()
        painter.translate(place)
        self._draw_number(painter)
        for block, rect, colour in self._blocks:
            painter.setPen(self._theme.colour(colour))
            block.draw(painter, rect)
        painter.setPen(self._theme.colour("text"))
        for block, rect in self._plain:
            block.draw(painter, rect)
        for cell, middle in self._cells:
            draw_pill(painter, self._theme, middle, cell.text, cell.tone, cell.icon)
        self._draw_titles(painter)
        if self._row.leads:
            icon = self._theme.pixmap("chevron-right", "text3", _CHEVRON)
            centre = QPointF(self._right - self._theme.px(_CHEVRON) / 2, self.height / 2)
            draw_icon(painter, icon, centre)
        painter.restore()

    def _fits_columns(self) -> bool:
        """Tell whether no pill is wider than its column, as a long word may be."""
        gap = self._theme.px(GAP)
        return not any(
            cell.tone and self._cell_width(cell) > column_width(self._theme, column) - gap / 2
            for cell, column in zip(self._row.cells, self._columns, strict=False)
        )

    def _words_end(self) -> float:
        room = self._theme.px(_CHEVRON + SIDE) if self._row.leads else 0
        return self._right - room

    def _place_words(self, top: float, width: float) -> float:
        """Place the title and the remarks under each other; return where they end."""
        theme = self._theme
        remarks = [(remark, "small") for remark in self._row.remarks]
        for remark, kind in [(Remark(self._row.title, "text"), "body"), *remarks]:
            marks = spaced_marks(remark.marks)
            block = TextBlock(
                "".join(mark.text for mark in marks) or remark.text,
                theme.font(kind),
                theme.line_height(kind),
                formats=mark_formats(theme, marks),
            )
            rect = QRectF(self._left, top, width, block.height(width))
            self._blocks.append((block, rect, remark.colour))
            top = rect.bottom() + theme.px(1)
        return top

    def _place_columns(self) -> float:
        """Place the cells in their columns, level with the title; return where they end."""
        theme = self._theme
        top = theme.px(_DOWN)
        bottom = float(top)
        for cell, left, column in zip_longest(self._row.cells, self._lefts, self._columns):
            if cell is None or not cell.text:
                continue
            if cell.tone:
                self._cells.append((cell, QPointF(left, top + theme.line_height() / 2)))
                continue
            block = TextBlock(cell.text, theme.font("small"), theme.line_height(), column.alignment)
            width = column_width(theme, column) - theme.px(GAP)
            self._plain.append((block, QRectF(left, top, width, block.height(width))))
            bottom = max(bottom, top + block.height(width))
        return bottom

    def _place_below(self, top: float) -> float:
        """Place the cells side by side below the words, each after its column's title."""
        theme = self._theme
        captions = QFontMetricsF(theme.font("caption"))
        x, line = float(self._left), theme.px(_LINE)
        middle = top + theme.px(4) + line / 2
        bottom = middle + line / 2
        for cell, column in zip(self._row.cells, self._columns, strict=False):
            if not cell.text:
                continue
            title = captions.horizontalAdvance(column.title) + theme.px(6)
            width = title + self._cell_width(cell)
            if x > self._left and x + width > self._words_end():
                x, middle = self._left, bottom + theme.px(2) + line / 2
            self._titles.append((column.title, QPointF(x, middle)))
            if x == self._left and x + width > self._words_end():
                # Not even on a line of their own: the cell goes below its title.
                title, width = 0, self._cell_width(cell)
                middle += line
            bottom = max(bottom, self._place_cell(cell, QPointF(x + title, middle)))
            x += width + theme.px(GAP)
        return bottom if self._titles else top

    def _cell_width(self, cell: Cell) -> float:
        if cell.tone:
            return pill_width(self._theme, cell.text, cell.icon)
        return QFontMetricsF(self._theme.font("small")).horizontalAdvance(cell.text) + 2

    def _place_cell(self, cell: Cell, middle: QPointF) -> float:
        """Place a cell whose first line has its middle there; return where it ends."""
        line = self._theme.px(_LINE)
        if cell.tone:
            self._cells.append((cell, middle))
            return middle.y() + line / 2
        height = self._theme.line_height("small")
        block = TextBlock(cell.text, self._theme.font("small"), height)
        size = block.size(self._words_end() - middle.x())
        self._plain.append((block, QRectF(QPointF(middle.x(), middle.y() - height / 2), size)))
        return middle.y() - height / 2 + size.height() + (line - height) / 2

    def _draw_number(self, painter: QPainter) -> None:
        if not self._row.number:
            return
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("text3"))
        top, height = self._theme.px(_DOWN), self._theme.line_height()
        area = QRectF(EDGE + self._theme.px(SIDE), top, self._theme.px(_NUMBER), height)
        draw_words(painter, area, str(self._row.number))

    def _draw_titles(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text3"))
        height = self._theme.px(_LINE)
        for text, middle in self._titles:
            draw_words(painter, QRectF(middle.x(), middle.y() - height / 2, 999, height), text)
