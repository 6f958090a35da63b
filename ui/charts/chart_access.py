# SPDX-License-Identifier: MPL-2.0
"""Let a screen reader go through a chart as through a list, a mark an item.

What Qt makes of a painted widget by itself is one thing with one name, so Qt asks the factory here
for more. Who deletes what is settled so that nobody is left with a pointer to nothing: Qt owns the
interface of a chart and deletes it with its widget, and those of its marks are taken back from Qt
at that moment. Until then the connection to ``destroyed`` keeps Python's halves of all of them,
which only look at the widget from afar.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Protocol, TypeVar, cast
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from auditapp.insight.chart_models import ChartMark

T = TypeVar("T")


class MarkedWidget(Protocol):
    """Be a widget with marks that a screen reader is to find one by one."""

    has_marks: bool

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


class _Interface(QAccessibleInterface):
    """Be a base of both interfaces: one that looks at a widget as long as there is one."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._link = ref(widget)

    def _ask(self, question: Callable[[QWidget, MarkedWidget], T], otherwise: T) -> T:
        """Return what the widget answers, or something else when it is gone."""
        widget = self._link()
        if widget is None or not isValid(widget):
            return otherwise
        return question(widget, cast("MarkedWidget", widget))

    # Qt overrides

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing."""


class MarkInterface(_Interface):
    """Be one mark: an item of a list, with its words as its name."""

    def __init__(self, widget: QWidget, number: int) -> None:
        super().__init__(widget)
        self._number = number

    # Qt overrides

    def isValid(self) -> bool:
        """Tell whether the chart still has this mark."""
        return self._ask(lambda _widget, marked: self._number < len(marked.marks), otherwise=False)

    def object(self) -> QObject | None:  # type: ignore[override]  # None is what Qt wants here
        """Return nothing: there is no widget behind a mark."""
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the chart."""
        return self._ask(lambda widget, _marked: QAccessible.queryAccessibleInterface(widget), None)

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
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        return self._ask(lambda _widget, marked: marked.marks[self._number].words, "")

    def rect(self) -> QRect:
        """Return where the mark is on the screen."""
        return self._ask(self._rect, QRect()) if self.isValid() else QRect()

    def role(self) -> QAccessible.Role:
        """Return that a mark is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the keys are here."""
        state = QAccessible.State()
        state.focusable = state.selectable = 1
        is_here = self._ask(lambda _widget, marked: marked.current == self._number, otherwise=False)
        has_focus = self._ask(lambda widget, _marked: widget.hasFocus(), otherwise=False)
        state.selected = int(is_here)
        state.focused = int(is_here and has_focus)
        state.invalid = int(not self.isValid())
        return state

    def _rect(self, widget: QWidget, marked: MarkedWidget) -> QRect:
        rect = marked.rect_of(self._number)
        return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())


class MarksInterface(_Interface):
    """Be a chart: a list of its marks, with its title as name and what it shows described."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._children: dict[int, MarkInterface] = {}

    def forget_children(self) -> None:
        """Take the marks back from Qt, which deletes them."""
        children, self._children = self._children, {}
        for child in children.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(child))

    # Qt overrides

    def isValid(self) -> bool:
        """Tell whether the widget is there."""
        return self._ask(lambda _widget, _marked: True, otherwise=False)

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return the widget."""
        return self._ask(lambda widget, _marked: widget, None)

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window that the chart is in."""
        return self._ask(lambda widget, _marked: widget.window().windowHandle(), None)

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what the chart is in."""
        around = self._ask(lambda widget, _marked: widget.parentWidget(), None)
        held = around or QApplication.instance()
        return None if held is None else QAccessible.queryAccessibleInterface(held)

    def childCount(self) -> int:
        """Return how many marks there are."""
        return self._ask(lambda _widget, marked: len(marked.marks), 0)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a mark."""
        widget = self._link()
        if widget is None or not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            self._children[index] = MarkInterface(widget, index)
            QAccessible.registerAccessibleInterface(self._children[index])
        return self._children[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the mark at a place of the screen."""
        at = QPoint(x, y)
        number = self._ask(lambda widget, marked: marked.mark_at(widget.mapFromGlobal(at)), None)
        return None if number is None else self.child(number)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the mark that has the keys."""
        number = self._ask(lambda _widget, marked: marked.current, None)
        return None if number is None else self.child(number)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a mark."""
        return next((at for at, each in self._children.items() if each is child), -1)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the title as name, and what the chart shows as description."""
        if kind == QAccessible.Text.Name:
            return self._ask(lambda widget, _marked: widget.accessibleName(), "")
        if kind == QAccessible.Text.Description:
            return self._ask(lambda widget, _marked: widget.accessibleDescription(), "")
        return ""

    def rect(self) -> QRect:
        """Return where the chart is on the screen."""
        return self._ask(
            lambda widget, _marked: QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()), QRect()
        )

    def role(self) -> QAccessible.Role:
        """Return that a chart is a list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """Return whether the keys are here."""
        state = QAccessible.State()
        state.focusable = 1
        has_focus = self._ask(lambda widget, _marked: widget.hasFocus(), otherwise=False)
        is_seen = self._ask(lambda widget, _marked: widget.isVisible(), otherwise=False)
        state.focused = int(has_focus)
        state.invisible = int(not is_seen)
        return state


def _interface_of(_name: str, held: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget with marks; None has Qt look elsewhere."""
    if not isinstance(held, QWidget) or not getattr(held, "has_marks", False):
        return None
    interface = MarksInterface(held)
    held.destroyed.connect(partial(_forget, interface))
    return interface


def _forget(interface: MarksInterface, _widget: QObject | None = None) -> None:
    interface.forget_children()
