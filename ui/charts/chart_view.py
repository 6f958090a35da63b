# SPDX-License-Identifier: MPL-2.0
"""Show a chart, and let one go from mark to mark."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from auditapp.charts.drawing import draw_chart
from auditapp.charts.picture import Picture, Spot
from auditapp.insight.chart_models import Chart, ChartMark
from auditapp.insight.chart_words import chart_marks, chart_words
from ui.charts.mark_walk import step_to
from ui.charts.picture_painting import paint_picture
from ui.charts.screen_measure import ScreenMeasure
from ui.theme.painting import draw_shape
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, RING_WIDTH
from ui.widgets.reading.announce import announce

_WIDTH = 560
_LEAST_WIDTH = 240
_RADIUS = 4
_MOST_WIDTHS = 7
_REACH = 6
"""Pixels that the focus ring and its edges take around a mark."""


class ChartView(QWidget):
    """A painted chart: arrow keys move from mark to mark, Enter opens the lines behind one.

    Esc forgets the mark, and then belongs to the window again. The mouse has the same: a tool tip
    with the words of a mark, and a click that opens. A screen reader hears the title and what the
    chart shows, and then the words of each mark as the keys come to it.

    What is drawn is kept until the width, the chart or the text size is another; colours are looked
    up when it is painted.

    Signals:
        lines_wanted: the reference of the lines behind a mark.
        mark_changed: another mark has the keys, or none; its words.
        focus_changed: the keys came, or went elsewhere.
    """

    lines_wanted = Signal(object)
    mark_changed = Signal(str)
    focus_changed = Signal(bool)

    def __init__(self, theme: Theme, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measure = ScreenMeasure(theme)
        self._pictures: dict[int, Picture] = {}
        self._at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_chart(chart)
        theme.changed.connect(self._on_theme_changed)

    def set_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self._chart = chart
        self._marks = [mark for row in chart_marks(chart) for mark in row]
        self._at = None
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart_words(chart))
        self._draw_anew()

    @property
    def marks(self) -> list[ChartMark]:
        """Every mark, in the order in which the keys reach them."""
        return self._marks

    @property
    def current(self) -> int | None:
        """The number of the mark that has the keys, or None."""
        return self._at

    @property
    def picture(self) -> Picture:
        """The chart as it is drawn now."""
        return self._drawn(self.width())

    def rect_of(self, number: int) -> QRect:
        """Return where a mark is in the widget."""
        return _rect(self.picture.spots[number]).toAlignedRect()

    def mark_at(self, place: QPoint) -> int | None:
        """Return the number of the mark at a place in the widget, or None."""
        for number, spot in enumerate(self.picture.spots):
            if _rect(spot).contains(place.toPointF()):
                return number
        return None

    def go_to(self, number: int | None) -> None:
        """Give the keys to a mark, or to none, and say it."""
        if number == self._at:
            return
        before, self._at = self._at, number
        if before is None or number is None:
            self.update()  # the ring around the whole chart comes or goes
        else:
            for each in (before, number):
                self.update(self.rect_of(each).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.mark_changed.emit("" if number is None else self._marks[number].words)
        if number is not None:
            self._bring_into_view(number)
            announce(self, self._marks[number].words)

    def _bring_into_view(self, number: int) -> None:
        """Scroll the page around to a mark: a chart may be much taller than the page."""
        rect = self.rect_of(number)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        content = None if around is None else around.widget()
        if around is not None and content is not None:
            middle = self.mapTo(content, rect.center())
            room = min(rect.height() // 2 + self._theme.px(24), around.viewport().height() // 2 - 1)
            around.ensureVisible(middle.x(), middle.y(), 0, room)

    def _drawn(self, width: int) -> Picture:
        """Return the chart drawn for a width, with room for the focus ring around it."""
        if width not in self._pictures:
            # Layouts within layouts ask for up to six widths in turn; more are of the past.
            if len(self._pictures) > _MOST_WIDTHS:
                self._pictures.clear()
            inner = max(width - 2 * EDGE, 1)
            self._pictures[width] = draw_chart(self._chart, inner, self._measure)
        return self._pictures[width]

    def _draw_anew(self) -> None:
        self._pictures.clear()
        self.updateGeometry()
        self.update()

    def _open(self, number: int) -> None:
        lines = self._marks[number].lines
        if lines is not None:
            self.lines_wanted.emit(lines)

    def _on_theme_changed(self) -> None:
        self._measure = ScreenMeasure(self._theme)
        self._draw_anew()

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that a chart is taller when it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the chart at ``width``."""
        return round(self._drawn(width).height + 0.5) + 2 * EDGE

    def sizeHint(self) -> QSize:
        """Ask for a comfortable width."""
        width = self._theme.px(_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the chart shrink: it folds."""
        return QSize(_LEAST_WIDTH, self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight, and a ring around the chart or around the mark with the keys."""
        painter = QPainter(self)
        painter.translate(EDGE, EDGE)
        seen = QRectF(event.rect()).translated(-EDGE, -EDGE)
        paint_picture(painter, self._theme, self.picture, seen)
        painter.resetTransform()
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self._at is not None:
                ring = _rect(self.picture.spots[self._at]).adjusted(-3, -3, 3, 3)
                # The inner line is of the ground, so that the ring stands out on every colour.
                ground = self._theme.colour("surface")
                draw_shape(painter, ring.adjusted(2, 2, -2, -2), 2, border=ground, border_width=2)
            ink = self._theme.colour("focus")
            draw_shape(painter, ring, _RADIUS, border=ink, border_width=RING_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another mark, open the one that has the keys, or leave it."""
        if not self._marks:
            super().keyPressEvent(event)
            return
        key = event.key()
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and self._at is not None:
            self.go_to(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._open(self._at)
        elif (there := step_to(self.picture.spots, self._at or 0, key, is_far=is_far)) is not None:
            is_first = self._at is None and key not in (Qt.Key.Key_Home, Qt.Key.Key_End)
            self.go_to(0 if is_first else there)
        else:
            super().keyPressEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tell a page that scrolls to the focus where in the chart that is."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._at is not None:
            return self.rect_of(self._at)
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere; the mark is remembered."""
        super().focusOutEvent(event)
        self.update()
        self.focus_changed.emit(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer where a click opens something."""
        super().mouseMoveEvent(event)
        number = self.mark_at(event.position().toPoint())
        opens = number is not None and self._marks[number].lines is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the lines behind the mark that was clicked."""
        super().mouseReleaseEvent(event)
        number = self.mark_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number is not None:
            self.go_to(number)
            self._open(number)

    def event(self, event: QEvent) -> bool:
        """Say the words of the mark under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.mark_at(event.pos())
            if number is None:
                QToolTip.hideText()
            else:
                # As a paragraph it wraps; escaped, because names in it come from people.
                words = f"<p>{escape(self._marks[number].words)}</p>"
                QToolTip.showText(event.globalPos(), words, self, self.rect_of(number))
            return True
        return super().event(event)


def _rect(spot: Spot) -> QRectF:
    return QRectF(spot.x + EDGE, spot.y + EDGE, spot.width, spot.height)
