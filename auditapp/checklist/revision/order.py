# SPDX-License-Identifier: MPL-2.0
"""Find which of a list's entries were moved, when others were put in or taken out around them."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import TypeVar

Entry = TypeVar("Entry", bound=Hashable)


def moved_entries(old: Sequence[Entry], new: Sequence[Entry]) -> set[Entry]:
    """Return the fewest entries whose move explains the new order of those in both lists.

    The others are the longest run that is in the same order in both (patience sorting).
    """
    places = {entry: place for place, entry in enumerate(old)}
    common = [entry for entry in new if entry in places]
    ends: list[int] = []
    last_of: list[Entry] = []
    before: dict[Entry, Entry | None] = {}
    for entry in common:
        length = bisect_left(ends, places[entry])
        before[entry] = last_of[length - 1] if length else None
        ends[length:] = [places[entry], *ends[length + 1 :]]
        last_of[length:] = [entry, *last_of[length + 1 :]]
    stayed = set()
    at: Entry | None = last_of[-1] if last_of else None
    while at is not None:
        stayed.add(at)
        at = before[at]
    return set(common) - stayed
