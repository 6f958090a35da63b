# SPDX-License-Identifier: MPL-2.0
"""Icons: the bundled outline drawings, tinted and rendered at the size asked for."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICON_FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "icons"


class IconSet:
    """Renders icons and keeps what it rendered."""

    def __init__(self) -> None:
        """Start with nothing rendered."""
        self._drawings: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float, float], QPixmap] = {}

    def pixmap(
        self, name: str, colour: QColor, size: int, ratio: float = 1.0, stroke: float = 2.0
    ) -> QPixmap:
        """Return the icon ``name`` as a picture.

        Args:
            name: the drawing's file name without ``.svg``.
            colour: colour of its strokes.
            size: width and height in logical pixels.
            ratio: device pixels in a logical pixel.
            stroke: width of its strokes, on its own grid of 24 by 24.

        Raises:
            FileNotFoundError: there is no drawing of that name.
        """
        key = (name, colour.name(QColor.NameFormat.HexArgb), size, ratio, stroke)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, colour, size, ratio, stroke)
        return self._pixmaps[key]

    def clear(self) -> None:
        """Forget the pictures, as after a change of colours or of text size."""
        self._pixmaps.clear()

    def _render(self, name: str, colour: QColor, size: int, ratio: float, stroke: float) -> QPixmap:
        drawing = self._drawing(name).replace("currentColor", colour.name())
        drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = (ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        return self._drawings[name]
