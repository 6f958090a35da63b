# SPDX-License-Identifier: MPL-2.0
"""A drop-down list with its label."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.combo_box import ComboBox
from ui.widgets.fields.field import Field


class ComboField(Field):
    """A label and a drop-down list.

    Signals:
        value_chosen: the user chose another item; its value.
    """

    value_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list; ``placeholder`` is shown while nothing is chosen."""
        self.combo_box = ComboBox(theme)
        super().__init__(theme, label, self.combo_box, hint=hint, parent=parent)
        self.combo_box.setPlaceholderText(placeholder)
        self.combo_box.activated.connect(self._on_activated)
        self._value: str | None = None

    def set_items(self, items: Iterable[tuple[str, str]]) -> None:
        """Offer other items, each a value and its words; nothing is chosen then."""
        self.combo_box.clear()
        for value, words in items:
            self.combo_box.addItem(words, value)
        self.set_value(None)

    def set_value(self, value: str | None) -> None:
        """Show an item as chosen, or none, without a signal.

        Raises:
            KeyError: no item of that value is on offer.
        """
        index = -1 if value is None else self.combo_box.findData(value)
        if value is not None and index < 0:
            raise KeyError(value)
        self.combo_box.setCurrentIndex(index)
        self._value = value

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the item chosen without letting it be changed."""
        self.combo_box.set_read_only(is_read_only)
        self._set_note(_("Read only") if is_read_only else "")
        self.frame.set_read_only(is_read_only)

    @property
    def value(self) -> str | None:
        """The value of the item chosen, or None."""
        return self._value

    def _on_activated(self, index: int) -> None:
        value = self.combo_box.itemData(index)
        if value != self._value:
            self._value = value
            self.value_chosen.emit(value)
