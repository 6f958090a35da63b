# SPDX-License-Identifier: MPL-2.0
"""Choose some of many things: a button says which, and opens the list."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.reports.tick_dialog import TickDialog
from ui.theme.theme import Theme
from ui.widgets.buttons.drop_button import DropButton
from ui.widgets.signs.text_label import TextLabel

_LONGEST: Final = 28
"""Characters of a name that is said by itself; of longer ones there is only their number."""


class TickField(QWidget):
    """A label over a button.

    Signals:
        values_chosen: other things were chosen; nothing says all of them.
    """

    values_chosen = Signal()

    def __init__(
        self, theme: Theme, label: str, everything: str, parent: QWidget | None = None
    ) -> None:
        """Choose nothing yet; ``everything`` is said as long as that is so."""
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._everything = everything
        self._items: Sequence[tuple[str, str]] = ()
        self.values: tuple[str, ...] = ()
        self.button = DropButton(theme, everything)
        self.dialog: TickDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, label, "small", "2"))
        column.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.button.clicked.connect(self._on_clicked)
        self._show()

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer other things, each a value and its words; what is gone is chosen no more."""
        self._items = items
        self.set_values(self.values)

    def set_values(self, values: Iterable[str]) -> None:
        """Show some as chosen, without a signal."""
        wanted = set(values)
        self.values = tuple(value for value, _text in self._items if value in wanted)
        self._show()

    def _show(self) -> None:
        names = [text for value, text in self._items if value in self.values]
        words = self._everything
        if len(names) == 1 and len(names[0]) <= _LONGEST:
            words = names[0]
        elif names:
            words = _("{count} of {all}").format(count=len(names), all=len(self._items))
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(f"{self._label}: {words}")
        self.button.setEnabled(bool(self._items))

    def _on_clicked(self) -> None:
        self.dialog = TickDialog(self._theme, self._label, self._items, self.values, self)
        self.dialog.values_chosen.connect(self._on_values_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_values_chosen(self, values: tuple[str, ...]) -> None:
        if values != self.values:
            self.set_values(values)
            self.values_chosen.emit()

    def _on_finished(self) -> None:
        self.dialog = None
