# SPDX-License-Identifier: MPL-2.0
"""What can be done or gone to from where somebody is, found by its words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.i18n import _
from auditapp.searching import holds, search_words, searched
from ui.keys.commands import GROUP_WORDS, CommandId
from ui.keys.keymap import command

MOST_FOUND: Final = 60
"""Nobody reads on; another letter finds fewer."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Hold one row: its words, what it is, its key if it has one, and what it does."""

    words: str
    kind: str
    run: Callable[[], object]
    keys: str = ""

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        return ", ".join(filter(None, (self.words, self.kind, self.keys)))


Finder = Callable[[str], Iterable[PaletteEntry]]
"""Finds more for what is typed, such as questions or audits: nothing for an empty text."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Hold what there is, and what finds more."""

    entries: tuple[PaletteEntry, ...] = ()
    finders: tuple[Finder, ...] = ()


_LEFT_OUT: Final = (CommandId.PALETTE, CommandId.CHOOSE)


def command_entries(
    handlers: Iterable[tuple[CommandId, Callable[[], object]]],
) -> Iterator[PaletteEntry]:
    """Yield an entry for each command that works where somebody is."""
    for command_id, handler in handlers:
        if command_id not in _LEFT_OUT:
            asked = command(command_id)
            yield PaletteEntry(asked.words, GROUP_WORDS[asked.group], handler, asked.shortcut)


def place_entries(
    places: Iterable[tuple[str, Callable[[], object]]],
) -> Iterator[PaletteEntry]:
    """Yield an entry for each place to go to, given by its words."""
    for words, show in places:
        yield PaletteEntry(_("Go to {place}").format(place=words), _("Places"), show)


def found(
    entries: Sequence[PaletteEntry], finders: Iterable[Finder], text: str
) -> list[PaletteEntry]:
    """Return what holds every word of ``text``, those first that a word of theirs begins with."""
    wanted = search_words(text)
    ranked = sorted(
        ((rank, place) for place, each in enumerate(entries) if (rank := _rank(each, wanted)) >= 0)
    )
    rows = [entries[place] for _late, place in ranked]
    for finder in finders:
        if wanted:
            rows.extend(finder(text))
    return rows[:MOST_FOUND]


def _rank(entry: PaletteEntry, wanted: Sequence[str]) -> int:
    """Return how late an entry comes, 0 where each begins a word of its own; -1 for not at all."""
    words = searched([entry.words])
    if not holds(words, wanted):
        return -1
    parts = words.split()
    return sum(not any(part.startswith(each) for part in parts) for each in wanted)
