# SPDX-License-Identifier: MPL-2.0
"""Make files of a chart: a picture, a drawing, and its numbers.

A picture is light and of the usual text size, whatever the window is: it goes into documents.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from auditapp.charts.drawing import draw_chart
from auditapp.charts.picture import Picture
from auditapp.csv_file import csv_bytes, safe_cell
from auditapp.file_names import chart_file_name
from auditapp.insight.chart_models import Chart
from auditapp.insight.chart_tables import chart_table
from auditapp.insight.chart_words import chart_words
from ui.charts.picture_painting import paint_picture
from ui.charts.screen_measure import ScreenMeasure
from ui.theme.text_block import TextBlock
from ui.theme.theme import Theme
from ui.theme.tokens import FAMILY

WIDTH: Final = 900
MARGIN: Final = 24
SHARPNESS: Final = 2
"""Pixels of a picture for each of the window: sharp on paper and on fine screens."""

_METRE: Final = 1000 / 25.4
_FALLBACKS: Final = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class ChartFile:
    """Hold a file to be saved: the name to suggest, and what is in it."""

    name: str
    contents: bytes


def png_file(chart: Chart) -> ChartFile:
    """Return the chart under its title as a PNG file."""
    page = _Page(chart)
    image = QImage(page.size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.setDotsPerMeterX(round(96 * SHARPNESS * _METRE))
    image.setDotsPerMeterY(round(96 * SHARPNESS * _METRE))
    image.setText("Description", chart_words(chart))
    page.paint(QPainter(image))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes here
    return ChartFile(chart_file_name(chart.title, ".png"), bytes(buffer.data().data()))


def svg_file(chart: Chart) -> ChartFile:
    """Return the chart under its title as an SVG file, with its words for screen readers."""
    page = _Page(chart)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(page.size)
    generator.setViewBox(QRect(0, 0, page.size.width(), page.size.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart_words(chart))
    page.paint(QPainter(generator))
    del generator  # it writes into the buffer as long as it lives
    # Our font is on no other machine by its name.
    named = f'font-family="{FAMILY}"'.encode()
    svg = bytes(buffer.data().data()).replace(named, f'font-family="{_FALLBACKS}"'.encode())
    return ChartFile(chart_file_name(chart.title, ".svg"), svg)


def csv_file(chart: Chart) -> ChartFile:
    """Return the numbers of the chart as a CSV file."""
    contents = csv_bytes(chart_table(chart).texts)
    return ChartFile(chart_file_name(chart.title, ".csv"), contents)


def copied_table(chart: Chart) -> str:
    """Return the numbers of the chart as spreadsheet programs take them when they are pasted."""
    rows = chart_table(chart).texts
    return "\n".join("\t".join(_one_line(cell) for cell in row) for row in rows)


class _Page:
    """Lay out a chart with its title over it, and paint both."""

    def __init__(self, chart: Chart) -> None:
        self._theme = Theme()
        self._picture: Picture = draw_chart(chart, WIDTH, ScreenMeasure(self._theme))
        heading = self._theme.font("heading")
        self._title = TextBlock(chart.title, heading, self._theme.line_height("heading"))
        self._top = MARGIN + self._title.height(WIDTH) + MARGIN / 2
        height = self._top + self._picture.height + MARGIN
        self.size = QSize(WIDTH + 2 * MARGIN, round(height + 0.5))

    def paint(self, painter: QPainter) -> None:
        """Paint everything, and let go of the painter."""
        painter.fillRect(QRect(QPoint(), self.size), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("text"))
        area = QRect(MARGIN, MARGIN, WIDTH, self.size.height()).toRectF()
        self._title.draw(painter, area)
        painter.translate(QPointF(MARGIN, self._top))
        paint_picture(painter, self._theme, self._picture)
        painter.end()


def _one_line(cell: str) -> str:
    return safe_cell(" ".join(cell.split()))
