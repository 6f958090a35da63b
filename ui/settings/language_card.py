# SPDX-License-Identifier: MPL-2.0
"""Choose the language of the program."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import LANGUAGES, _
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class LanguageCard(Card):
    """One choice, which counts from the next start on.

    Each language is called what its speakers call it, so that those who cannot read the one in use
    find their own.
    """

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._preferences = preferences
        self.language = ComboField(theme, _("Language of the program"))
        self.language.set_items([("", _("That of this computer")), *LANGUAGES.items()])
        self.language.set_hint(_("From the next time that you start the program."))
        words = _(
            "Windows, messages and reports are in this language. Checklists are in it where their "
            "authors wrote them in it."
        )
        grid = FieldGrid(theme, 2)
        grid.add(self.language)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, _("Language"), "heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.body.addWidget(grid)
        self.language.value_chosen.connect(self._on_language_chosen)
        preferences.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.language.set_value(self._preferences.settings.language)

    def _on_language_chosen(self, language: str) -> None:
        self._preferences.change(language=language)
