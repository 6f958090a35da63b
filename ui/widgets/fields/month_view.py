# SPDX-License-Identifier: MPL-2.0
"""A month of days."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from auditapp.i18n import _, language_tag
from ui.theme.painting import draw_shape, draw_words
from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS

_WIDTH = 304
_HEIGHT = 284
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class MonthView(QCalendarWidget):
    """Qt's calendar, with weeks from Monday, painted in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the month of today."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Calendar"))
        self.setLocale(QLocale(language_tag()))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take size, colours and icons from the theme."""
        theme = self._theme
        self.setFixedSize(theme.px(_WIDTH), theme.px(_HEIGHT))
        heading = QTextCharFormat()
        heading.setForeground(theme.colour("text3"))
        heading.setBackground(theme.colour("surface"))
        self.setHeaderTextFormat(heading)
        for day in _WEEKEND:
            # Qt paints weekends red, which here would read as "wrong".
            self.setWeekdayTextFormat(day, heading)
        arrows = {
            "qt_calendar_prevmonth": ("chevron-left", _("Month before")),
            "qt_calendar_nextmonth": ("chevron-right", _("Month after")),
        }
        for name, (icon, words) in arrows.items():
            for button in self.findChildren(QToolButton, name):
                button.setIcon(theme.icon(icon))
                button.setIconSize(theme.icon_size())
                button.setAccessibleName(words)

    # Qt overrides

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Paint one day: the chosen one filled, today with a frame."""
        theme = self._theme
        day = QDate(day.year, day.month, day.day) if isinstance(day, date) else day
        is_chosen, is_today = day == self.selectedDate(), day == QDate.currentDate()
        is_other_month = day.month() != self.monthShown()
        ink = "on_primary" if is_chosen else "text3" if is_other_month else "text"
        cell = QRectF(rect).adjusted(2, 2, -2, -2)
        fill = theme.colour("primary") if is_chosen else None
        border = theme.colour("control") if is_today and not is_chosen else None
        draw_shape(painter, cell, RADIUS["s"], fill=fill, border=border)
        painter.setFont(theme.font("strong" if is_chosen or is_today else "body"))
        painter.setPen(theme.colour(ink))
        draw_words(painter, cell, str(day.day()), Qt.AlignmentFlag.AlignHCenter)
