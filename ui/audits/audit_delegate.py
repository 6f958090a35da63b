# SPDX-License-Identifier: MPL-2.0
"""Paint the rows of the list of audits."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

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
from ui.theme.painting import draw_icon, draw_shape
from ui.theme.pill_painting import draw_pill, pill_width
from ui.theme.theme import Theme
from ui.widgets.answers.grade_looks import GRADE_ICONS
from ui.widgets.lists.table_delegate import GAP, CellIndex, TableDelegate

_ICON: Final = 16
_BAR: Final = 5
_CONCERN_ICON: Final = "siren"
ROW_HEIGHT: Final = 64
"""Height of a row, in pixels at 100 %; folded rows have two lines as well."""

_MIDDLE: Final = 26
"""Height of the line between those two where a folded row is narrow."""


class AuditDelegate(TableDelegate):
    """Paint one cell of the list of audits, or all of an audit where it is folded."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, ROW_HEIGHT, parent)
        self.is_narrow = False
        """Whether a folded row has a third line: the reference would be cut beside the status."""

    @property
    def row_height(self) -> int:
        """Height of a row in pixels."""
        return super().row_height + self._theme.px(_MIDDLE if self.is_narrow else 0)

    def paint_column(self, painter: QPainter, inner: QRectF, index: CellIndex) -> None:
        """Paint what the column tells of the audit."""
        row: AuditRow = index.data(ROW_ROLE)
        upper, lower = self.lines(inner)
        column = index.column()
        if column == Column.CASE:
            self._paint_case(painter, upper, row)
            self.draw(painter, lower, checklist_words(row), "small", "text2")
        elif column == Column.TEAM:
            self.draw(painter, upper, row.team or _("No team"), "body", "text")
            self.draw(painter, lower, row.auditor, "small", "text2")
        elif column == Column.STATUS:
            middle = upper.center().y() if state_words(row) else inner.center().y()
            self._paint_status(painter, QPointF(inner.left(), middle), row)
            self.draw(painter, lower, state_words(row), "small", "text2")
        elif column == Column.PROGRESS:
            self.draw(painter, upper, progress_words(row), "body", "text")
            self._paint_bar(painter, lower, row)
        elif column == Column.GRADE:
            self._paint_grade(painter, upper if row.first_grade else inner, row)
            self.draw(painter, lower, first_words(row), "small", "text2")
        else:
            self.draw(painter, inner, str(index.data()), "small", "text2")

    def paint_folded(self, painter: QPainter, inner: QRectF, index: CellIndex) -> None:
        """Paint the reference and the state above, the grade and the rest below."""
        row: AuditRow = index.data(ROW_ROLE)
        if self.is_narrow:
            self._paint_narrow(painter, inner, row)
            return
        upper, lower = self.lines(inner)
        width = pill_width(self._theme, label(row.status), STATUS_LOOKS[row.status][1])
        self._paint_status(painter, QPointF(upper.right() - width, upper.center().y()), row)
        self._paint_case(painter, upper.adjusted(0, 0, -width - self._theme.px(GAP), 0), row)
        grade = self._grade_width(row)
        self._paint_grade(painter, lower.adjusted(lower.width() - grade, 0, 0, 0), row, "small")
        left = lower.adjusted(0, 0, -grade - self._theme.px(GAP), 0)
        self.draw(painter, left, _rest_words(row), "small", "text2")

    # Inside

    def _paint_narrow(self, painter: QPainter, inner: QRectF, row: AuditRow) -> None:
        """Paint the reference, below it the status, and then the grade and the rest."""
        half = self._theme.px(_MIDDLE) / 2
        upper, lower = self.lines(inner)
        upper.translate(0, -half)
        lower.translate(0, half)
        # Words would push the reference out; the number has the icon and the colour of a concern.
        self._paint_case(painter, upper, row, str(row.open_concerns) if row.open_concerns else "")
        self._paint_status(painter, QPointF(inner.left(), upper.bottom() + half), row)
        self._paint_grade(painter, lower, row, "small")
        rest = lower.adjusted(self._grade_width(row) + self._theme.px(GAP), 0, 0, 0)
        self.draw(painter, rest, _rest_words(row), "small", "text2")

    def _grade_width(self, row: AuditRow) -> float:
        words = QFontMetricsF(self._theme.font("small")).horizontalAdvance(grade_words(row))
        return words + 2 + (self._theme.px(_ICON + 6) if row.grade else 0)

    def _paint_case(
        self, painter: QPainter, line: QRectF, row: AuditRow, concern: str | None = None
    ) -> None:
        concern = concern_words(row) if concern is None else concern
        pill = pill_width(self._theme, concern, _CONCERN_ICON) if concern else 0
        room = pill + self._theme.px(GAP) if concern else 0
        width = self.draw(
            painter, line.adjusted(0, 0, -room, 0), row.case_reference, "strong", "text"
        )
        if concern:
            place = QPointF(line.left() + width + self._theme.px(GAP), line.center().y())
            draw_pill(painter, self._theme, place, concern, "danger", _CONCERN_ICON)

    def _paint_status(self, painter: QPainter, place: QPointF, row: AuditRow) -> None:
        tone, icon = STATUS_LOOKS[row.status]
        draw_pill(painter, self._theme, place, label(row.status), tone, icon)

    def _paint_bar(self, painter: QPainter, line: QRectF, row: AuditRow) -> None:
        theme = self._theme
        height = theme.px(_BAR)
        track = QRectF(line.left(), round(line.center().y() - height / 2), line.width(), height)
        draw_shape(painter, track, height / 2, fill=theme.colour("track"))
        share = row.answered / row.asked if row.asked else 1.0
        if share:
            track.setWidth(max(height, track.width() * share))
            draw_shape(painter, track, height / 2, fill=theme.colour("primary"))

    def _paint_grade(
        self, painter: QPainter, area: QRectF, row: AuditRow, kind: str = "body"
    ) -> None:
        if row.grade is None:
            self.draw(painter, area, grade_words(row), kind, "text3")
            return
        theme, tone = self._theme, row.grade.value
        centre = QPointF(area.left() + theme.px(_ICON) / 2, area.center().y())
        draw_icon(painter, theme.pixmap(GRADE_ICONS[row.grade], tone, _ICON), centre)
        words = area.adjusted(theme.px(_ICON + 6), 0, 0, 0)
        self.draw(painter, words, grade_words(row), kind, tone)


def _rest_words(row: AuditRow) -> str:
    """Return what a folded row has no place of its own for."""
    marks = (state_words(row), first_words(row), progress_words(row))
    return " · ".join(filter(None, (*marks, row.team, checklist_words(row))))
