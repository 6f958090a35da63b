# SPDX-License-Identifier: MPL-2.0
"""Paint a chapter of the guide, or a place in it where words were found."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.lists.row_ground import draw_row_ground, is_current

WORDS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The words around what was found, below the title of the row."""

_Index = QModelIndex | QPersistentModelIndex
_ACROSS, _DOWN = 8, 4


class ContentsDelegate(QStyledItemDelegate):
    """The title and, smaller, some words; both wrap."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that the words take at the width of the list."""
        width = self._view.viewport().width()
        inner = width - 2 * (EDGE + self._theme.px(_ACROSS))
        height = sum(block.height(inner) for block, _ink in self._blocks(index))
        return QSize(width, round(height) + 2 * (EDGE + self._theme.px(_DOWN)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        theme = self._theme
        painter.save()
        shape = draw_row_ground(painter, theme, option)
        across, down = theme.px(_ACROSS), theme.px(_DOWN)
        area = shape.adjusted(across, down, -across, -down)
        for block, ink in self._blocks(index):
            painter.setPen(
                theme.colour("primary_text" if is_current(option) and ink == "text" else ink)
            )
            block.draw(painter, area)
            area.setTop(area.top() + block.height(area.width()))
        painter.restore()

    # Inside

    def _blocks(self, index: _Index) -> list[tuple[TextBlock, str]]:
        """Return the texts of a row, and the colour of each."""
        words = index.data(WORDS_ROLE)
        blocks = [(self._block(index.data(), "strong" if words else "body"), "text")]
        if words:
            blocks.append((self._block(words, "small"), "text2"))
        return blocks

    def _block(self, text: str, kind: str) -> TextBlock:
        return TextBlock(text, self._theme.font(kind), self._theme.line_height(kind))
