# SPDX-License-Identifier: MPL-2.0
"""Set what the council calls its meetings, papers and tools."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from auditapp.checklist.local_names import LocalName
from auditapp.i18n import _
from ui.preferences import Preferences
from ui.settled import settled_words
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class NamesCard(Card):
    """A field for each name that checklists leave to the council."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        names: Sequence[LocalName],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        words = _(
            "Questions call these by the name you write here. Where a field is empty they use the "
            "word that stands in grey. Write it as in the middle of a sentence, without “the”. "
            "Audits that are open already see the change when they are opened the next time."
        )
        self.fields = {each.id: _field(theme, each) for each in names}
        grid = FieldGrid(theme, 2)
        for field in self.fields.values():
            field.text_settled.connect(self._on_text_settled)
            grid.add(field)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, _("Local names"), "heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.body.addWidget(grid)
        self._refresh()
        preferences.changed.connect(self._refresh)

    def _refresh(self) -> None:
        held = self._preferences.settings.local_names or {}
        for name, field in self.fields.items():
            field.refresh_text(held.get(name, ""))
            if name in self._settled:
                field.set_read_only(True)
                field.set_hint(settled_words())

    @property
    def _settled(self) -> Mapping[str, str]:
        settled: Mapping[str, str] = self._preferences.settled.get("local_names", {})
        return settled

    def _on_text_settled(self) -> None:
        # A name that this version does not know is kept for the one that does, and what the person
        # wrote for one that is settled now for the day when it is not.
        kept = self._preferences.own.local_names or {}
        typed = {name: field.text.strip() for name, field in self.fields.items()}
        typed = {name: words for name, words in typed.items() if name not in self._settled}
        self._preferences.change(local_names=kept | typed)


def _field(theme: Theme, name: LocalName) -> LineField:
    hint = _("For example {name}").format(name=name.example)
    return LineField(theme, name.title, hint=hint, placeholder=name.usual)
