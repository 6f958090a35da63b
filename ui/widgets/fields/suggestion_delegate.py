# SPDX-License-Identifier: MPL-2.0
"""Paint a suggestion."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.painting import draw_words
from ui.theme.theme import Theme

_ROW = 34
_PAD = 12


class SuggestionDelegate(QStyledItemDelegate):
    """Paints a suggestion with as much room as a drop-down list gives its items."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    # Qt overrides

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the height of a row."""
        return QSize(0, self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words, on a tint while they are the ones to take."""
        theme, rect = self._theme, QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "primary_tint" if is_current else "hover" if is_hovered else "surface"
        painter.save()
        painter.fillRect(rect, theme.colour(ground))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("primary_text" if is_current else "text"))
        draw_words(painter, rect.adjusted(theme.px(_PAD), 0, 0, 0), index.data())
        painter.restore()
