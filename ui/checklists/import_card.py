# SPDX-License-Identifier: MPL-2.0
"""What became of the rows and cells of a spreadsheet that a checklist was made of."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.checklist.xlsform.report import HEADINGS, ImportReport, Outcome
from auditapp.i18n import _
from ui.checklists.import_rows import ImportRows
from ui.checklists.long_lists import AT_A_TIME, FEW
from ui.checklists.save_desk import SaveDesk
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_LOOKS: Final[Mapping[Outcome, tuple[str, str, int]]] = {
    Outcome.TO_COMPLETE: ("pencil", "warn", FEW),
    Outcome.REFUSED: ("circle-x", "danger", FEW),
    Outcome.KEPT_AS_TEXT: ("archive", "neutral", FEW),
    Outcome.TAKEN: ("circle-check", "ok", 0),
}
"""The icon and the tone of each list, and how many of its lines are shown before somebody asks."""


class ImportCard(Card):
    """A list for each outcome that there is, a button that copies all of them, and one that saves.

    Signals:
        row_reached: another line has the focus; the list that holds it.
        save_asked: the checklist is wanted as a file of its own.
    """

    row_reached = Signal(object)
    save_asked = Signal()

    def __init__(self, theme: Theme, desk: SaveDesk, parent: QWidget | None = None) -> None:
        """Make an empty card; ``desk`` is where the checklist is saved."""
        super().__init__(theme, "large", parent=parent)
        self._report: ImportReport | None = None
        self.desk = desk
        self.save_button = PushButton(theme, _("Save as a checklist file …"), icon="save")
        self.copy_button = PushButton(theme, _("Copy the report"), icon="copy")
        self.groups: dict[Outcome, RowGroup] = {}
        self._build(theme)
        self.save_button.clicked.connect(self.save_asked)
        self.copy_button.clicked.connect(self._on_copy_clicked)

    def show_report(self, report: ImportReport, rows: ImportRows) -> None:
        """Show what became of a spreadsheet; ``rows`` are the lines of its report."""
        self._report = report
        for outcome, group in self.groups.items():
            group.set_rows(rows[outcome])
        # What is still to write is written in the file, so that is the way to go on.
        self.save_button.set_variant("primary" if rows[Outcome.TO_COMPLETE] else "secondary")

    def _build(self, theme: Theme) -> None:
        words = _("Each line begins with the sheet, and the cell or the row.")
        self.body.setSpacing(2)
        self.body.addWidget(
            TextLabel(theme, _("What became of the spreadsheet"), "heading", wrap=True)
        )
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        for outcome, (icon, tone, few) in _LOOKS.items():
            group = RowGroup(
                theme, HEADINGS[outcome], icon=icon, tone=tone, few=few, at_a_time=AT_A_TIME
            )
            group.row_reached.connect(self.row_reached)
            self.groups[outcome] = group
            self.body.addWidget(group)
        buttons = FlowRow(0)
        for button in (self.save_button, self.copy_button):
            buttons.add(button)
        self.body.addSpacing(8)
        self.body.addWidget(buttons)
        self.desk.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(self.desk)

    def _on_copy_clicked(self) -> None:
        if self._report is not None:
            copy_for_use_elsewhere("\n".join(self._report.plain_lines()))
            announce(self, _("Copied"))
