# SPDX-License-Identifier: MPL-2.0
"""What the palette offers on the pages of the home: commands, places, and audits by their case."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.labels import label
from auditapp.workspace import Workspace
from ui.keys.commands import CommandId
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.palette_entry import MOST_FOUND, PaletteEntry, command_entries, place_entries
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.home.home_view import HomeView


def home_palette(
    home: "HomeView",
    theme: Theme,
    workspace: Workspace,
    handlers: Mapping[CommandId, Callable[[], None]],
) -> PaletteDialog:
    """Return the palette over ``home``; opening it is the caller's."""
    entries = [*command_entries(handlers.items()), *place_entries(ways_to_pages(home))]
    rows = workspace.audits()

    def find(text: str) -> Iterable[PaletteEntry]:
        """Find the audits of the cases that hold what is typed."""
        wanted = text.casefold().split()
        fitting = (row for row in rows if _holds(row, wanted))
        return [_entry(row, home.audit_chosen.emit) for row in islice(fitting, MOST_FOUND)]

    return PaletteDialog(theme, entries, [find], home)


def ways_to_pages(home: "HomeView") -> list[tuple[str, Callable[[], None]]]:
    """Return the words of each page that can be gone to, and what shows it."""
    return [
        (_("Audits"), home.show_audits),
        *home.places.ways,
        (_("Checklists"), home.show_checklists),
        (_("Moderation"), home.show_moderation),
        (_("Receive audits"), home.show_receive),
    ]


def _holds(row: AuditRow, wanted: Iterable[str]) -> bool:
    words = f"{row.case_reference} {row.team}".casefold()
    return all(each in words for each in wanted)


def _entry(row: AuditRow, choose: Callable[[str], None]) -> PaletteEntry:
    parts = (_("Audit"), label(row.status), row.team)
    return PaletteEntry(
        row.case_reference, " · ".join(filter(None, parts)), partial(choose, row.id)
    )
