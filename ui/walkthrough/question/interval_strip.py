# SPDX-License-Identifier: MPL-2.0
"""A line of time with the events of a series on it."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.walkthrough.question.date_finding import short_date
from ui.walkthrough.question.intervals import Interval, interval_words

_THIN = 4
_THICK = 8
_DOT = 4.5
_BAR = 2
_LABEL = 18
_GAP = 7


class IntervalStrip(QWidget):
    """Draws how much time lay between the dates: late parts thicker, in red, with their number.

    A bar across the line is the end of the series. What it shows is its accessible name, in words.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._intervals: list[Interval] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_intervals(self, intervals: Sequence[Interval]) -> None:
        """Draw other intervals."""
        self._intervals = list(intervals)
        self.setAccessibleName(interval_words(intervals))
        self.setToolTip(interval_words(intervals))
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _span(self) -> tuple[dt.date, dt.date]:
        """Return the first and the last day to draw: a date to come is on the line as well."""
        days = [each.end for each in self._intervals]
        days += [each.due for each in self._intervals if each.due is not None]
        return min(days), max(days)

    def _x(self, day: dt.date) -> float:
        first, last = self._span()
        room = self._theme.px(_DOT) + 1 + EDGE
        share = (day - first).days / max((last - first).days, 1)
        return room + share * (self.width() - 2 * room)

    def _y(self) -> float:
        return self._theme.px(_LABEL + _GAP)

    def _paint_interval(self, painter: QPainter, interval: Interval) -> None:
        """Paint the time in order, if there was any, and the time after the day it was due."""
        begin, due = interval.begin, interval.due
        in_time_until = due if interval.late and due is not None else interval.end
        if begin is not None:
            tone = "neutral" if interval.is_open and not interval.has_ended else "ok"
            self._paint_line(painter, (begin, in_time_until), tone, _THIN)
        if interval.late and due is not None:
            self._paint_line(painter, (due, interval.end), "danger", _THICK)

    def _paint_line(
        self, painter: QPainter, span: tuple[dt.date, dt.date], tone: str, width: int
    ) -> None:
        pen = QPen(self._theme.colour(tone), self._theme.px(width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        begin, end = span
        painter.drawLine(QPointF(self._x(begin), self._y()), QPointF(self._x(end), self._y()))

    def _paint_length(self, painter: QPainter, interval: Interval) -> None:
        """Write the number of days over an interval, unless it is too narrow for that."""
        if interval.begin is None:
            return
        left, right = self._x(interval.begin), self._x(interval.end)
        words = str(interval.days)
        width = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(words)
        if width + 4 > right - left:
            return
        painter.setPen(self._theme.colour("danger" if interval.late else "text2"))
        box = QRectF(left, 0, right - left, self._theme.px(_LABEL))
        draw_words(painter, box, words, Qt.AlignmentFlag.AlignHCenter)

    def _paint_events(self, painter: QPainter) -> None:
        """Paint a dot for each event, and an empty one for the day when the next is due."""
        theme = self._theme
        radius = theme.px(_DOT)
        for interval in self._intervals:
            day = interval.due if interval.is_open and not interval.late else interval.end
            if day is None or (interval.is_open and interval.late):
                continue
            ink = "danger" if interval.late else "text2"
            painter.setPen(QPen(theme.colour(ink), 1.5))
            painter.setBrush(theme.colour("surface" if interval.is_open else ink))
            painter.drawEllipse(QPointF(self._x(day), self._y()), radius, radius)

    def _paint_close(self, painter: QPainter) -> None:
        """Paint a bar across the line where the series ended."""
        last = self._intervals[-1]
        if not last.has_ended:
            return
        ink = self._theme.colour("danger" if last.late else "text2")
        painter.setPen(QPen(ink, self._theme.px(_BAR)))
        x, y, reach = self._x(last.end), self._y(), self._theme.px(_GAP)
        painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))

    def _paint_ends(self, painter: QPainter) -> None:
        """Write the first and the last day under the ends of the line."""
        painter.setPen(self._theme.colour("text3"))
        top = self._y() + self._theme.px(_GAP)
        box = QRectF(EDGE, top, self.width() - 2 * EDGE, self._theme.px(_LABEL))
        first, last = self._span()
        draw_words(painter, box, short_date(first))
        draw_words(painter, box, short_date(last), Qt.AlignmentFlag.AlignRight)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the line, the numbers over it and the days under it."""
        return QSize(self._theme.px(240), self._theme.px(2 * (_LABEL + _GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line of time."""
        del event
        if not self._intervals:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        for interval in self._intervals:
            self._paint_interval(painter, interval)
        for interval in self._intervals:
            self._paint_length(painter, interval)
        self._paint_events(painter)
        self._paint_close(painter)
        self._paint_ends(painter)
