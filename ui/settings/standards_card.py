# SPDX-License-Identifier: MPL-2.0
"""Show all timescales, and choose which of the council's own are used, and with which numbers."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.judgement.timescale_rules import TimescaleRule
from auditapp.searching import search_words
from ui.preferences import Preferences
from ui.settings.standard_group import StandardGroup
from ui.settings.standard_row import StandardRow
from ui.theme.theme import Theme
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class StandardsCard(Card):
    """The timescales in groups, with a search over all of them."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        groups: Iterable[tuple[str, Sequence[TimescaleRule]]],
        parent: QWidget | None = None,
    ) -> None:
        """Show ``groups``, each a heading and its timescales."""
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self.groups = [StandardGroup(theme, title, rules) for title, rules in groups]
        self.search = SearchField(theme, _("Search the timescales"))
        self._count = TextLabel(theme, "", "small", "2", wrap=True)
        self._build()
        self.search.text_edited.connect(self._on_text_edited)
        self._show_count(sum(group.count for group in self.groups))
        self._refresh()
        preferences.changed.connect(self._refresh)

    @property
    def rows(self) -> Sequence[StandardRow]:
        """The rows of all local timescales."""
        return [row for group in self.groups for row in group.local_rows]

    @property
    def count_words(self) -> str:
        """What is said about how many timescales are on show."""
        return self._count.text()

    def _build(self) -> None:
        words = _(
            "Those from law and national guidance bear a pair of scales: their number is fixed. "
            "Tick those that your council has set for itself, with its own numbers. Audits that "
            "are open already see the change when they are opened the next time."
        )
        self.body.setSpacing(0)
        self.body.addWidget(TextLabel(self._theme, _("Timescales"), "heading", wrap=True))
        self.body.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.search)
        self.body.addWidget(self._count)
        for group in self.groups:
            self.body.addWidget(group)
            group.changed.connect(self._on_row_changed)

    def _find(self, text: str) -> None:
        self._show_count(sum(group.show_matching(search_words(text)) for group in self.groups))

    def _show_count(self, count: int) -> None:
        words = ngettext("{count} timescale", "{count} timescales", count).format(count=count)
        self._count.set_text(words if count else _("No timescale holds these words."))

    def _held(self) -> dict[str, dict[str, Any]]:
        return self._preferences.settings.local_standards or {}

    def _refresh(self) -> None:
        settled = self._preferences.settled.get("local_standards", {})
        for row in self.rows:
            row.set_choice(self._held().get(row.rule.id, {}))
            if row.rule.id in settled:
                row.set_settled()

    # Slots

    def _on_text_edited(self, text: str) -> None:
        self._find(text)
        announce(self.search, self.count_words)

    def _on_row_changed(self) -> None:
        settled = self._preferences.settled.get("local_standards", {})
        chosen = {row.rule.id: row.choice for row in self.rows if row.rule.id not in settled}
        # A choice for a rule that this version does not know is kept for the one that does, and
        # one for a rule that is settled now for the day when it is not.
        own = self._preferences.own.local_standards or {}
        kept = {rule: choice for rule, choice in own.items() if rule not in chosen}
        made = {rule: choice for rule, choice in chosen.items() if choice is not None}
        self._preferences.change(local_standards=kept | made)
