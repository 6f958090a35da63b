# SPDX-License-Identifier: MPL-2.0
"""Show the numbers of a chart."""

from itertools import accumulate
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from auditapp.i18n import _
from auditapp.insight.chart_models import Chart
from auditapp.insight.chart_tables import chart_table
from ui.charts.chart_table_model import LINES_ROLE, ChartTableModel
from ui.theme.theme import Theme

_MOST: Final = 420
_WIDEST: Final = 260
_PAD: Final = 11
_MOST_SHARE: Final = 0.6
"""No column takes more of the width, or the figures would be out of sight."""


class ChartTableView(QTableView):
    """A table as high as its rows, up to a limit; Enter or a double click opens lines.

    Signals:
        lines_wanted: the reference of the lines behind a figure.
    """

    lines_wanted = Signal(object)

    def __init__(self, theme: Theme, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures = ChartTableModel(chart_table(chart), self)
        self.setModel(self._figures)
        self._set_habits()
        self.set_chart(chart)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._fit)

    def set_chart(self, chart: Chart) -> None:
        """Show the numbers of another chart."""
        self._figures.set_table(chart_table(chart))
        self.setAccessibleName(_("{title}, the numbers").format(title=chart.title))
        # Without a figure there is nothing that could show that it has the focus.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.has_figures else policy.NoFocus)
        self._fit()

    @property
    def has_figures(self) -> bool:
        """Whether there is anything below the titles of the columns but names of rows."""
        return any(len(row) > 1 for row in self._figures.texts)

    def _set_habits(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def _fit(self) -> None:
        """Give each column the room that it needs, up to a limit, and each row its lines."""
        self.setFont(self._theme.font("small"))
        self.resizeColumnsToContents()
        room = self.viewport().width()
        widest = min(self._theme.px(_WIDEST), max(round(room * _MOST_SHARE), self._theme.px(120)))
        header = self.horizontalHeader()
        for column in range(header.count()):
            header.resizeSection(column, min(header.sectionSize(column), widest))
        spare = room - header.length()
        if spare > 0 and header.count():
            header.resizeSection(0, header.sectionSize(0) + spare)
        self._set_heights()
        self.updateGeometry()

    def _set_heights(self) -> None:
        """Make each row as high as its cells; Qt's own measure forgets the padding of a cell."""
        metrics = self.fontMetrics()
        header = self.horizontalHeader()
        pad = self._theme.px(_PAD)
        wrap = Qt.TextFlag.TextWordWrap.value
        widths = [header.sectionSize(column) - 2 * pad for column in range(header.count())]
        for number, row in enumerate(self._figures.texts):
            heights = [
                metrics.boundingRect(QRect(0, 0, width, 9999), wrap, text).height()
                for text, width in zip(row, widths, strict=True)
            ]
            self.setRowHeight(number, max(heights) + 2 * pad)

    def _whole_rows(self, room: int) -> int:
        """Return the height of the first rows that have room together, one at least."""
        heights = (self.rowHeight(row) for row in range(self._figures.rowCount()))
        first, *ends = accumulate(heights) if self._figures.rowCount() else [0]
        return max((end for end in ends if end <= room), default=first)

    # Slots

    def _open(self, index: QModelIndex) -> None:
        lines = index.data(LINES_ROLE)
        if lines is not None:
            self.lines_wanted.emit(lines)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows, or of as many whole ones as the limit lets in."""
        is_cut = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_cut else 0
        around = self.horizontalHeader().sizeHint().height() + bar + 2
        rows = self._whole_rows(self._theme.px(_MOST) - around)
        return QSize(self._theme.px(320), around + rows)

    def minimumSizeHint(self) -> QSize:
        """Let the table shrink: it scrolls."""
        return QSize(self._theme.px(160), self._theme.px(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what is behind the current figure by Enter; leave the rest to Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
