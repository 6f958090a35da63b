# SPDX-License-Identifier: MPL-2.0
"""Small widgets in a row that wraps."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.arranged_row import ArrangedRow, wanted_size


class FlowRow(ArrangedRow):
    """Pills, key hints or buttons side by side, on as many lines as they need."""

    def __init__(self, gap: int = 4, parent: QWidget | None = None) -> None:
        """Make an empty row with ``gap`` pixels between its widgets."""
        super().__init__(parent)
        self._gap = gap

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
        for size in map(wanted_size, self._shown()):
            if line and x + size.width() > width:
                y += _height(line) + self._gap
                rects += _centred(line)
                x, line = 0, []
            line.append(QRect(x, y, min(size.width(), width), size.height()))
            x += size.width() + self._gap
        return rects + _centred(line)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        widths = [wanted_size(widget).width() for widget in self._shown()]
        width = sum(widths) + self._gap * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the row shrink to its widest widget."""
        return QSize(max((wanted_size(widget).width() for widget in self._shown()), default=0), 0)


def _height(line: list[QRect]) -> int:
    return max((rect.height() for rect in line), default=0)


def _centred(line: list[QRect]) -> list[QRect]:
    height = _height(line)
    return [rect.translated(0, (height - rect.height()) // 2) for rect in line]
