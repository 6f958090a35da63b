# SPDX-License-Identifier: MPL-2.0
"""A few short points, each with an icon before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel

_ICON = 16


@dataclass(frozen=True, slots=True)
class Point:
    """Hold one point: its words, and the name and colour of its icon."""

    text: str
    icon: str
    colour: str = "text3"


class PointList(QWidget):
    """Points one below the other. The rows are used again when other points are shown."""

    def __init__(
        self,
        theme: Theme,
        kind: str = "small",
        tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list for words of a kind and a tone (see ``TextLabel``)."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._tone = tone
        self._rows: list[tuple[QWidget, IconLabel, TextLabel]] = []
        self._points: tuple[Point, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 0, 0)
        self._column.setSpacing(8)

    def set_points(self, points: Sequence[Point]) -> None:
        """Show other points."""
        self._points = tuple(points)
        while len(self._rows) < len(points):
            self._add_row()
        for i, (row, icon, words) in enumerate(self._rows):
            row.setVisible(i < len(points))
            if i < len(points):
                icon.set_icon(points[i].icon, points[i].colour)
                words.set_text(points[i].text)

    @property
    def points(self) -> tuple[Point, ...]:
        """The points on show."""
        return self._points

    def _add_row(self) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        icon = IconLabel(self._theme, "check", "text3", _ICON)
        icon.setContentsMargins(0, 2, 0, 0)
        words = TextLabel(self._theme, "", self._kind, self._tone, wrap=True)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self._column.addWidget(row)
        self._rows.append((row, icon, words))
