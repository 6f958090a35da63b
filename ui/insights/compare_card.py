# SPDX-License-Identifier: MPL-2.0
"""Choose two periods or rounds to be set beside each other."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.insight.figures.figure import Compared, FigureKind, FigureOrder
from auditapp.insight.selection import Selection
from auditapp.model.ids import RoundId
from ui.insights.spans import comparable_items, days_of
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_ROUND = "round "


class CompareCard(Card):
    """Two lists and a button.

    Signals:
        figures_asked: the button was pressed; ``orders`` says what is wanted.
    """

    figures_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.then = ComboField(theme, _("First"))
        self.now = ComboField(theme, _("Second"))
        self.button = PushButton(theme, _("Co&mpare"), "primary", "scale")
        self._grid = FieldGrid(theme, 2)
        self._items: list[tuple[str, str]] = []
        self._build()
        self.button.clicked.connect(self._on_clicked)

    def offer(self, rounds: Sequence[tuple[str, str]]) -> None:
        """Offer the periods, and these rounds."""
        items = [*comparable_items(), *((_ROUND + key, name) for key, name in rounds)]
        if items == self._items:
            return
        chosen = (self.then.value or "year_before", self.now.value or "year")
        self._items = items
        keys = {key for key, _words in items}
        for field, value in zip((self.then, self.now), chosen, strict=True):
            field.set_items(items)
            field.set_value(value if value in keys else "year")

    def orders(self, selection: Selection, today: dt.date) -> tuple[FigureOrder, ...]:
        """Return the orders: the teams and all else that is chosen hold for both sides."""
        names = dict(self._items)
        keys = (self.then.value or "", self.now.value or "")
        first, second = (_narrowed(selection, key, today) for key in keys)
        compared = Compared((names[keys[0]], names[keys[1]]), first, second)
        kinds = (FigureKind.COMPARED_GRADES, FigureKind.COMPARED_CRITERIA)
        return tuple(FigureOrder(kind, selection, compared) for kind in kinds)

    def _build(self) -> None:
        title = TextLabel(
            self._theme, _("Two periods or rounds, side by side"), "heading", wrap=True
        )
        words = _("Teams, checklists and all else that is chosen above hold for both.")
        self.body.addWidget(title)
        self.body.addWidget(TextLabel(self._theme, words, "small", "2", wrap=True))
        self._grid.add(self.then)
        self._grid.add(self.now)
        self.body.addWidget(self._grid)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.offer(())

    def _on_clicked(self) -> None:
        self.figures_asked.emit()


def _narrowed(selection: Selection, key: str, today: dt.date) -> Selection:
    if key.startswith(_ROUND):
        rounds = frozenset({RoundId(key.removeprefix(_ROUND))})
        return replace(selection, first=None, last=None, rounds=rounds)
    first, last = days_of(key, today)
    return replace(selection, first=first, last=last)
