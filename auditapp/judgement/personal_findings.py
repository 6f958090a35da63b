# SPDX-License-Identifier: MPL-2.0
"""List what an audit gives away about people, before its report goes out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.avoided_names import PersonalFinder
from auditapp.model.audit import Audit
from auditapp.model.texts import WrittenText, texts_of
from auditapp.personal_data import Finding, PersonalKind

_AROUND: Final = 30
"""Characters shown on each side of what was found."""


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """Hold one thing that was found, the words around it (… where cut), and where it stands."""

    kind: PersonalKind
    before: str
    words: str
    after: str
    place: WrittenText


def find_personal(audit: Audit, names: Sequence[str]) -> list[PlacedFinding]:
    """Return what the texts of an audit give away; ``names`` are those that must not appear."""
    return find_in_texts(texts_of(audit), names)


def find_in_texts(texts: Iterable[WrittenText], names: Sequence[str]) -> list[PlacedFinding]:
    """Return what some texts give away; ``names`` are those that must not appear."""
    finder = PersonalFinder(names)
    return [_placed(finding, place) for place in texts for finding in finder.find(place.text)]


def _placed(finding: Finding, place: WrittenText) -> PlacedFinding:
    text, start, end = place.text, finding.start, finding.end
    before = _flat(text[max(0, start - _AROUND) : start])
    after = _flat(text[end : end + _AROUND])
    if start > _AROUND:  # shown from a whole word on, and up to one
        before = f"… {before.partition(' ')[2] or before}"
    if end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0] or after} …"
    return PlacedFinding(finding.kind, before, _flat(text[start:end]), after, place)


def _flat(text: str) -> str:
    """Return ``text`` on one line, with the spaces at its ends."""
    return "".join(" " if char.isspace() else char for char in text)
