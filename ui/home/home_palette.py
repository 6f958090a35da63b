# SPDX-License-Identifier: MPL-2.0
"""What the palette offers of the home: commands, places, and audits by their case."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.searching import holds, search_words, searched
from auditapp.workspace import Workspace
from ui.home.on_show import walk_on_show
from ui.keys.commands import CommandGroup, CommandId
from ui.keys.keymap import command
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.palette_entry import (
    MOST_FOUND,
    Finder,
    Offers,
    PaletteEntry,
    command_entries,
    place_entries,
)
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.home.home_view import HomeView

Command = Callable[[], object]
Leave = Callable[[Command], object]
"""Leaves what is on show, and then does what it is given."""


class HomePalette:
    """Show it over the home, and offer the same to what lies over the home."""

    def __init__(
        self,
        home: "HomeView",
        theme: Theme,
        workspace: Workspace,
        handlers: Mapping[CommandId, Callable[[], None]],
    ) -> None:
        """Offer the commands of ``handlers`` on the pages of ``home``."""
        self._home = home
        self._theme = theme
        self._workspace = workspace
        self._handlers = handlers

    def show(self) -> None:
        """Show what can be done from the page on show; a walk shows its own as well."""
        walk = walk_on_show(self._home)
        if walk is not None:
            walk.lead_elsewhere(partial(self.offers, _at_once))
            walk.show_palette()
        elif self._home.can_be_shown_round:
            entries = [*command_entries(self._handlers.items()), *self._places(_at_once)]
            finders = [self._finder(_at_once)]
            PaletteDialog(self._theme, entries, finders, self._home).open()

    def offers(self, leave: Leave, open_audit: AuditId | None = None) -> Offers:
        """Return what leads to the home and to audits from elsewhere, each by way of ``leave``.

        ``open_audit`` is left out: it is where the person is.
        """
        of_home = {
            each: partial(leave, do)
            for each, do in self._handlers.items()
            if command(each).group is CommandGroup.AUDITS
        }
        entries = (*command_entries(of_home.items()), *self._places(leave))
        return Offers(entries, (self._finder(leave, open_audit),))

    def _places(self, leave: Leave) -> Iterable[PaletteEntry]:
        home = self._home
        ways = (
            (_("Audits"), home.show_audits),
            *home.places.ways,
            (_("Checklists"), home.show_checklists),
            (_("Moderation"), home.show_moderation),
            (_("Receive audits"), home.show_receive),
        )
        return place_entries((words, partial(leave, show)) for words, show in ways)

    def _finder(self, leave: Leave, open_audit: AuditId | None = None) -> Finder:
        rows = [
            (searched((row.case_reference, row.team)), row)
            for row in self._workspace.audits()
            if row.id != open_audit
        ]

        def find(text: str) -> Iterable[PaletteEntry]:
            """Find the audits of the cases that hold what is typed."""
            wanted = search_words(text)
            fitting = (row for words, row in rows if holds(words, wanted))
            return [self._entry(row, leave) for row in islice(fitting, MOST_FOUND)]

        return find

    def _entry(self, row: AuditRow, leave: Leave) -> PaletteEntry:
        parts = (_("Audit"), label(row.status), row.team)
        show = partial(self._home.audit_chosen.emit, row.id)
        return PaletteEntry(
            row.case_reference, " · ".join(filter(None, parts)), partial(leave, show)
        )


def _at_once(do: Command) -> None:
    """Leave the page on show: the pages see to that themselves."""
    do()
