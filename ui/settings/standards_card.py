# SPDX-License-Identifier: MPL-2.0
"""Choose which of the council's own timescales are used, and with which numbers."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.timescale_rules import Standard, TimescaleRule
from ui.preferences import Preferences
from ui.settings.standard_row import StandardRow
from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.text_label import TextLabel


class StandardsCard(Card):
    """A row for each timescale that councils set for themselves."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        rules: Iterable[TimescaleRule],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        local = (rule for rule in rules if rule.standard is Standard.LOCAL)
        self.rows = [StandardRow(theme, rule) for rule in local]
        words = _(
            "Timescales from law and national guidance are always used. Tick those that your "
            "council has set for itself, with its own numbers. Audits that are open already see "
            "the change when they are opened the next time."
        )
        self.body.setSpacing(0)
        self.body.addWidget(TextLabel(theme, _("Local timescales"), "heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.body.addSpacing(8)
        for row in self.rows:
            self.body.addWidget(row)
            row.changed.connect(self._on_row_changed)
        self._refresh()
        preferences.changed.connect(self._refresh)

    def _held(self) -> dict[str, dict[str, Any]]:
        return self._preferences.settings.local_standards or {}

    def _refresh(self) -> None:
        for row in self.rows:
            row.set_choice(self._held().get(row.rule.id, {}))

    def _on_row_changed(self) -> None:
        shown = {row.rule.id for row in self.rows}
        # A choice for a rule that this version does not know is kept for the one that does.
        kept = {rule: choice for rule, choice in self._held().items() if rule not in shown}
        chosen = {row.rule.id: row.choice for row in self.rows if row.choice is not None}
        self._preferences.change(local_standards=kept | chosen)
