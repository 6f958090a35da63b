# SPDX-License-Identifier: MPL-2.0
"""Switch one of the council's own timescales, and set its number."""

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.checklist.field_types import LONGEST_LIMIT
from auditapp.i18n import _
from auditapp.judgement.timescale_periods import Unit
from auditapp.judgement.timescale_rules import TimescaleRule
from ui.settings.standard_words import detail_words
from ui.settled import settled_words
from ui.theme.theme import Theme
from ui.widgets.answers.answer_card import AnswerCard, Mark
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.fields.number_field import NumberField

_INDENT: Final = 36
_NUMBER_WIDTH: Final = 240


class StandardRow(QWidget):
    """One timescale to tick; while it is ticked its number can be changed.

    Signals:
        changed: the person switched it, or gave another number.
    """

    changed = Signal()

    def __init__(self, theme: Theme, rule: TimescaleRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rule = rule
        self._limit = rule.number
        self.card = AnswerCard(theme, _spec(rule), Mark.CHECK)
        self.number: NumberField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.card)
        self._is_on = rule.on
        self._is_settled = False
        self.card.toggled.connect(self._on_card_toggled)
        self.set_choice({})
        theme.changed.connect(self._fit)

    @property
    def rule(self) -> TimescaleRule:
        """The timescale."""
        return self._rule

    @property
    def choice(self) -> dict[str, Any] | None:
        """What was chosen, as the settings keep it; None while it is as shipped."""
        if self._is_on == self._rule.on and self._limit == self._rule.number:
            return None
        return {"on": self._is_on, "number": self._limit}

    def set_choice(self, choice: dict[str, Any]) -> None:
        """Show a choice from the settings; what it lacks is as shipped."""
        self._is_on = bool(choice.get("on", self._rule.on))
        self.card.setChecked(self._is_on)
        self._limit = choice.get("number", self._rule.number)
        self._show_number()

    def set_settled(self) -> None:
        """Let it be read, and not changed: the organisation has settled it."""
        if not self._is_settled:
            self._is_settled = True
            self.card.set_spec(_spec(self._rule, settled_words()))
            self.card.set_read_only(True)
            self._show_number()

    def _show_number(self) -> None:
        if self._is_on and self.number is None:
            self.number = self._make_number()
            self._fit()
        if self.number is not None:
            self.number.setVisible(self._is_on)
            self.number.set_read_only(self._is_settled)
            if not self.number.line_edit.hasFocus():
                self.number.set_value(self._limit)

    def _make_number(self) -> NumberField:
        """Make the field when it is first needed: few of these timescales are ever ticked."""
        number = NumberField(
            self._theme,
            _("Our limit for this"),
            unit=_unit_words(self._rule.regular.unit),
            least=self._rule.least_number,
            most=LONGEST_LIMIT,
        )
        number.value_changed.connect(self._on_number_changed)
        self._column.addWidget(number)
        return number

    def _on_card_toggled(self, is_checked: bool) -> None:
        # Not the click: a screen reader toggles the button without one.
        if is_checked == self._is_on:
            return  # shown, not chosen
        self._is_on = is_checked
        self._show_number()
        self.changed.emit()

    def _on_number_changed(self, number: int | None) -> None:
        self._limit = self._rule.number if number is None else number
        if number is None and self.number is not None:
            self.number.set_value(self._limit)
        self.changed.emit()

    def _fit(self) -> None:
        if self.number is not None:
            indent = self._theme.px(_INDENT)
            self.number.setContentsMargins(indent, 0, 0, 0)
            self.number.setMaximumWidth(indent + self._theme.px(_NUMBER_WIDTH))


def _spec(rule: TimescaleRule, more: str = "") -> AnswerSpec:
    detail = "\n".join(filter(None, (detail_words(rule), more)))
    return AnswerSpec(rule.id, rule.title, detail=detail)


def _unit_words(unit: Unit) -> str:
    return {
        Unit.DAYS: _("days"),
        Unit.WORKING_DAYS: _("working days"),
        Unit.WEEKS: _("weeks"),
        Unit.MONTHS: _("months"),
    }[unit]
