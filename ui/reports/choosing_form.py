# SPDX-License-Identifier: MPL-2.0
"""Choose which report is made of which audits."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.model.ids import ChecklistId, RoundId
from auditapp.model.report_kinds import ReportKind
from ui.outgoing.kind_picker import KindPicker
from ui.reports.choices import Choices
from ui.reports.tick_field import TickField
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.fields.date_field import DateField

OFFERED: Final = (
    ReportKind.SUMMARY,
    ReportKind.BOARD_PACK,
    ReportKind.ACTIONS,
    ReportKind.LEARNING,
    ReportKind.YEAR_ON_YEAR,
    ReportKind.TIMESCALES,
    ReportKind.FEEDBACK,
    ReportKind.INSPECTION_LIST,
)
"""The kinds that are made of several audits, those of the whole service first."""

_LEAST_WIDTH: Final = 205


class ChoosingForm(QWidget):
    """The kind, the period, teams, checklists, drafts and sharing.

    Signals:
        choices_changed: something else is chosen.
    """

    choices_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = KindPicker(theme)
        self.first = DateField(theme, _("Signed off from"))
        self.last = DateField(theme, _("Signed off until"))
        self.teams = TickField(theme, _("Teams"), _("All teams"))
        self.checklists = TickField(theme, _("Checklists"), _("All checklists"))
        self.rounds = TickField(theme, _("Rounds"), _("In a round or not"))
        self.drafts = CheckBox(theme, _("Include &drafts"))
        self.sharing = CheckBox(theme, _("For s&haring: without names and small numbers"))
        self._grid = FieldGrid(theme, 5, _LEAST_WIDTH)
        self._build()
        self._connect()

    def offer(
        self,
        teams: Sequence[tuple[str, str]],
        checklists: Sequence[tuple[str, str]],
        rounds: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Offer teams, checklists and rounds, each a value and its words."""
        self.rounds.set_items(rounds)
        self.rounds.setVisible(bool(rounds))
        self.teams.set_items(teams)
        self.checklists.set_items(checklists)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without a signal."""
        taken = choices.selection
        self.picker.show_kind(choices.kind)
        self.first.set_date(taken.first)
        self.last.set_date(taken.last)
        self.teams.set_values(taken.teams)
        self.checklists.set_values(taken.checklists)
        self.rounds.set_values(taken.rounds)
        self.drafts.setChecked(taken.has_drafts)
        self.sharing.setChecked(choices.is_shared)
        self._check_days()

    def settle_now(self) -> None:
        """Take what is typed."""
        self.first.settle_now()
        self.last.settle_now()

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        selection = Selection(
            first=self.first.date,
            last=self.last.date,
            teams=frozenset(self.teams.values),
            checklists=frozenset(map(ChecklistId, self.checklists.values)),
            has_drafts=self.drafts.isChecked(),
            rounds=frozenset(map(RoundId, self.rounds.values)),
        )
        return Choices(self.picker.kind, selection, self.sharing.isChecked())

    def _build(self) -> None:
        self.picker.offer(OFFERED, is_draft=False)
        self.picker.show_kind(OFFERED[0])
        for field in (self.first, self.last, self.teams, self.checklists, self.rounds):
            self._grid.add(field)
        boxes = FlowRow(SPACE["3"])
        boxes.add(self.drafts)
        boxes.add(self.sharing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["2"])
        column.addWidget(self.picker)
        column.addWidget(self._grid)
        column.addWidget(boxes)

    def _connect(self) -> None:
        self.picker.kind_chosen.connect(self._on_changed)
        for day in (self.first, self.last):
            day.date_changed.connect(self._on_changed)
        for field in (self.teams, self.checklists, self.rounds):
            field.values_chosen.connect(self._on_changed)
        for box in (self.drafts, self.sharing):
            box.clicked.connect(self._on_changed)

    def _check_days(self) -> None:
        first, last = self.first.date, self.last.date
        if first and last and last < first:
            self.last.set_error(_("This day is before the first one."))
        else:
            self.last.set_error(None)

    def _on_changed(self) -> None:
        self._check_days()
        self.choices_changed.emit()
