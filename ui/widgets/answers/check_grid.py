# SPDX-License-Identifier: MPL-2.0
"""Offer many short things to tick, in columns."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.signs.text_label import TextLabel


class CheckGrid(QGroupBox):
    """A name and check boxes under it, in as many columns as fit.

    Signals:
        values_changed: the user ticked or cleared a box; the values ticked, in order.
    """

    values_changed = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        name: str,
        items: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``items``, each a value and its words, under ``name``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._boxes: dict[str, CheckBox] = {}
        boxes = [(value, CheckBox(theme, words)) for value, words in items]
        widest = max(box.sizeHint().width() for _value, box in boxes) / theme.text_scale
        grid = FieldGrid(theme, 3, round(widest) + 4)
        for value, box in boxes:
            box.clicked.connect(self._on_box_clicked)
            grid.add(box)
            self._boxes[value] = box
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(theme, name, "small", "2", wrap=True))
        column.addWidget(grid)

    def set_values(self, values: Iterable[str]) -> None:
        """Show these as ticked, without a signal."""
        chosen = set(values)
        for value, box in self._boxes.items():
            box.setChecked(value in chosen)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show what is ticked without letting it be changed."""
        for box in self._boxes.values():
            box.set_read_only(is_read_only)

    @property
    def values(self) -> tuple[str, ...]:
        """The values ticked, in the order on show."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def box(self, value: str) -> CheckBox:
        """Return the box of a value."""
        return self._boxes[value]

    def _on_box_clicked(self) -> None:
        self.values_changed.emit(self.values)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the frame of a group box is not wanted."""
        event.accept()
