# SPDX-License-Identifier: MPL-2.0
"""Suggest the name that an author meant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from auditapp.i18n import _

MOST_LISTED = 12
MOST_COMPARED = 1000
"""How many names are compared at most; among more, a search for each fault takes too long."""


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean ...?", or the known names when none is near."""
    names = sorted({str(each) for each in known})
    near = get_close_matches(name, names, 1) if len(names) <= MOST_COMPARED else ()
    if near:
        return _("Did you mean '{name}'?").format(name=near[0])
    if not names:
        return _("Remove it.")
    pattern = _("Write one of: {names}.")
    if len(names) > MOST_LISTED:
        pattern = _("Write one of: {names} and others.")
    return pattern.format(names=", ".join(names[:MOST_LISTED]))


def listed_words(names: Sequence[str], joint: str) -> str:
    """Return "a, b or c", with ``joint`` before the last name."""
    *most, last = names
    return f"{', '.join(most)} {joint} {last}" if most else last
