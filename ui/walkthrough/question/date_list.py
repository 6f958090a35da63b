# SPDX-License-Identifier: MPL-2.0
"""The dates of a series on show."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.walkthrough.question.date_chip_delegate import DateChipDelegate
from ui.walkthrough.question.date_list_model import DateListModel

_MOST_LINES = 6
_REMOVING_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class DateList(QListView):
    """Chips in lines; arrow keys move among them, Delete or the cross asks to remove one.

    Signals:
        removal_asked: a date is to go; a ``datetime.date``.
    """

    removal_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = DateListModel(self)
        self._chips = DateChipDelegate(theme, self._dates, self)
        self._chips.removal_asked.connect(self._on_removal_asked)
        self.setModel(self._dates)
        self.setItemDelegate(self._chips)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("Dates"))
        self.setAccessibleDescription(_("Arrow keys move; Delete removes a date."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def set_dates(self, dates: Sequence[dt.date]) -> None:
        """Show other dates; the place of the focus is kept as near as there is a date."""
        row = self.currentIndex().row()
        self._dates.set_dates(dates)
        if row >= 0 and dates:
            self.setCurrentIndex(self._dates.index(min(row, len(dates) - 1)))
        self._fit()

    def set_late(self, late: Mapping[dt.date, str]) -> None:
        """Mark dates as late; the words say by how much."""
        self._dates.set_late(late)

    def set_read_only(self, is_read_only: bool) -> None:
        """Take the crosses away."""
        self._chips.is_read_only = is_read_only
        self.viewport().update()

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The dates on show, in order."""
        return self._dates.dates

    def _fit(self) -> None:
        """Be as tall as the lines, up to a number of lines; then scroll."""
        chip = self._chips.chip_size()
        self.setGridSize(chip)
        per_line = max(1, self.viewport().width() // chip.width())
        lines = -(-len(self.dates) // per_line)
        self.setFixedHeight(min(lines, _MOST_LINES) * chip.height())

    def _on_removal_asked(self, row: int) -> None:
        self.removal_asked.emit(self.dates[row])

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Let the list shrink to one chip a line."""
        return self._chips.chip_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at how many lines there are."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to remove the date with the focus by Delete."""
        row = self.currentIndex().row()
        if event.key() in _REMOVING_KEYS and row >= 0 and not self._chips.is_read_only:
            self._on_removal_asked(row)
        else:
            super().keyPressEvent(event)
