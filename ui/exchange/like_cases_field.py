# SPDX-License-Identifier: MPL-2.0
"""One choice for all audits of a package of which the same can be said."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.exchange import Choice
from auditapp.model.ids import AuditId
from ui.exchange.like_cases import ALL_WORDS, LikeCases
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField


class LikeCasesField(ComboField):
    """How many there are and why they wait, and what is done with all of them.

    Signals:
        choice_made: the person chose for all of them; the ``LikeCases`` and the ``Choice``.
    """

    choice_made = Signal(object, object)

    def __init__(self, theme: Theme, cases: LikeCases, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, cases.name, placeholder=_("Each as chosen in the list"), parent=parent
        )
        self.cases = cases
        self.set_items([(each.value, ALL_WORDS[each]) for each in cases.choices])
        self.value_chosen.connect(self._on_value_chosen)

    def show_choices(self, choices: Mapping[AuditId, Choice]) -> None:
        """Show what is chosen for all of them; nothing where they do not go the same way."""
        found = {choices.get(each, Choice.LEAVE) for each in self.cases.audits}
        self.set_value(found.pop().value if len(found) == 1 else None)

    def _on_value_chosen(self, value: str) -> None:
        self.choice_made.emit(self.cases, Choice(value))
