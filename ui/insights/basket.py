# SPDX-License-Identifier: MPL-2.0
"""Hold the figures that are to go into the next thematic summary or board pack."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # loads pydantic
    from auditapp.insight.figures.figure import FigureOrder


class Basket(QObject):
    """Figures in the order in which they were chosen, none twice.

    They are orders and no pictures: the report makes each of them of the audits as they are then.

    Signals:
        changed: there are others, or none.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._orders: tuple[FigureOrder, ...] = ()

    @property
    def orders(self) -> "tuple[FigureOrder, ...]":
        """The figures."""
        return self._orders

    def add(self, order: "FigureOrder") -> bool:
        """Put a figure in; return whether it was not there yet."""
        if order in self._orders:
            return False
        self.set_orders((*self._orders, order))
        return True

    def set_orders(self, orders: "tuple[FigureOrder, ...]") -> None:
        """Hold these figures and no others."""
        if orders != self._orders:
            self._orders = orders
            self.changed.emit()
