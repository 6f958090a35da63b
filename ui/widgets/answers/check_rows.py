# SPDX-License-Identifier: MPL-2.0
"""The options of a question with several answers, one below the other."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import Mark
from ui.widgets.answers.answer_group import AnswerGroup
from ui.widgets.answers.answer_spec import AnswerSpec


class CheckRows(AnswerGroup):
    """Rows with a box and words; any number may be chosen.

    An exclusive option ("None of these") clears the others, and another option clears it.

    Signals:
        values_changed: the user chose or cleared an option; the values chosen, in order.
    """

    values_changed = Signal(tuple)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list called ``name``; give it options with ``set_answers``."""
        super().__init__(theme, name, Mark.CHECK, parent)
        self._chosen: set[str] = set()

    def set_answers(self, specs: Sequence[AnswerSpec]) -> None:
        """Offer other options, none of them chosen. Rows are used again, not made anew."""
        self._chosen = set()
        super().set_answers(specs)

    def set_values(self, values: Iterable[str]) -> None:
        """Show these options as chosen, without a signal.

        Raises:
            KeyError: an option of that value is not on offer.
        """
        self._chosen = {self.card(value).spec.value for value in values}
        for card in self.cards:
            card.setChecked(card.spec.value in self._chosen)

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the options chosen, in the order on show."""
        return tuple(card.spec.value for card in self.cards if card.spec.value in self._chosen)

    def _add_card(self, spec: AnswerSpec) -> None:
        super()._add_card(spec)
        self._cards[-1].toggled.connect(self._on_card_toggled)

    def _on_card_toggled(self, is_checked: bool) -> None:
        # Not the click: a screen reader toggles the button without one.
        toggled = next(card.spec for card in self.cards if card is self.sender())
        if is_checked == (toggled.value in self._chosen):
            return  # as it is meant to be
        if self._is_read_only:
            self.set_values(self._chosen)
            return
        chosen = self._chosen ^ {toggled.value}
        if is_checked:
            chosen -= {value for value in chosen if self._excludes(toggled, self.card(value).spec)}
        self.set_values(chosen)
        self.values_changed.emit(self.values)

    @staticmethod
    def _excludes(chosen: AnswerSpec, other: AnswerSpec) -> bool:
        """Return whether choosing an option clears another one."""
        return other != chosen and (chosen.is_exclusive or other.is_exclusive)
