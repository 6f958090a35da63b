# SPDX-License-Identifier: MPL-2.0
"""A row that lays out its widgets anew at each width."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class ArrangedRow(QWidget):
    """A base of ``FlowRow`` and ``FieldRow``: a layout of Qt cannot change its shape by width.

    Hidden widgets take no room.
    """

    def __init__(self, parent: QWidget | None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _take(self, widget: QWidget) -> None:
        """Put a widget at the end; one that was hidden stays hidden."""
        is_shown = not _is_hidden(widget)
        widget.setParent(self)
        widget.setVisible(is_shown)
        self._items.append(widget)
        self._measure_again()

    def _shown(self) -> list[QWidget]:
        """Return the widgets that take room, in order."""
        return [widget for widget in self._items if not widget.isHidden()]

    def _rects(self, width: int) -> list[QRect]:
        """Return the rectangle of each widget shown when the row is ``width`` pixels wide."""
        raise NotImplementedError

    def _arrange(self) -> None:
        for widget, rect in zip(self._shown(), self._rects(self.width()), strict=True):
            widget.setGeometry(rect)

    def _measure_again(self) -> None:
        self._arrange()
        self.updateGeometry()

    # Qt overrides

    def hasHeightForWidth(self) -> bool:
        """Tell layouts that the row is taller when it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height, in pixels, at ``width``."""
        return max((rect.bottom() + 1 for rect in self._rects(width)), default=0)

    def event(self, event: QEvent) -> bool:
        """Arrange the widgets again when one of them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure_again()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the widgets again: while the row is out of sight, Qt does not tell it."""
        super().showEvent(event)
        self._measure_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets."""
        super().resizeEvent(event)
        self._arrange()


def wanted_size(widget: QWidget) -> QSize:
    """Return the size that ``widget`` asks for, within its limits."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def _is_hidden(widget: QWidget) -> bool:
    """Return whether somebody hid ``widget``; one that was never shown counts as hidden too."""
    was_told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return was_told and widget.isHidden()
