# SPDX-License-Identifier: MPL-2.0
"""Ask for which kind of child a checklist is tried out."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.front_sheet import Cohort
from auditapp.model.labels import label
from ui.theme.theme import Theme
from ui.widgets.answers.check_grid import CheckGrid
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class ChildDialog(Dialog):
    """The groups of the front sheet, to tick.

    Signals:
        cohorts_chosen: the person wants other groups; a tuple of ``Cohort``.
    """

    cohorts_chosen = Signal(tuple)

    def __init__(
        self, theme: Theme, cohorts: Iterable[Cohort], parent: QWidget | None = None
    ) -> None:
        """Ask, with ``cohorts`` ticked."""
        super().__init__(theme, _("Kind of child"), parent, width=560)
        words = _("As on the front sheet of an audit, the groups decide which questions are asked.")
        items = [(cohort.value, label(cohort)) for cohort in Cohort]
        self.groups = CheckGrid(theme, _("This child is or has"), items)
        self.groups.set_values(cohort.value for cohort in cohorts)
        self.add_page(TextLabel(theme, words, "body", "2", wrap=True), self.groups)
        self.all_button = self.add_button(_("Every group"), "quiet")
        self.all_button.clicked.connect(self._on_all_clicked)
        self.add_cancel(_("Cancel"))
        self.use_button = self.add_button(_("Use these"), "primary", is_default=True)
        self.use_button.clicked.connect(self._on_use_clicked)
        self.groups.box(items[0][0]).setFocus()

    def _on_all_clicked(self) -> None:
        self.groups.set_values(cohort.value for cohort in Cohort)

    def _on_use_clicked(self) -> None:
        self.cohorts_chosen.emit(tuple(Cohort(value) for value in self.groups.values))
        self.accept()
