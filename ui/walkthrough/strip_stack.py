# SPDX-License-Identifier: MPL-2.0
"""The messages above a step: as tall as they are, unless that left no room for the step."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.surfaces.scroll_area import ScrollArea

_MOST: Final = 0.6
_MOST_SCROLLED: Final = 0.5
"""Shares of the room for messages and step that messages have: all of them, and where they scroll.

Those that scroll have less, so that not merely an edge is out of sight, which nobody would miss."""

_EDGE: Final = 2
"""Pixels of the line around those that scroll, which the messages would paint over."""


class StripStack(ScrollArea):
    """Strips one below the other; where they are too tall together they scroll, by keys as well.

    It stands above what it must leave room for, in one widget that holds both and nothing else.
    """

    # Of the class: events come before and after Python knows the attributes.
    _strips: tuple[QWidget, ...] = ()
    _newest: QWidget | None = None

    def __init__(self, theme: Theme, strips: Iterable[QWidget], parent: QWidget) -> None:
        """Hold ``strips``, of which each shows and hides itself, in ``parent``."""
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        super().__init__(theme, content, parent)
        self._around = parent
        self._strips = tuple(strips)
        for strip in self._strips:
            self._column.addWidget(strip)
            strip.installEventFilter(self)
        self._column.addStretch(1)
        self.float_bar()
        self._to_newest = QTimer(self, singleShot=True, interval=0)
        self._to_newest.timeout.connect(self._on_newest_laid_out)
        parent.installEventFilter(self)
        self._fit()

    @property
    def is_scrolled(self) -> bool:
        """Whether the messages are too tall to be seen all at once."""
        return self.focusPolicy() is not Qt.FocusPolicy.NoFocus

    def _fit(self) -> None:
        """Take the height that the strips want, or the share that they may have."""
        room = self._around.height()
        wanted = self._column.totalHeightForWidth(self.width()) if self._is_any_shown() else 0
        is_scrolled = wanted > room * _MOST
        self.setFixedHeight(int(room * _MOST_SCROLLED) if is_scrolled else max(wanted, 0))
        edge = _EDGE if is_scrolled else 0
        self.setViewportMargins(edge, edge, edge, edge)
        if is_scrolled:
            self.be_read(_("Messages about this audit"))
        else:
            self.be_passed()

    def _is_any_shown(self) -> bool:
        return any(not strip.isHidden() for strip in self._strips)

    @Slot()
    def _on_newest_laid_out(self) -> None:
        strip, self._newest = self._newest, None
        if strip is not None and self.is_scrolled:
            self.verticalScrollBar().setValue(strip.y())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit when strips come, go or are laid out anew; show the one that came last."""
        kind = event.type()
        if watched in self._strips:
            if kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self._fit()
            # What was there before the audit is on show is read from the top.
            came = kind == QEvent.Type.ShowToParent and self.isVisible()
            if came and isinstance(watched, QWidget):
                self._newest = watched
                self._to_newest.start()
        elif self._strips and (
            (watched is self._around and kind == QEvent.Type.Resize)
            or (watched is self.widget() and kind == QEvent.Type.LayoutRequest)
        ):
            self._fit()
        return super().eventFilter(watched, event)


def under_strips(theme: Theme, strips: Iterable[QWidget], rest: QWidget) -> QWidget:
    """Return a widget with ``strips`` at its top and ``rest`` in the room that they leave."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(StripStack(theme, strips, both))
    column.addWidget(rest, 1)
    return both
