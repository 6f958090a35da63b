# SPDX-License-Identifier: MPL-2.0
"""Know the published documents behind the checklists, and every place in them that can be cited.

They are in ``checklists/sources.yaml``. A citation names document, kind and number, as in
``hull-2015 rec 7``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from auditapp.checklist.data_files import read_model
from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.field_types import IsoDate, PlainId, Text, WholeNumber, refusal
from auditapp.checklist.models import Checklist
from auditapp.checklist.suggestions import suggestion
from auditapp.i18n import _
from auditapp.model.frozen import Frozen

_RANGE: Final = re.compile(r"(?P<kind>[a-z-]+) (?P<first>\d+)[-–](?P<last>\d+)")

Citation = str
"""A document's id and a place in it, as in ``hull-2015 rec 7``; never a range."""


class PlaceKind(Frozen):
    """Give the places of one kind: numbered, under headings, or the only one."""

    kind: PlainId
    first: WholeNumber = 1
    last: WholeNumber | None = None
    headings: dict[PlainId, WholeNumber] = Field(default_factory=dict)

    @property
    def places(self) -> Iterator[str]:
        """Yield every place; a heading with no numbered paragraphs is one place."""
        if self.last is not None:
            yield from (f"{self.kind} {number}" for number in range(self.first, self.last + 1))
        for heading, count in self.headings.items():
            numbers = [f" {number + 1}" for number in range(count)] or [""]
            yield from (f"{self.kind} {heading}{number}" for number in numbers)
        if self.last is None and not self.headings:
            yield self.kind


class SetApart(Frozen):
    """Name a place that no case file can answer, and why."""

    place: Text
    because: Text


class Document(Frozen):
    """Describe one document."""

    id: PlainId
    title: Text
    publisher: Text
    published: IsoDate | None = None
    places: Annotated[tuple[PlaceKind, ...], Field(min_length=1)]
    to_cover: tuple[Text, ...] = ()
    set_apart: tuple[SetApart, ...] = ()

    @cached_property
    def all_places(self) -> Sequence[str]:
        """The places in reading order, kind by kind."""
        return [place for kind in self.places for place in kind.places]

    @property
    def places_to_cover(self) -> Iterator[str]:
        """Yield the places that the checklists must ask about."""
        apart = {each.place for each in self.set_apart}
        for text in self.to_cover:
            yield from (place for place in _expanded(text) if place not in apart)

    @model_validator(mode="after")
    def _names_its_own_places(self) -> Self:
        to_cover = (place for text in self.to_cover for place in _expanded(text))
        for place in (*(each.place for each in self.set_apart), *to_cover):
            if place not in self.all_places:
                raise refusal(
                    _("'{document}' has no place '{place}'.").format(document=self.id, place=place),
                    suggestion(place, self.all_places),
                )
        return self


class Sources(Frozen):
    """Hold the documents, and how many criteria were found in them by the letters of their ids."""

    schema_: Literal["sources/1"] = Field(alias="schema")
    documents: tuple[Document, ...]
    criteria: dict[PlainId, WholeNumber]

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """The documents by their ids."""
        return {document.id: document for document in self.documents}

    @property
    def all_criteria(self) -> Iterator[str]:
        """Yield the id of every criterion."""
        for letters, count in self.criteria.items():
            yield from (f"{letters}{number + 1}" for number in range(count))

    def citations(self, text: str) -> Iterator[Citation]:
        """Yield the places that ``text`` cites, existing or not; of a range, each place."""
        for match in self._pattern.finditer(text):
            head = " ".join(filter(None, match.group("document", "kind", "heading")))
            if match["first"] is None:
                yield head
                continue
            last = int(match["last"] or match["first"])
            yield from (f"{head} {number}" for number in range(int(match["first"]), last + 1))

    def has(self, citation: Citation) -> bool:
        """Tell whether a citation names a place that exists."""
        document, _space, place = citation.partition(" ")
        return document in self.by_id and place in self.by_id[document].all_places

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        kinds = {place.kind for document in self.documents for place in document.places}
        headings = {
            heading
            for document in self.documents
            for place in document.places
            for heading in place.headings
        }
        return re.compile(
            rf"\b(?P<document>{_either(self.by_id)}) (?P<kind>{_either(kinds)})"
            rf"(?: (?P<heading>{_either(headings)}))?"
            # Four digits at most: a slip of the finger must not make a billion places to look up.
            r"(?: (?P<first>[0-9]{1,4})(?:[-–](?P<last>[0-9]{1,4}))?)?(?![\w-])"
        )


def load_sources(data: bytes, name: str) -> Sources:
    """Return what the bytes of the file ``name`` hold.

    Raises:
        ChecklistInvalidError: the file has faults; they are listed.
    """
    return read_model(Sources, data, name)


def source_faults(checklist: Checklist, sources: Sources) -> Iterator[PathFault]:
    """Yield a fault for each citation of a known document that names no place in it."""
    for path, text in _citing_texts(checklist):
        document = sources.by_id.get(text.split(" ")[0])
        found = list(sources.citations(text))
        if document is not None and not found:
            yield PathFault(
                path,
                _("'{text}' names no place in its document.").format(text=text),
                suggestion(text.partition(" ")[2], document.all_places),
            )
        for citation in found:
            if not sources.has(citation):
                cited, _space, place = citation.partition(" ")
                yield PathFault(
                    path,
                    _("'{document}' has no place '{place}'.").format(document=cited, place=place),
                    suggestion(place, sources.by_id[cited].all_places),
                )


def _citing_texts(checklist: Checklist) -> Iterator[tuple[Path, str]]:
    for number, section in enumerate(checklist.sections):
        for place, question in enumerate(section.questions):
            path: Path = ("sections", number, "questions", place, "sources")
            yield from (((*path, i), text) for i, text in enumerate(question.sources))
    for number, cap in enumerate(checklist.caps):
        yield ("caps", number, "because"), cap.because


def _expanded(text: str) -> Sequence[str]:
    """Return the places of a range such as ``rec 1-20``; a single place is returned as it is."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return [text]
    numbers = range(int(match["first"]), int(match["last"]) + 1)
    return [f"{match['kind']} {number}" for number in numbers]


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
