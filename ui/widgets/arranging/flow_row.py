# SPDX-License-Identifier: MPL-2.0
"""Small widgets in a row that wraps."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.arranging.arranged_row import ArrangedRow, wanted_size

_ENOUGH: Final = 220
"""A widget wider than this is narrowed rather than that the page around the row is cut."""


class FlowRow(ArrangedRow):
    """Pills, key hints or buttons side by side, on as many lines as they need."""

    def __init__(
        self, gap: int = 4, *, is_at_right: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty row with ``gap`` pixels between its widgets, filled from the left or not.

        Whichever end the lines stand at, the first widget is the first of the first line.
        """
        super().__init__(parent)
        self._gap = gap
        self._is_at_right = is_at_right

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._take(widget)

    def clear(self) -> None:
        """Remove and delete every widget."""
        for widget in self._items:
            widget.hide()
            widget.deleteLater()
        self._items.clear()
        self.updateGeometry()

    def _rects(self, width: int) -> list[QRect]:
        rects: list[QRect] = []
        line: list[QRect] = []
        x = y = 0
        for widget in self._shown():
            size = _fitting_size(widget, width)
            if line and x + size.width() > width:
                y += _height(line) + self._gap
                rects += self._placed(line, width)
                x, line = 0, []
            line.append(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
        return rects + self._placed(line, width)

    def _placed(self, line: list[QRect], width: int) -> list[QRect]:
        """Return a line at the end where it stands, its widgets in the middle of its height."""
        height = _height(line)
        right = width - line[-1].right() - 1 if line and self._is_at_right else 0
        return [rect.translated(right, (height - rect.height()) // 2) for rect in line]

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        widths = [wanted_size(widget).width() for widget in self._shown()]
        width = sum(widths) + self._gap * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the row shrink to its widest widget, and that one too where the page is narrow."""
        widest = max((wanted_size(widget).width() for widget in self._shown()), default=0)
        return QSize(min(widest, _ENOUGH), 0)


def _fitting_size(widget: QWidget, width: int) -> QSize:
    """Return the size that ``widget`` wants, higher where it has to be narrower than that."""
    size = wanted_size(widget)
    if size.width() <= width:
        return size
    return QSize(width, max(size.height(), widget.heightForWidth(width)))


def _height(line: list[QRect]) -> int:
    return max((rect.height() for rect in line), default=0)
