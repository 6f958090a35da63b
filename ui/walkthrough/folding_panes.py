# SPDX-License-Identifier: MPL-2.0
"""A pane at the left and one at the right of the page; they fold away where there is no room."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, GUIDANCE_WIDTH, SECTIONS_WIDTH
from ui.walkthrough.scrim import Scrim

_LEFT_BESIDE: Final = 48
"""Pixels of the page that stay in sight beside a pane that is open over it."""


class FoldingPanes(QWidget):
    """Place the three parts by hand: a layout could not lay a pane over the page.

    A pane stands beside the page from its break point up, unless the person folded it; below, it
    opens over the page and closes by Esc, by a press beside it, and when the focus leaves it.
    """

    _open: QWidget | None = None

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        page: QWidget,
        right: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Put the panes ``left`` (the sections) and ``right`` (the guidance) around ``page``."""
        super().__init__(parent)
        self._theme = theme
        self.left, self.page, self.right = left, page, right
        self._folded: set[QWidget] = set()
        self._came_from: QWidget | None = None
        # The order of the children is the order of Tab.
        for part in (left, page, right):
            part.setParent(self)
        self._scrim = Scrim(self)
        self._scrim.hide()
        self._scrim.pressed.connect(self.close_open_pane)
        theme.changed.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def toggle(self, pane: QWidget) -> None:
        """Fold a pane, or show it: beside the page, or over it where there is no room."""
        if self._open is pane:
            self.close_open_pane()
        elif self.has_room(pane):
            self._folded ^= {pane}
            self._fit()
        else:
            self._came_from = QApplication.focusWidget()
            self._open = pane
            self._fit()
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_open_pane(self) -> bool:
        """Close the pane that lies over the page; return whether there was one."""
        pane, self._open = self._open, None
        if pane is None:
            return False
        came_from, self._came_from = self._came_from, None
        if came_from is not None and pane.isAncestorOf(QApplication.focusWidget() or self):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
        return True

    def has_room(self, pane: QWidget) -> bool:
        """Tell whether a pane may stand beside the page at this width."""
        name = "sections" if pane is self.left else "guidance"
        return self.width() >= self._theme.px(BREAK_POINTS[name])

    @property
    def open_pane(self) -> QWidget | None:
        """The pane that lies over the page, if one does."""
        return self._open

    def _stands(self, pane: QWidget) -> bool:
        return self.has_room(pane) and pane not in self._folded

    def _width_of(self, pane: QWidget) -> int:
        wanted = self._theme.px(SECTIONS_WIDTH if pane is self.left else GUIDANCE_WIDTH)
        return min(wanted, self.width() - _LEFT_BESIDE)

    def _fit(self) -> None:
        if self._open is not None and self.has_room(self._open):
            self._open = None
        width, height = self.width(), self.height()
        left = self._width_of(self.left) if self._stands(self.left) else 0
        right = self._width_of(self.right) if self._stands(self.right) else 0
        self.page.setGeometry(left, 0, width - left - right, height)
        for pane in (self.left, self.right):
            own = self._width_of(pane)
            pane.setGeometry(0 if pane is self.left else width - own, 0, own, height)
            pane.setVisible(self._stands(pane) or pane is self._open)
        self._scrim.setGeometry(self.rect())
        self._scrim.setVisible(self._open is not None)
        if self._open is not None:
            self._scrim.raise_()
            self._open.raise_()

    # The application may tell this while Python takes the panes apart: their attributes are gone
    # then, and with them a slot that is not declared. The class still says that no pane is open.
    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_inside = new is not None and self.isAncestorOf(new)
        if self._open is not None and is_inside and not self._is_in_open_pane(new):
            self._came_from = None
            self.close_open_pane()

    def _is_in_open_pane(self, widget: QWidget | None) -> bool:
        pane = self._open
        return (
            pane is not None
            and widget is not None
            and (widget is pane or pane.isAncestorOf(widget))
        )

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the page decide how little room there may be."""
        return QSize(self.page.minimumSizeHint().width(), 0)

    def sizeHint(self) -> QSize:
        """Ask for what the page asks for."""
        return self.page.sizeHint()
