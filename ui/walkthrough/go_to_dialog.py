# SPDX-License-Identifier: MPL-2.0
"""Go to a question by its number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.dialog import Dialog
from ui.widgets.number_field import NumberField


class GoToDialog(Dialog):
    """Ask for a number from 1 to ``count``.

    Signals:
        number_chosen: the person wants to go to the question of this number.
    """

    number_chosen = Signal(int)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Go to a question"), parent)
        label = _("Number, from 1 to {count}").format(count=count)
        self.field = NumberField(theme, label, least=1, most=count)
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
        self.number_chosen.emit(int(self.field.value))
        self.accept()
