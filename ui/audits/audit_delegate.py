# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of the list of audits."""

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

from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.labels import label
from ui.audits.audit_table_model import ROW_ROLE, Column
from ui.audits.audit_words import (
    STATUS_LOOKS,
    checklist_words,
    concern_words,
    first_words,
    grade_words,
    progress_words,
    state_words,
)
from ui.theme.painting import draw_icon, draw_shape, draw_words
from ui.theme.pill_painting import draw_pill, pill_width
from ui.theme.theme import Theme
from ui.widgets.grade_looks import GRADE_ICONS

_PAD: Final = 16
_GAP: Final = 8
_ICON: Final = 16
_BAR: Final = 5
_CONCERN_ICON: Final = "siren"
ROW_HEIGHT: Final = 64
"""Height of a row, in pixels at 100 %; folded rows have two lines as well."""

_Index = QModelIndex | QPersistentModelIndex


class AuditDelegate(QStyledItemDelegate):
    """Paint one cell; in a folded list the first cell tells all of the audit in two lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self._hovered_row = -1

    def set_folded(self, is_folded: bool) -> None:
        """Paint whole audits into the first column, or a column each."""
        self._is_folded = is_folded

    def set_hovered_row(self, row: int) -> None:
        """Tint the row under the mouse; -1 for none."""
        self._hovered_row = row

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of a row."""
        return QSize(self._theme.px(80), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, then what the column tells."""
        row: AuditRow = index.data(ROW_ROLE)
        cell = QRectF(option.rect)
        painter.save()
        painter.setClipRect(cell)
        self._paint_ground(painter, cell, option, index)
        inner = cell.adjusted(self._theme.px(_PAD), 0, -self._theme.px(_GAP), 0)
        if self._is_folded:
            inner.setRight(cell.right() - self._theme.px(_PAD))
            self._paint_folded(painter, inner, row)
        else:
            self._paint_column(painter, inner, row, index)
        painter.restore()

    # Inside

    def _paint_ground(
        self, painter: QPainter, cell: QRectF, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        theme = self._theme
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(cell, theme.colour("primary_tint"))
        elif index.row() == self._hovered_row:
            painter.fillRect(cell, theme.colour("hover"))
        painter.fillRect(
            QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.colour("line")
        )
        if is_selected and index.column() == Column.CASE:
            bar = QRectF(cell.left(), cell.top(), 3, cell.height() - 1)
            painter.fillRect(bar, theme.colour("primary"))

    def _paint_column(self, painter: QPainter, inner: QRectF, row: AuditRow, index: _Index) -> None:
        upper, lower = self._lines(inner)
        column = index.column()
        if column == Column.CASE:
            self._paint_case(painter, upper, row)
            self._text(painter, lower, checklist_words(row), "small", "text2")
        elif column == Column.TEAM:
            self._text(painter, upper, row.team or _("No team"), "body", "text")
            self._text(painter, lower, row.auditor, "small", "text2")
        elif column == Column.STATUS:
            middle = upper.center().y() if state_words(row) else inner.center().y()
            self._paint_status(painter, QPointF(inner.left(), middle), row)
            self._text(painter, lower, state_words(row), "small", "text2")
        elif column == Column.PROGRESS:
            self._text(painter, upper, progress_words(row), "body", "text")
            self._paint_bar(painter, lower, row)
        elif column == Column.GRADE:
            self._paint_grade(painter, upper if row.first_grade else inner, row)
            self._text(painter, lower, first_words(row), "small", "text2")
        else:
            self._text(painter, inner, str(index.data()), "small", "text2")

    def _paint_folded(self, painter: QPainter, inner: QRectF, row: AuditRow) -> None:
        upper, lower = self._lines(inner)
        width = pill_width(self._theme, label(row.status), STATUS_LOOKS[row.status][1])
        self._paint_status(painter, QPointF(upper.right() - width, upper.center().y()), row)
        self._paint_case(painter, upper.adjusted(0, 0, -width - self._theme.px(_GAP), 0), row)
        metrics = QFontMetricsF(self._theme.font("small"))
        icon = self._theme.px(_ICON + 6) if row.grade else 0
        grade = metrics.horizontalAdvance(grade_words(row)) + icon + 2
        self._paint_grade(painter, lower.adjusted(lower.width() - grade, 0, 0, 0), row, "small")
        marks = (state_words(row), first_words(row), progress_words(row))
        parts = (*marks, row.team, checklist_words(row))
        words = " · ".join(filter(None, parts))
        left = lower.adjusted(0, 0, -grade - self._theme.px(_GAP), 0)
        self._text(painter, left, words, "small", "text2")

    def _paint_case(self, painter: QPainter, line: QRectF, row: AuditRow) -> None:
        concern = concern_words(row)
        pill = pill_width(self._theme, concern, _CONCERN_ICON) if concern else 0
        room = pill + self._theme.px(_GAP) if concern else 0
        width = self._text(
            painter, line.adjusted(0, 0, -room, 0), row.case_reference, "strong", "text"
        )
        if concern:
            place = QPointF(line.left() + width + self._theme.px(_GAP), line.center().y())
            draw_pill(painter, self._theme, place, concern, "danger", _CONCERN_ICON)

    def _paint_status(self, painter: QPainter, place: QPointF, row: AuditRow) -> None:
        tone, icon = STATUS_LOOKS[row.status]
        draw_pill(painter, self._theme, place, label(row.status), tone, icon)

    def _paint_bar(self, painter: QPainter, line: QRectF, row: AuditRow) -> None:
        theme = self._theme
        height = theme.px(_BAR)
        track = QRectF(line.left(), round(line.center().y() - height / 2), line.width(), height)
        draw_shape(painter, track, height / 2, fill=theme.colour("line"))
        share = row.answered / row.asked if row.asked else 1.0
        if share:
            track.setWidth(max(height, track.width() * share))
            draw_shape(painter, track, height / 2, fill=theme.colour("primary"))

    def _paint_grade(
        self, painter: QPainter, area: QRectF, row: AuditRow, kind: str = "body"
    ) -> None:
        if row.grade is None:
            self._text(painter, area, grade_words(row), kind, "text3")
            return
        theme, tone = self._theme, row.grade.value
        centre = QPointF(area.left() + theme.px(_ICON) / 2, area.center().y())
        draw_icon(painter, theme.pixmap(GRADE_ICONS[row.grade], tone, _ICON), centre)
        words = area.adjusted(theme.px(_ICON + 6), 0, 0, 0)
        self._text(painter, words, grade_words(row), kind, tone)

    def _lines(self, inner: QRectF) -> tuple[QRectF, QRectF]:
        """Return the areas of the upper and the lower line of text."""
        upper, lower = self._theme.px(22), self._theme.px(20)
        top = round(inner.center().y() - (upper + lower) / 2)
        return (
            QRectF(inner.left(), top, inner.width(), upper),
            QRectF(inner.left(), top + upper, inner.width(), lower),
        )

    def _text(self, painter: QPainter, area: QRectF, text: str, kind: str, colour: str) -> float:
        """Paint a line of text, elided to the area; return its width."""
        font = self._theme.font(kind)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        draw_words(painter, area, shown)
        return metrics.horizontalAdvance(shown)
