# SPDX-License-Identifier: MPL-2.0
"""The pages of a PDF under each other, to scroll through."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from auditapp.i18n import _
from ui.jobs import Jobs
from ui.preview.page_places import PagePlaces
from ui.preview.pdf_file import PdfFile
from ui.preview.pdf_page_cache import PdfPageCache
from ui.preview.preview_keys import PreviewKeys
from ui.theme.painting import draw_focus_ring
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.reading.announce import announce

ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Steps of the zoom; 1 is as wide as there is room, but no wider than reads well."""

_WIDEST: Final = 900
_GAP: Final = 16
_STEP: Final = 48
_EYE: Final = 0.35
"""The part of the height at which one looks: the page there is the current one."""


class PdfPreview(QAbstractScrollArea):
    """Pages that are rendered when they come into view; a screen reader gets the page's words.

    Page up and Page down move by what is seen, left and right by whole pages, Home and End to the
    ends; Ctrl with plus, minus and 0 zooms.

    Signals:
        page_changed: another page is looked at, or the number of pages is another.
        zoom_changed: the zoom is another.
        failed: a page could not be shown; the exception.
    """

    page_changed = Signal()
    zoom_changed = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file: PdfFile | None = None
        self._cache = PdfPageCache(jobs, self)
        self._zoom = 1.0
        self._page = 0
        self._places = PagePlaces((), 0, 0)
        self._keys = PreviewKeys(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cache.page_ready.connect(self._on_page_ready)
        self._cache.failed.connect(self.failed)
        theme.changed.connect(self._arrange)
        self._describe()

    def set_file(self, file: PdfFile | None) -> None:
        """Show another file, at the same page if it has that many."""
        page = self._page
        self._file = file
        self._cache.set_file(file)
        self._page = 0
        self._arrange()
        self.go_to(min(page, max(self.page_count - 1, 0)))
        self._describe()
        self.page_changed.emit()

    def go_to(self, page: int) -> None:
        """Scroll to the top of a page, counted from 0; one beyond the ends is the nearest."""
        if self.page_count:
            page = min(max(page, 0), self.page_count - 1)
            self.verticalScrollBar().setValue(round(self._places.top(page)))

    def show_next(self) -> None:
        """Scroll to the top of the next page."""
        self.go_to(self._page + 1)

    def show_previous(self) -> None:
        """Scroll to the top of the page before."""
        self.go_to(self._page - 1)

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self._set_zoom(next((zoom for zoom in ZOOMS if zoom > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self._set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom), ZOOMS[0]))

    def reset_zoom(self) -> None:
        """Show the pages as wide as there is room."""
        self._set_zoom(1.0)

    @property
    def page(self) -> int:
        """The page looked at, counted from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 without a file."""
        return 0 if self._file is None else self._file.page_count

    @property
    def zoom(self) -> float:
        """How large the pages are; 1 is as wide as there is room."""
        return self._zoom

    # Places

    def _set_zoom(self, zoom: float) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._arrange()
            self.zoom_changed.emit()

    def _arrange(self) -> None:
        """Lay the pages out for the room there is, and stay at the place that is looked at."""
        bar = self.verticalScrollBar()
        share = bar.value() / self._places.height if self._places.height else 0.0
        room = self.viewport().width() - 2 * _GAP
        fit = min(room, self._theme.px(_WIDEST))
        sizes = [] if self._file is None else [self._file.size(n) for n in range(self.page_count)]
        self._places = PagePlaces(sizes, max(fit * self._zoom, 1), _GAP)
        self._set_range(share)
        self._look()

    def _set_range(self, share: float) -> None:
        view = self.viewport().size()
        upright, flat = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, round(self._places.height) - view.height()))
        upright.setPageStep(max(view.height() - _STEP, _STEP))
        upright.setSingleStep(_STEP)
        upright.setValue(round(share * self._places.height))
        beyond = max(0, round(self._places.width) + 2 * _GAP - view.width())
        flat.setRange(0, beyond)
        flat.setPageStep(view.width())
        flat.setSingleStep(_STEP)

    def _look(self) -> None:
        """Have what is in view rendered, with the page after it, and see which page it is."""
        if self._file is None or not self.isVisible():
            self.viewport().update()
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._places.pages_between(top, top + height)
        near = [page for page in (seen.stop, seen.start - 1) if 0 <= page < self.page_count]
        width = round(self._places.width * self.devicePixelRatioF())
        self._cache.want([*seen, *near], width)
        self._set_page(self._places.page_at(top + height * _EYE))
        self.viewport().update()

    def _set_page(self, page: int) -> None:
        if page == self._page:
            return
        self._page = page
        self._describe()
        self.page_changed.emit()
        if self.hasFocus():
            announce(self, page_words(page, self.page_count))

    def _describe(self) -> None:
        """Give a screen reader the number and the words of the page looked at."""
        name = _("Preview of the report")
        if self._file is not None:
            name = f"{name}, {page_words(self._page, self.page_count)}"
        picture = self._cache.picture(self._page)
        self.setAccessibleName(name)
        self.setAccessibleDescription("" if picture is None else picture.text)

    def _shift(self) -> QPointF:
        """Return how far the sheet of pages is moved on the viewport."""
        spare = (self.viewport().width() - self._places.width) / 2
        left = max(spare, _GAP) - self.horizontalScrollBar().value()
        return QPointF(round(left), -self.verticalScrollBar().value())

    def _on_page_ready(self, page: int) -> None:
        if page == self._page:
            self._describe()
        self.viewport().update()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page, or white paper while it is being rendered."""
        rect = self._places.rect(page).translated(self._shift())
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), self._theme.colour("line"))
        picture = self._cache.picture(page)
        if picture is None:
            painter.fillRect(rect, Qt.GlobalColor.white)
        else:
            painter.drawImage(rect, picture.image)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view, and a ring when they have the focus."""
        del event
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.colour("bg"))
        top = self.verticalScrollBar().value()
        for page in self._places.pages_between(top, top + self.viewport().height()):
            self._paint_page(painter, page)
        if self.hasFocus():
            shape = QRectF(self.viewport().rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
            draw_focus_ring(painter, self._theme, shape, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pages in view rendered."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for no more pages: the window may be about to close."""
        super().hideEvent(event)
        self._cache.want((), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Look at what has come into view."""
        del dx, dy
        self._look()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move in the preview from being shortcuts of the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._keys.command(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and zoom by keys."""
        command = self._keys.command(event)
        if command is None:
            super().keyPressEvent(event)
        else:
            command()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            return
        super().wheelEvent(event)


def page_words(page: int, count: int) -> str:
    """Return "Page 2 of 9"; ``page`` counts from 0."""
    return _("Page {page} of {count}").format(page=page + 1, count=count)
