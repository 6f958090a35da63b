# SPDX-License-Identifier: MPL-2.0
"""Ask what the data export is to have a row for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.scorecard import ScorecardRows
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class DataDialog(Dialog):
    """What a row is, and a word of warning: the file has a line for each child.

    Signals:
        rows_chosen: the person goes on; the ``ScorecardRows``. The dialog has closed.
    """

    rows_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Export data"), parent)
        about = _(
            "A table (CSV) for your own scorecard. Codes stand in the place of cases, workers and "
            "auditors, and of what people wrote only the names of teams are in it."
        )
        warning = _(
            "It has lines about single children: keep it within the service. What you pass on from "
            "it, add up first, and leave out counts under five."
        )
        self.rows = ComboField(theme, _("A &row for each"))
        self.rows.set_items(
            [
                (ScorecardRows.AUDITS.value, _("Audit: grades, counts and dates")),
                (ScorecardRows.ANSWERS.value, _("Rating: which question, and how it was rated")),
            ]
        )
        self.rows.set_value(ScorecardRows.AUDITS.value)
        self.add_page(
            TextLabel(theme, about, wrap=True),
            self.rows,
            TextLabel(theme, warning, "small", "2", wrap=True),
        )
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.go_on_button = self.add_button(_("Choose a file …"), "primary", is_default=True)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        self.rows.combo_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_on_clicked(self) -> None:
        rows = ScorecardRows(self.rows.value or ScorecardRows.AUDITS)
        self.accept()
        self.rows_chosen.emit(rows)
