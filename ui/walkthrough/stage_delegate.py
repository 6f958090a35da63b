# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of the section list."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, LIST_ROW_HEIGHT, RADIUS
from ui.walkthrough.stage_list_model import ROW_ROLE, StageRow
from ui.widgets.signs.progress_ring import draw_ring

_Index = QModelIndex | QPersistentModelIndex
_ACROSS: Final = 10
_DOWN: Final = 2
_MARK: Final = 20
_MARK_LEFT: Final = 14
_GAP: Final = 12
_ABOVE_HEADING: Final = 12
_BELOW_HEADING: Final = 4


class StageDelegate(QStyledItemDelegate):
    """A stage has a ring, or a tick when it is done, its title, and its progress in words."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a row needs at the width of the view."""
        width = self._view.viewport().width()
        row: StageRow = index.data(ROW_ROLE)
        if row.number is None:
            words = self._heading(row).height(self._heading_width(width))
            return QSize(width, round(words) + self._theme.px(_ABOVE_HEADING + _BELOW_HEADING))
        text = self._title(row, is_chosen=True).height(self._words_width(width))
        note = self._theme.line_height("caption") if row.note else 0
        least = self._theme.px(LIST_ROW_HEIGHT)
        return QSize(width, max(round(text + note) + self._theme.px(18), least))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row: StageRow = index.data(ROW_ROLE)
        painter.save()
        if row.number is None:
            self._paint_heading(painter, QRectF(option.rect), row)
        else:
            shape = QRectF(option.rect).adjusted(_ACROSS, _DOWN, -_ACROSS, -_DOWN)
            self._paint_ground(painter, shape, option.state)
            self._paint_mark(painter, shape, row)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_words(painter, shape, row, is_chosen=is_chosen)
        painter.restore()

    # Inside

    def _title(self, row: StageRow, *, is_chosen: bool) -> TextBlock:
        font = self._theme.font("body")
        font.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Medium)
        return TextBlock(row.title, font, self._theme.px(19))

    def _heading(self, row: StageRow) -> TextBlock:
        theme = self._theme
        return TextBlock(row.title.upper(), theme.font("overline"), theme.line_height("overline"))

    def _heading_width(self, width: float) -> float:
        return width - 2 * _ACROSS - self._theme.px(_MARK_LEFT)

    def _words_left(self) -> float:
        return self._theme.px(_MARK_LEFT + _MARK + _GAP)

    def _words_width(self, width: float) -> float:
        return width - 2 * _ACROSS - self._words_left() - self._theme.px(8)

    def _paint_heading(self, painter: QPainter, area: QRectF, row: StageRow) -> None:
        painter.setPen(self._theme.colour("text3"))
        left = area.left() + _ACROSS + self._theme.px(_MARK_LEFT)
        top = area.top() + self._theme.px(_ABOVE_HEADING)
        width = self._heading_width(area.width())
        block = self._heading(row)
        block.draw(painter, QRectF(left, top, width, block.height(width)))

    def _paint_ground(self, painter: QPainter, shape: QRectF, state: QStyle.StateFlag) -> None:
        theme, radius = self._theme, RADIUS["m"]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            fill = theme.colour("primary_tint" if is_chosen else "hover")
            draw_shape(painter, shape, radius, fill=fill)
        if is_chosen:
            bar = QRectF(shape.left(), shape.top() + 12, 3, shape.height() - 24)
            draw_shape(painter, bar, 1.5, fill=theme.colour("primary"))
        if state & QStyle.StateFlag.State_HasFocus:
            inner = shape.adjusted(EDGE, EDGE, -EDGE, -EDGE)
            draw_focus_ring(painter, theme, inner, radius - EDGE)

    def _paint_mark(self, painter: QPainter, shape: QRectF, row: StageRow) -> None:
        theme = self._theme
        side = theme.px(_MARK)
        left = shape.left() + theme.px(_MARK_LEFT)
        mark = QRectF(left, shape.center().y() - side / 2, side, side)
        if row.is_done:
            draw_shape(painter, mark, side / 2, fill=theme.colour("ok"))
            tick = theme.pixmap("check", "surface", 12, 3.4)
            draw_icon(painter, tick, mark.center())
        elif row.share is None:
            draw_icon(painter, theme.pixmap(row.icon, "text3", _MARK), QPointF(mark.center()))
        else:
            draw_ring(painter, theme, mark, row.share, theme.px(3))

    def _paint_words(
        self, painter: QPainter, shape: QRectF, row: StageRow, *, is_chosen: bool
    ) -> None:
        theme = self._theme
        title = self._title(row, is_chosen=is_chosen)
        left = shape.left() + self._words_left()
        width = shape.right() - left - theme.px(8)
        height, note = title.height(width), theme.line_height("caption") if row.note else 0
        top = shape.center().y() - (height + note) / 2
        painter.setPen(theme.colour("primary_text" if is_chosen else "text"))
        title.draw(painter, QRectF(left, top, width, height))
        if row.note:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("primary_text" if is_chosen else "text3"))
            draw_words(painter, QRectF(left, top + height, width, note), row.note)
