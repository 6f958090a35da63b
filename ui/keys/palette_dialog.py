# SPDX-License-Identifier: MPL-2.0
"""Do or find anything: type some letters, press Enter."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.keys.palette_entry import MOST_FOUND, Finder, PaletteEntry, found
from ui.keys.palette_list import PaletteList
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.widgets.fields.search_field import SearchField
from ui.widgets.lists.list_keys import ListKeys
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class PaletteDialog(Dialog):
    """What can be done from here, found by its words; the focus stays where one types."""

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[PaletteEntry],
        finders: Sequence[Finder] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``entries``, and what ``finders`` find once something is typed."""
        super().__init__(theme, _("Do or find anything"), parent)
        self._entries = entries
        self._finders = finders
        self.search = SearchField(theme, _("A command, a place, a question or a case"))
        self.list = PaletteList(theme, _("What was found"))
        self.count = TextLabel(theme, "", "small", "3")
        for widget in (self.search, self.count, self.list):
            self.body.addWidget(widget)
        self.add_cancel(_("Close"))
        self.resize(fitting_size(theme, parent, 620, 560))
        ListKeys(self.search.line_edit, self.list)
        self.search.text_edited.connect(self._on_text_edited)
        self.list.chosen.connect(self._on_chosen)
        self._on_text_edited("")
        self.search.setFocus()

    def _on_text_edited(self, text: str) -> None:
        rows = found(self._entries, self._finders, text)
        self.list.set_entries(rows)
        words = ngettext("{count} found", "{count} found", len(rows))
        if len(rows) == MOST_FOUND:
            words = _("The first {count} are shown. Type more to find fewer.")
        words = words.format(count=len(rows))
        self.count.set_text(words if rows else _("Nothing has these words."))

    def _on_chosen(self, entry: PaletteEntry) -> None:
        self.accept()
        entry.run()
