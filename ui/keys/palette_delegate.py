# SPDX-License-Identifier: MPL-2.0
"""Paint a row of what can be done or gone to."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.keys.palette_entry import PaletteEntry
from ui.theme.keycap_painting import draw_keys, keys_width
from ui.theme.painting import draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.lists.row_ground import draw_row_ground

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_PAD: Final = 10
_LEAST_WORDS: Final = 0.55
"""The share of a row that its own words keep: keys that leave less are left out."""


class PaletteDelegate(QStyledItemDelegate):
    """The words and below them what it is; the key at the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of two lines."""
        del option, index
        theme = self._theme
        lines = theme.line_height("body") + theme.line_height("caption")
        return QSize(self._view.viewport().width(), round(lines) + 2 * (theme.px(6) + EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        theme, entry = self._theme, index.data(ENTRY_ROLE)
        painter.save()
        shape = draw_row_ground(painter, theme, option)
        pad = theme.px(_PAD)
        self._paint_entry(painter, shape.adjusted(pad, theme.px(6), -pad, -theme.px(6)), entry)
        painter.restore()

    # Inside

    def _paint_entry(self, painter: QPainter, area: QRectF, entry: PaletteEntry) -> None:
        theme = self._theme
        key = keys_width(theme, entry.keys) + theme.px(_PAD) if entry.keys else 0
        if key > area.width() * (1 - _LEAST_WORDS):
            key = 0
        upper = QRectF(area.left(), area.top(), area.width() - key, theme.line_height("body"))
        self._paint_line(painter, upper, entry.words, "body", "text")
        if key:
            place = QPointF(upper.right() + theme.px(_PAD), area.center().y())
            draw_keys(painter, theme, place, entry.keys)
        lower = QRectF(area.left(), upper.bottom(), area.width(), theme.line_height("caption"))
        self._paint_line(painter, lower, entry.kind, "caption", "text2")

    def _paint_line(self, painter: QPainter, area: QRectF, text: str, kind: str, ink: str) -> None:
        font = self._theme.font(kind)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        mode = Qt.TextElideMode.ElideRight
        draw_words(painter, area, QFontMetricsF(font).elidedText(text, mode, area.width()))
