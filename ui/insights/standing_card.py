# SPDX-License-Identifier: MPL-2.0
"""How things stand today: a few numbers, and what asks for attention."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.figures.standing import Point, Standing
from ui.insights.attention_line import AttentionLine
from ui.insights.standing_tile import StandingTile
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_LEAST_WIDTH: Final = 190


class StandingCard(QWidget):
    """Tiles side by side, and below them a line for each thing that asks for attention.

    Signals:
        lines_wanted: what is behind a number or a line.
    """

    lines_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tiles: list[StandingTile] = []
        self.lines: list[AttentionLine] = []
        self._points: tuple[Point, ...] = ()
        # Two pairs, so that no tile ever stands alone on its line but where all do.
        self._pairs = tuple(FieldGrid(theme, 2, _LEAST_WIDTH, is_even=True) for _pair in range(2))
        self._grid = FieldGrid(theme, 2, 2 * _LEAST_WIDTH, is_even=True)
        for pair in self._pairs:
            self._grid.add(pair)
        self._card = Card(theme)
        self._title = TextLabel(theme, _("What asks for attention"), "heading")
        self._card.body.setSpacing(0)
        self._card.body.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._grid)
        column.addWidget(self._card)
        self._card.hide()

    def show_standing(self, standing: Standing) -> None:
        """Show how things stand now."""
        if not self.tiles:
            for place, tile in enumerate(standing.tiles):
                button = StandingTile(self._theme, tile)
                button.clicked.connect(self._on_tile_clicked)
                self.tiles.append(button)
                self._pairs[place // 2].add(button)
        for button, tile in zip(self.tiles, standing.tiles, strict=True):
            button.set_tile(tile)
        if standing.points != self._points:
            self._show_points(standing.points)

    def _show_points(self, points: tuple[Point, ...]) -> None:
        self._points = points
        for line in self.lines:
            self._card.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for point in points:
            line = AttentionLine(self._theme, point.words)
            line.clicked.connect(self._on_line_clicked)
            self.lines.append(line)
            self._card.body.addWidget(line)
        self._card.setVisible(bool(points))

    # Slots

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, StandingTile):
            self.lines_wanted.emit(tile.tile.behind)

    def _on_line_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, AttentionLine):
            self.lines_wanted.emit(self._points[self.lines.index(line)].behind)
