# SPDX-License-Identifier: MPL-2.0
"""Choose which audits the figures are made of, on one line where there is room."""

import datetime as dt
import json
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.model.front_sheet import Cohort
from auditapp.model.ids import ChecklistId, RoundId
from auditapp.operations.figures import FilterOffer
from ui.audits.choice_field import choice_items
from ui.insights.spans import ALL, CHOSEN, days_of, period_items
from ui.reports.tick_field import TickField
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.date_field import DateField

_LEAST_WIDTH: Final = 172


class InsightFilter(QWidget):
    """The period, teams, checklists, auditors, groups of children, rounds, and drafts.

    Signals:
        selection_changed: other audits are chosen.
    """

    selection_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = ComboField(theme, _("Period"))
        self.first = DateField(theme, _("Signed off from"))
        self.last = DateField(theme, _("Signed off until"))
        self.teams = TickField(theme, _("Teams"), _("All teams"))
        self.checklists = TickField(theme, _("Checklists"), _("All checklists"))
        self.auditors = TickField(theme, _("Auditors"), _("All auditors"))
        self.cohorts = TickField(theme, _("Groups of children"), _("All groups"))
        self.rounds = TickField(theme, _("Rounds"), _("All audits"))
        self.drafts = CheckBox(theme, _("Include &drafts"))
        self._grid = FieldGrid(theme, 6, _LEAST_WIDTH)
        self._days = FieldGrid(theme, 2, _LEAST_WIDTH)
        self._ticks = {
            "teams": self.teams,
            "checklists": self.checklists,
            "auditors": self.auditors,
            "cohorts": self.cohorts,
            "rounds": self.rounds,
        }
        self._build()
        self._connect()

    def offer(self, offer: FilterOffer) -> None:
        """Offer what there is now; what is gone is chosen no more."""
        self.teams.set_items([(name, name) for name in offer.teams])
        self.auditors.set_items([(name, name) for name in offer.auditors])
        self.checklists.set_items(offer.checklists)
        self.rounds.set_items(offer.rounds)

    def selection(self, today: dt.date) -> Selection:
        """Return which audits are chosen."""
        first, last = days_of(self.period.value or ALL, today)
        if self.period.value == CHOSEN:
            first, last = self.first.date, self.last.date
        return Selection(
            first=first,
            last=last,
            teams=frozenset(self.teams.values),
            checklists=frozenset(map(ChecklistId, self.checklists.values)),
            auditors=frozenset(self.auditors.values),
            cohorts=frozenset(map(Cohort, self.cohorts.values)),
            rounds=frozenset(map(RoundId, self.rounds.values)),
            has_drafts=self.drafts.isChecked(),
        )

    @property
    def is_empty(self) -> bool:
        """Whether every signed audit is chosen."""
        ticked = any(field.values for field in self._ticks.values())
        return self.period.value == ALL and not ticked and not self.drafts.isChecked()

    def clear(self) -> None:
        """Choose every signed audit again."""
        self.show_written("{}")
        self.selection_changed.emit()

    def settle_now(self) -> None:
        """Take what is typed."""
        self.first.settle_now()
        self.last.settle_now()

    def written(self) -> str:
        """Return what is chosen as text, to be sealed: names are in it."""
        days = {"first": self.first.date, "last": self.last.date}
        return json.dumps(
            {
                "period": self.period.value,
                **{name: day.isoformat() if day else None for name, day in days.items()},
                **{name: field.values for name, field in self._ticks.items()},
                "has_drafts": self.drafts.isChecked(),
            }
        )

    def show_written(self, text: str) -> None:
        """Show what ``written`` made a text of, without a signal."""
        fields: dict[str, Any] = json.loads(text)
        self.period.set_value(fields.get("period", ALL))
        for name, day in (("first", self.first), ("last", self.last)):
            given = fields.get(name)
            day.set_date(dt.date.fromisoformat(given) if given else None)
        for name, field in self._ticks.items():
            field.set_values(fields.get(name, ()))
        self.drafts.setChecked(fields.get("has_drafts", False))
        self._show_days()

    def _build(self) -> None:
        self.period.set_items(period_items())
        self.period.set_value(ALL)
        self.cohorts.set_items(choice_items(Cohort))
        for field in (self.period, *self._ticks.values()):
            self._grid.add(field)
        for day in (self.first, self.last):
            self._days.add(day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["2"])
        column.addWidget(self._grid)
        column.addWidget(self._days)
        column.addWidget(self.drafts)
        self._show_days()

    def _connect(self) -> None:
        self.period.value_chosen.connect(self._on_changed)
        for day in (self.first, self.last):
            day.date_changed.connect(self._on_changed)
        for field in self._ticks.values():
            field.values_chosen.connect(self._on_changed)
        self.drafts.clicked.connect(self._on_changed)

    def _show_days(self) -> None:
        self._days.setVisible(self.period.value == CHOSEN)
        first, last = self.first.date, self.last.date
        is_wrong = bool(first and last and last < first)
        self.last.set_error(_("This day is before the first one.") if is_wrong else None)

    def _on_changed(self) -> None:
        self._show_days()
        self.selection_changed.emit()
