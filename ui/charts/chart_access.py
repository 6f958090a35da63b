# SPDX-License-Identifier: MPL-2.0
"""Let a screen reader go through a chart as through a list, a mark an item.

What Qt makes of a painted widget by itself is one thing with one name. Qt asks the factory here
for more, and from then on its own record of the widget owns what it was given.
"""

from functools import cache
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from auditapp.insight.chart_models import ChartMark


class MarkedWidget(Protocol):
    """Be a widget with marks that a screen reader is to find one by one.

    ``access`` keeps Python's half of what Qt was given as long as the widget.
    """

    access: "MarksInterface | None"

    @property
    def marks(self) -> list[ChartMark]:
        """Every mark, in reading order."""
        ...

    @property
    def current(self) -> int | None:
        """The number of the mark that has the keys."""
        ...

    def rect_of(self, number: int) -> QRect:
        """Return where a mark is in the widget."""
        ...

    def mark_at(self, place: QPoint) -> int | None:
        """Return the number of the mark at a place in the widget."""
        ...


@cache
def describe_charts() -> None:
    """Have Qt ask here how widgets with marks are read out; once for the process."""
    QAccessible.installFactory(_interface_of)


def say_mark(widget: QWidget, number: int) -> None:
    """Tell screen readers that the keys are at another mark."""
    event = QAccessibleEvent(widget, QAccessible.Event.Focus)
    event.setChild(number)
    QAccessible.updateAccessibility(event)


class MarkInterface(QAccessibleInterface):
    """Be one mark: an item of a list, with its words as its name."""

    def __init__(self, widget: QWidget, number: int) -> None:
        super().__init__()
        self._widget = widget
        self._number = number

    @property
    def _marked(self) -> MarkedWidget:
        return cast("MarkedWidget", self._widget)

    # Qt overrides

    def isValid(self) -> bool:
        """Tell whether the chart still has this mark."""
        return self._number < len(self._marked.marks)

    def object(self) -> QObject | None:  # type: ignore[override]  # None is what Qt wants here
        """Return nothing: there is no widget behind a mark."""
        return None

    def parent(self) -> QAccessibleInterface:
        """Return the chart."""
        return QAccessible.queryAccessibleInterface(self._widget)

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that nothing is in a mark."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Return the words of the mark as its name."""
        is_name = kind == QAccessible.Text.Name and self.isValid()
        return self._marked.marks[self._number].words if is_name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing."""

    def rect(self) -> QRect:
        """Return where the mark is on the screen."""
        if not self.isValid():
            return QRect()
        rect = self._marked.rect_of(self._number)
        return QRect(self._widget.mapToGlobal(rect.topLeft()), rect.size())

    def role(self) -> QAccessible.Role:
        """Return that a mark is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the keys are here."""
        state = QAccessible.State()
        state.focusable = state.selectable = 1
        is_here = self._marked.current == self._number
        state.selected = int(is_here)
        state.focused = int(is_here and self._widget.hasFocus())
        return state


class MarksInterface(QAccessibleInterface):
    """Be a chart: a list of its marks, with its title as name and what it shows described."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self._children: dict[int, MarkInterface] = {}

    @property
    def _marked(self) -> MarkedWidget:
        return cast("MarkedWidget", self._widget)

    # Qt overrides

    def isValid(self) -> bool:
        """Return that the widget is there: this goes with it."""
        return True

    def object(self) -> QObject:
        """Return the widget."""
        return self._widget

    def window(self) -> QWindow:
        """Return the window that the chart is in."""
        return self._widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return what the chart is in."""
        around: QObject = self._widget.parentWidget() or QApplication.instance()  # type: ignore[assignment]
        return QAccessible.queryAccessibleInterface(around)

    def childCount(self) -> int:
        """Return how many marks there are."""
        return len(self._marked.marks)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a mark."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            self._children[index] = MarkInterface(self._widget, index)
            QAccessible.registerAccessibleInterface(self._children[index])
        return self._children[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the mark at a place of the screen."""
        number = self._marked.mark_at(self._widget.mapFromGlobal(QPoint(x, y)))
        return None if number is None else self.child(number)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the mark that has the keys."""
        number = self._marked.current
        return None if number is None else self.child(number)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a mark."""
        return next((at for at, each in self._children.items() if each is child), -1)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the title as name, and what the chart shows as description."""
        if kind == QAccessible.Text.Name:
            return self._widget.accessibleName()
        is_described = kind == QAccessible.Text.Description
        return self._widget.accessibleDescription() if is_described else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing."""

    def rect(self) -> QRect:
        """Return where the chart is on the screen."""
        return QRect(self._widget.mapToGlobal(QPoint(0, 0)), self._widget.size())

    def role(self) -> QAccessible.Role:
        """Return that a chart is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return whether the keys are here."""
        state = QAccessible.State()
        state.focusable = 1
        state.focused = int(self._widget.hasFocus())
        state.invisible = int(not self._widget.isVisible())
        return state


def _interface_of(_name: str, held: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget that has room for one; Qt goes on looking for others."""
    if not isinstance(held, QWidget) or not hasattr(held, "access"):
        return None
    access = MarksInterface(held)
    held.access = access
    return access
