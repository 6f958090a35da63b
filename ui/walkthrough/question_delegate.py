# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of a list of questions."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.painting import draw_icon, draw_shape, draw_words
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.walkthrough.question_list_model import ITEM_ROLE
from ui.widgets.lists.row_ground import draw_row_ground

_Index = QModelIndex | QPersistentModelIndex
_PAD: Final = 10
_BOX: Final = 20


class QuestionDelegate(QStyledItemDelegate):
    """A row has its place in the audit, the question on as many lines as it takes, and the note."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._blocks: dict[str, TextBlock] = {}
        theme.changed.connect(self._on_theme_changed)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that a question needs at the width of the view."""
        width = self._view.viewport().width()
        item = index.data(ITEM_ROLE)
        words = self._words_width(width, is_checkable=_is_checkable(index))
        height = self._theme.line_height("caption") + self._text(item.text).height(words)
        height += self._theme.line_height("small") if item.note else 0
        return QSize(width, round(height) + 2 * (self._theme.px(_PAD) + EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a question."""
        theme = self._theme
        painter.save()
        shape = draw_row_ground(painter, theme, option)
        left = shape.left() + theme.px(_PAD)
        if _is_checkable(index):
            self._paint_box(painter, shape, index)
            left += theme.px(_BOX + _PAD)
        width = self._words_width(option.rect.width(), is_checkable=_is_checkable(index))
        self._paint_words(painter, QRectF(left, shape.top() + theme.px(_PAD), width, 0), index)
        painter.restore()

    # Inside

    def _words_width(self, width: float, *, is_checkable: bool) -> float:
        box = self._theme.px(_BOX + _PAD) if is_checkable else 0
        return width - 2 * (self._theme.px(_PAD) + EDGE) - box

    def _text(self, text: str) -> TextBlock:
        """Return a question laid out; the list asks for all of them whenever it is another."""
        if text not in self._blocks:
            font, height = self._theme.font("body"), self._theme.line_height("body")
            self._blocks[text] = TextBlock(text, font, height)
        return self._blocks[text]

    def _on_theme_changed(self) -> None:
        self._blocks.clear()

    def _paint_box(self, painter: QPainter, shape: QRectF, index: _Index) -> None:
        theme, side = self._theme, self._theme.px(_BOX)
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        top = shape.top() + theme.px(_PAD + 2)
        box = QRectF(shape.left() + theme.px(_PAD), top, side, side)
        draw_shape(
            painter,
            box,
            5,
            fill=theme.colour("primary" if is_on else "surface"),
            border=theme.colour("primary" if is_on else "control"),
            border_width=1.5,
        )
        if is_on:
            tick = theme.pixmap("check", "on_primary", _BOX - 6, 3.2)
            draw_icon(painter, tick, QPointF(box.center()))

    def _paint_words(self, painter: QPainter, area: QRectF, index: _Index) -> None:
        theme, item = self._theme, index.data(ITEM_ROLE)
        area.setHeight(theme.line_height("caption"))
        self._paint_line(painter, area, item.place, "caption")
        area.moveTop(area.bottom())
        text = self._text(item.text)
        area.setHeight(text.height(area.width()))
        painter.setPen(theme.colour("text"))
        text.draw(painter, area)
        if item.note:
            area.moveTop(area.bottom())
            area.setHeight(theme.line_height("small"))
            self._paint_line(painter, area, item.note, "small")

    def _paint_line(self, painter: QPainter, area: QRectF, text: str, kind: str) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text2"))
        mode = Qt.TextElideMode.ElideRight
        draw_words(painter, area, QFontMetricsF(font).elidedText(text, mode, area.width()))


def _is_checkable(index: _Index) -> bool:
    return index.data(Qt.ItemDataRole.CheckStateRole) is not None
