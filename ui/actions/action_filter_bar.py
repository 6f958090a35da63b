# SPDX-License-Identifier: MPL-2.0
"""Say which actions are looked for."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.insight.action_search import ActionFilter
from auditapp.judgement import action_steps
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import RoundId
from auditapp.model.labels import label
from auditapp.operations.actions import EVERY_AUDIT, ActionChoices
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.search_field import SearchField

OVERDUE, DUE_SOON, WAITING, VAGUE, EVERY = "overdue", "due_soon", "waiting", "vague", ""
FIRST, SECOND = "first", "second"
_LEAST: Final = 190
_COLUMNS: Final = 6


class ActionFilterBar(QWidget):
    """A search field and six lists; that of rounds and that of readings where there are any.

    Signals:
        filter_changed: other actions are looked for.
    """

    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(theme, _("Search"), _("Search action, owner, case or team"))
        self.state = ComboField(theme, _("Status"))
        self.owner = ComboField(theme, _("Owner"))
        self.team = ComboField(theme, _("Team"))
        self.theme = ComboField(theme, _("Theme"))
        self.round = ComboField(theme, _("Round"))
        self.reading = ComboField(theme, _("Reading"))
        self._lists = {
            "state": self.state,
            "owner": self.owner,
            "team": self.team,
            "theme": self.theme,
            "round": self.round,
            "reading": self.reading,
        }
        self._grid = FieldGrid(theme, _COLUMNS, _LEAST, fills=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self._grid)
        for field in self._lists.values():
            field.label.hide()
            field.value_chosen.connect(self._on_changed)
            self._grid.add(field)
        self.state.set_items(_state_items())
        self.state.set_value(WAITING)
        self.offer(ActionChoices((), (), (), ()))  # lists without words would look broken
        self.search.text_edited.connect(self._on_changed)

    def offer(self, choices: ActionChoices) -> None:
        """Offer what actions can be looked for by; a choice that is still there is kept."""
        _offer(self.owner, _("All owners"), [(each, each) for each in choices.owners])
        _offer(self.team, _("All teams"), [(each, each) for each in choices.teams])
        _offer(self.theme, _("All themes"), [(each, each) for each in choices.themes])
        _offer(self.round, _("All rounds"), list(choices.rounds))
        self._grid.show_field(self.round, is_shown=bool(choices.rounds))
        _offer(self.reading, _("All readings"), _reading_items())
        self._grid.show_field(self.reading, is_shown=choices.has_second)

    def clear(self) -> None:
        """Look for every action."""
        for field in self._lists.values():
            if field.combo_box.count():
                field.set_value(EVERY)
        self.search.set_text("")
        self.filter_changed.emit()

    @property
    def words(self) -> dict[str, str]:
        """What is looked for, as it can be kept."""
        chosen = {name: field.value or "" for name, field in self._lists.items()}
        return {**chosen, "search": self.search.text}

    def show_words(self, words: dict[str, Any]) -> None:
        """Look for what was kept, as far as it is still on offer; without a signal."""
        self.search.set_text(str(words.get("search", "")))
        for name, field in self._lists.items():
            value = words.get(name, "")
            if field.combo_box.findData(value) >= 0:
                field.set_value(value)

    @property
    def wanted(self) -> ActionFilter:
        """Which actions are looked for."""
        state = self.state.value or EVERY
        statuses = frozenset({ActionStatus(state)}) if state in set(ActionStatus) else frozenset()
        rounds = frozenset({RoundId(self.round.value)}) if self.round.value else frozenset()
        return ActionFilter(
            text=self.search.text.strip(),
            selection=replace(
                EVERY_AUDIT,
                teams=_one(self.team),
                rounds=rounds,
                has_moderations=self.reading.value != FIRST,
            ),
            statuses=action_steps.WAITING if state == WAITING else statuses,
            owners=_one(self.owner),
            themes=_one(self.theme),
            is_overdue=state == OVERDUE,
            is_due_soon=state == DUE_SOON,
            is_vague=state == VAGUE,
            is_second=self.reading.value == SECOND,
        )

    def _on_changed(self) -> None:
        self.filter_changed.emit()


def _state_items() -> list[tuple[str, str]]:
    return [
        (WAITING, _("Not settled yet")),
        (OVERDUE, _("Overdue")),
        (DUE_SOON, _("Due within 14 days")),
        (VAGUE, _("Needs better words")),
        *((status.value, label(status)) for status in ActionStatus),
        (EVERY, _("All statuses")),
    ]


def _reading_items() -> list[tuple[str, str]]:
    return [(FIRST, _("First readings")), (SECOND, _("Second readings"))]


def _one(field: ComboField) -> frozenset[str]:
    return frozenset({field.value}) if field.value else frozenset()


def _offer(field: ComboField, everything: str, items: list[tuple[str, str]]) -> None:
    chosen = field.value
    field.set_items([(EVERY, everything), *items])
    field.set_value(chosen if chosen in dict(items) else EVERY)
