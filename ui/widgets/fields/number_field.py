# SPDX-License-Identifier: MPL-2.0
"""A number to type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel


class NumberField(LineField):
    """A line for a number, with its unit; says in words what is wrong with one.

    Signals:
        value_changed: the user gave another number, or none; an int, a float or None.
    """

    value_changed = Signal(object)

    def __init__(  # noqa: PLR0913 - each is a part that a caller may leave out
        self,
        theme: Theme,
        label: str,
        *,
        unit: str = "",
        least: float | None = None,
        most: float | None = None,
        takes_fractions: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field for a number from ``least`` to ``most``, both included."""
        super().__init__(theme, label, hint=hint, parent=parent)
        self._least = least
        self._most = most
        self._takes_fractions = takes_fractions
        self._value: float | None = None
        self._unit = TextLabel(theme, unit, "small", "3")
        self.frame.add_trailing(self._unit)
        self._unit.setVisible(bool(unit))
        self.text_settled.connect(self._on_text_settled)

    def set_value(self, value: float | None) -> None:
        """Show a number, or none, without a signal."""
        self._value = value
        self.set_text("" if value is None else _plain(value))
        self.set_error(None)

    def settle_now(self) -> None:
        """Take what is typed at once, as if the field were left: nothing typed is no number."""
        super().settle_now()
        text = self.text.strip()
        try:
            self._give(self._read(text) if text else None)
        except ValueError as error:
            self.set_error(str(error))

    def set_limits(self, least: float | None, most: float | None, unit: str = "") -> None:
        """Ask for another number: its limits, both included, and its unit."""
        self._least, self._most = least, most
        self._unit.set_text(unit)
        self._unit.setVisible(bool(unit))

    @property
    def value(self) -> float | None:
        """The number given, or None."""
        return self._value

    def _read(self, text: str) -> float:
        """Return the number in ``text``.

        Raises:
            ValueError: there is none, or it is out of the limits; the sentence says which.
        """
        try:
            number = float(text.replace(",", "")) if self._takes_fractions else int(text)
        except ValueError:
            words = (
                _("This is not a number.")
                if self._takes_fractions
                else _("This is not a whole number. Write figures only, such as 12.")
            )
            raise ValueError(words) from None
        if self._least is not None and number < self._least:
            raise ValueError(_("The least is {least}.").format(least=_plain(self._least)))
        if self._most is not None and number > self._most:
            raise ValueError(_("The most is {most}.").format(most=_plain(self._most)))
        return number

    def _give(self, value: float | None) -> None:
        self.set_error(None)
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _on_text_settled(self, text: str) -> None:
        # While the user types, a number that is still wrong may become right: say nothing yet.
        try:
            self._give(self._read(text.strip()))
        except ValueError:
            return


def _plain(value: float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
