# SPDX-License-Identifier: MPL-2.0
"""Paint one date of a series as a chip with a cross to remove it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.painting import draw_focus_ring, draw_icon, draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RADIUS
from ui.walkthrough.question.date_list_model import DateListModel

_HEIGHT = 30
_PAD = 10
_ICON = 14
_GAP = 6
_LONGEST = "28 Sep 2028"


class DateChipDelegate(QStyledItemDelegate):
    """Paints the dates; all chips are as wide as the longest date, so that they stand in columns.

    Signals:
        removal_asked: the cross of a chip was pressed; its row.
    """

    removal_asked = Signal(int)

    def __init__(self, theme: Theme, model: DateListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.is_read_only = False

    def chip_size(self) -> QSize:
        """Return the size of every chip, with the room around it."""
        px = self._theme.px
        text = QFontMetricsF(self._theme.font("small")).horizontalAdvance(_LONGEST)
        width = text + 2 * px(_PAD) + 2 * px(_ICON + _GAP) + 2 * EDGE
        return QSize(round(width), px(_HEIGHT) + 2 * EDGE)

    def _cross_rect(self, rect: QRectF) -> QRectF:
        side = self._theme.px(_ICON + 2 * _GAP)
        return QRectF(rect.right() - EDGE - side, rect.top(), side, rect.height())

    # Qt overrides

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the size of every chip."""
        return self.chip_size()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Ask for the removal of a date whose cross is pressed."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and not self.is_read_only
            and self._cross_rect(QRectF(option.rect)).contains(event.position())
        ):
            self.removal_asked.emit(index.row())
            return True
        return super().editorEvent(event, model, option, index)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a chip: late ones in another colour and with a triangle."""
        theme, px = self._theme, self._theme.px
        is_late = self._model.is_late(index.row())
        tone = "danger" if is_late else "neutral"
        rect = QRectF(option.rect)
        shape = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.save()
        border = theme.colour(tone if is_late else "line")
        draw_shape(painter, shape, RADIUS["s"], fill=theme.colour(f"{tone}_tint"), border=border)
        left = shape.left() + px(_PAD)
        if is_late:
            mark = theme.pixmap("triangle-alert", tone, _ICON)
            draw_icon(painter, mark, QPointF(left + px(_ICON) / 2, shape.center().y()))
            left += px(_ICON + _GAP)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(tone if is_late else "text"))
        words = QRectF(left, shape.top(), shape.right() - left, shape.height())
        draw_words(painter, words, index.data())
        if not self.is_read_only:
            cross = theme.pixmap("x", tone if is_late else "text2", _ICON)
            draw_icon(painter, cross, self._cross_rect(rect).center())
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, theme, shape, RADIUS["s"])
        painter.restore()
