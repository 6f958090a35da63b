# SPDX-License-Identifier: MPL-2.0
"""A month to pick a day from."""

from PySide6.QtCore import QDate, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.fields.month_view import MonthView


class CalendarPopup(QWidget):
    """A calendar that opens under a field and closes when a day is picked.

    Signals:
        day_picked: the user picked a day.
    """

    day_picked = Signal(QDate)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a closed calendar."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._calendar = MonthView(theme)
        self._calendar.clicked.connect(self._on_day_picked)
        self._calendar.activated.connect(self._on_day_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._calendar)

    def show_under(self, widget: QWidget, day: QDate) -> None:
        """Open under ``widget`` with ``day`` chosen."""
        self._calendar.restyle()
        self._calendar.setSelectedDate(day)
        self.adjustSize()
        below = widget.mapToGlobal(QPoint(0, widget.height()))
        room = widget.screen().availableGeometry()
        left = min(below.x(), room.right() + 1 - self.width())
        top = below.y()
        if top + self.height() > room.bottom():
            top = widget.mapToGlobal(QPoint(0, 0)).y() - self.height()
        self.setGeometry(QRect(QPoint(max(left, room.left()), max(top, room.top())), self.size()))
        self.show()
        self._calendar.setFocus()

    def _on_day_picked(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.day_picked.emit(day)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and border."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("control"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self._theme.colour("surface"))
