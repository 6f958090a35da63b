# SPDX-License-Identifier: MPL-2.0
"""Tick some of many things."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class TickDialog(Dialog):
    """A list of boxes; with none of them ticked, everything is used.

    Signals:
        values_chosen: the person goes on; the values ticked. The dialog has closed.
    """

    values_chosen = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        title: str,
        items: Sequence[tuple[str, str]],
        chosen: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``items``, each a value and its words."""
        super().__init__(theme, title, parent)
        words = TextLabel(theme, _("Tick none to use them all."), "body", "2", wrap=True)
        self.rows = CheckRows(theme, title)
        self.rows.set_answers([AnswerSpec(value, text) for value, text in items])
        offered = {value for value, _text in items}
        self.rows.set_values(offered.intersection(chosen))
        self.add_page(words, self.rows)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.all_button = self.add_button(_("Use all"))
        self.go_on_button = self.add_button(_("Use these"), "primary", is_default=True)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        if self.rows.cards:
            self.rows.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all_clicked(self) -> None:
        self.accept()
        self.values_chosen.emit(())

    def _on_go_on_clicked(self) -> None:
        values = self.rows.values
        self.accept()
        self.values_chosen.emit(values)
