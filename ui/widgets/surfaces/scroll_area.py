# SPDX-License-Identifier: MPL-2.0
"""A page that scrolls up and down."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.theme.style_property import set_style_property
from ui.theme.theme import Theme
from ui.widgets.surfaces.floating_bar import FloatingBar

_STEP = 24
"""How far one step of the wheel or an arrow goes, and the room kept around the focus, at 100 %."""

_LAID_OUT: Final = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class ScrollArea(QScrollArea):
    """A frameless scroll area that keeps the widget with the focus in view."""

    # Of the class: events come while Python takes the area apart, and its attributes are gone then.
    _follows = False

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        """Show ``content`` as wide as there is room, and scroll what is too tall."""
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own: the stock one paints a ground, and a look at it costs the start 10 ms.
        self.setViewport(QWidget())
        self.setWidget(content)
        # QScrollArea paints its content with the window's ground; the ground behind must show.
        content.setAutoFillBackground(False)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_user)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_focus(self) -> None:
        """Keep the widget with the focus in view until the user scrolls.

        What was changed just before is laid out later, perhaps in several rounds.
        """
        self._follows = True
        self._soon.start()

    def be_read(self, name: str) -> None:
        """Take the focus, under ``name``, and show it: for words that keys alone have to scroll."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        set_style_property(self, "reads", "true")

    def be_passed(self) -> None:
        """Take `be_read` back: keys go past, what had the focus too; nothing is drawn around it."""
        if self.hasFocus():
            self.focusNextChild()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_style_property(self, "reads", None)
        self.setFrameShape(QFrame.Shape.NoFrame)  # or Qt keeps room for the line that was there

    def float_bar(self) -> None:
        """Have the bar lie over the margin of the page, which keeps its width."""
        bar = FloatingBar(self)
        bar.actionTriggered.connect(self._on_scrolled_by_user)

    @Slot()
    def _on_soon(self) -> None:
        content, focus = self.widget(), QApplication.focusWidget()
        if content is not None and focus is not None and content.isAncestorOf(focus):
            _reveal(self, content, focus)

    @Slot()
    def _on_scrolled_by_user(self) -> None:
        self._follows = False

    def _on_theme_changed(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(_STEP))

    # The application may tell this while Python takes the area apart: its attributes are gone then,
    # and with them a slot that is not declared. So it is declared, and asks only Qt.
    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        content = self.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            _reveal(self, content, new)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again where the focus is when the content is laid out anew."""
        if self._follows and watched is self.widget() and event.type() in _LAID_OUT:
            self._soon.start()
        return super().eventFilter(watched, event)


def _reveal(area: QScrollArea, content: QWidget, widget: QWidget) -> None:
    """Scroll to all of ``widget``; where it is taller than the area, to its cursor."""
    room = area.verticalScrollBar().singleStep()
    if widget.height() > area.viewport().height():
        area.ensureWidgetVisible(widget, 0, room)
        return
    middle = widget.mapTo(content, widget.rect().center())
    most = (area.viewport().height() - 1) // 2
    area.ensureVisible(0, middle.y(), 0, min(widget.height() // 2 + room, most))
