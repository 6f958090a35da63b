# SPDX-License-Identifier: MPL-2.0
"""A figure on a card, which knows how it can be ordered for a report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.insight.figures.figure import Figure, FigureOrder
from ui.charts.chart_card import ChartCard, Keep
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton


class FigureCard(ChartCard):
    """A chart with its words.

    Signals:
        order_wanted: the figure is to go into the report; its ``FigureOrder``.
    """

    order_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        figure: Figure,
        order: FigureOrder,
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, figure.chart, keep, figure.sentence, parent)
        self.figure = figure
        self.ways: list[PushButton] = []
        self._order = order
        self.report_wanted.connect(self._on_report_wanted)

    def show_figure(self, figure: Figure, order: FigureOrder) -> None:
        """Show another figure, or the same one made anew; nothing happens where it is as it was."""
        self._order = order
        if figure != self.figure:
            self.figure = figure
            self.set_chart(figure.chart, figure.sentence)

    def add_way(self, words: str, icon: str) -> PushButton:
        """Put a button under the chart that leads to another page; return it."""
        way = PushButton(self._theme, words, "quiet", icon)
        self.ways.append(way)
        row = FlowRow()  # where it is wider than the page, it takes a second line
        row.add(way)
        self.body.addWidget(row)
        return way

    def _on_report_wanted(self) -> None:
        self.order_wanted.emit(self._order)
