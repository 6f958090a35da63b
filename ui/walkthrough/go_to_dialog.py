# SPDX-License-Identifier: MPL-2.0
"""Go to a question by its number."""

from collections.abc import Container

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.fields.number_field import NumberField
from ui.widgets.surfaces.dialog import Dialog


class GoToDialog(Dialog):
    """Ask for a number from 1 to ``last``; only those in ``asked`` can be gone to.

    Signals:
        number_chosen: the person wants to go to the question of this number.
    """

    number_chosen = Signal(int)

    def __init__(
        self, theme: Theme, last: int, asked: Container[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Go to a question"), parent)
        self._asked = asked
        label = _("Number, from 1 to {last}").format(last=last)
        self.field = NumberField(theme, label, least=1, most=last)
        self.body.addWidget(self.field)
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Go"), "primary", is_default=True)
        self.button.clicked.connect(self._on_go_clicked)
        self.field.setFocus()

    def _on_go_clicked(self) -> None:
        self.field.settle_now()
        if self.field.value is None or self.field.error is not None:
            self.field.setFocus()
            return
        number = int(self.field.value)
        if number not in self._asked:
            words = _("Question {number} is not asked: it does not apply, or not as things stand.")
            self.field.set_error(words.format(number=number))
            self.field.setFocus()
            return
        self.number_chosen.emit(number)
        self.accept()
