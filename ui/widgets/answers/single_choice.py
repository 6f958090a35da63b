# SPDX-License-Identifier: MPL-2.0
"""A group of answers of which one may be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import AnswerCard, Mark
from ui.widgets.answers.answer_group import AnswerGroup
from ui.widgets.answers.answer_spec import AnswerSpec


class SingleChoice(AnswerGroup):
    """A base of ``AnswerCards`` and ``OptionRows``.

    Tab reaches the chosen answer, or the first one; arrow keys move from answer to answer without
    choosing; Space, Enter and a click choose.

    Signals:
        value_chosen: the user chose another answer; its value.
    """

    value_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, mark: Mark, parent: QWidget | None) -> None:
        """Make an empty group called ``name``."""
        super().__init__(theme, name, mark, parent)
        self._value: str | None = None
        # Not exclusive: an exclusive group cannot be cleared, and chooses by arrow key.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonToggled.connect(self._on_button_toggled)

    def set_answers(self, specs: Sequence[AnswerSpec]) -> None:
        """Offer other answers, none of them chosen. Cards are used again, not made anew."""
        self._value = None
        super().set_answers(specs)
        self._set_tab_stop(None)

    def set_value(self, value: str | None) -> None:
        """Show an answer as chosen, or none, without a signal.

        Raises:
            KeyError: no answer of that value is on offer.
        """
        chosen = None if value is None else self.card(value)
        self._value = value
        for card in self.cards:
            card.setChecked(card is chosen)
        self._set_tab_stop(chosen)

    @property
    def value(self) -> str | None:
        """The value of the answer chosen, or None."""
        return self._value

    def _add_card(self, spec: AnswerSpec) -> None:
        super()._add_card(spec)
        self._group.addButton(self._cards[-1])

    def _set_tab_stop(self, chosen: AnswerCard | None) -> None:
        for i, card in enumerate(self.cards):
            is_stop = card is chosen if chosen else i == 0
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)
        if self.cards:
            self.setFocusProxy(chosen or self.cards[0])

    def _on_button_toggled(self, button: QAbstractButton, is_checked: bool) -> None:
        # Not the click: a screen reader toggles the button without one.
        card = next(card for card in self.cards if card is button)
        value = card.spec.value
        if is_checked == (value == self._value):
            return  # as it is meant to be
        if self._is_read_only or not is_checked:
            self.set_value(self._value)
        else:
            self.set_value(value)
            self.value_chosen.emit(value)
