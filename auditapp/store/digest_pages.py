# SPDX-License-Identifier: MPL-2.0
"""Keep what is read across audits in sealed pages, so that no audit has to be opened for it.

A page is a sealed object like an audit, with the digests of a few hundred of them: what is counted
at its front, the texts behind. All of it follows from the audits, so nothing here is precious: a
page that is damaged, strange or of another form is deleted and its digests are made again; no copy
of an earlier save is kept, and no backup has them. Each digest says which save of its audit it was
made from (`stamp_of`).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import orjson

from auditapp.errors import AuditDamagedError, AuditNotFoundError, SchemaTooNewError
from auditapp.model.records import Record
from auditapp.store.envelope import DamagedError, Header
from auditapp.store.sealed_object import Place
from auditapp.store.vault import Vault

DIGESTS_PER_PAGE: Final = 250
"""At about 6 kB each a page is 1.5 MB, and one signed audit writes one page."""

CHECKLISTS: Final = "checklists"
"""The part that holds each checklist once, by the SHA-256 of its bytes."""

ANSWERS: Final = "answers"
"""The part that holds the first answers to what is asked most often."""

_SCHEMA: Final = 1
_UNREADABLE: Final = (AuditDamagedError, AuditNotFoundError, SchemaTooNewError, DamagedError)


@dataclass(frozen=True, slots=True)
class KeptDigest:
    """Hold the digest of one audit: a record of facts, and one of words, for each of its states.

    ``stamp`` tells the save that it was made from.
    """

    stamp: str
    facts: list[Record]
    words: list[Record]


@dataclass(slots=True)
class _Page:
    """Hold what is counted, of one page, as it lies on the disk."""

    header: Header | None = None
    facts: dict[str, tuple[str, list[Record]]] = field(default_factory=dict)


class DigestPages:
    """Read and write the pages of one workspace. Cheap to make: pages are read when asked for.

    Args:
        vault: the open workspace.
        form: of the digests; those of another form are not there.
    """

    def __init__(self, vault: Vault, form: int = 0) -> None:
        self._vault = vault
        self._form = form
        self._pages: dict[int, _Page] = {}
        self._page_of: dict[str, int] = {}

    def stamps(self) -> dict[str, str]:
        """Return the stamp of every digest there is, by the id of its audit."""
        self._look()
        found = (page.facts.items() for page in self._pages.values())
        return {audit_id: stamp for each in found for audit_id, (stamp, _facts) in each}

    def facts(self) -> dict[str, list[Record]]:
        """Return what is counted of every audit that has a digest, by its id."""
        self._look()
        found = (page.facts.items() for page in self._pages.values())
        return {audit_id: facts for each in found for audit_id, (_stamp, facts) in each}

    def words(self, audit_ids: Collection[str] | None = None) -> dict[str, list[Record]]:
        """Return the texts of audits that have a digest; of all of them by default.

        Each page is unsealed once for it, and forgotten again.
        """
        self._look()
        wanted = None if audit_ids is None else set(audit_ids)
        found: dict[str, list[Record]] = {}
        for number, page in list(self._pages.items()):
            if wanted is None or not wanted.isdisjoint(page.facts):
                words = self._words_of(number)
                found |= {key: words[key] for key in words if wanted is None or key in wanted}
        return found

    def save(self, made: Mapping[str, KeptDigest], gone: Collection[str] = ()) -> None:
        """Write digests, in the place of those before, and leave out those that are ``gone``.

        Raises:
            SaveFailedError: The system refused it; pages not written yet are as they were.
        """
        self._look()
        for number in self._touched(made, gone):
            words = self._words_of(number)  # first: a damaged page is empty from then on
            facts = dict(self._pages[number].facts)
            for audit_id in gone:
                facts.pop(audit_id, None)
                words.pop(audit_id, None)
            for audit_id, digest in made.items():
                if self._page_of[audit_id] == number:
                    facts[audit_id] = (digest.stamp, digest.facts)
                    words[audit_id] = digest.words
            self._write(number, facts, words)

    def forget(self, audit_id: str) -> None:
        """Leave nothing of an audit in any page, nor in what was summed up.

        Raises:
            SaveFailedError: The system refused it.
        """
        self._look()
        self.drop_part(ANSWERS)
        if audit_id in self._page_of:
            self.save({}, [audit_id])

    def forget_all(self) -> None:
        """Keep nothing in memory; the next reading takes it from the disk."""
        self._pages.clear()
        self._page_of.clear()

    def part(self, name: str) -> Record | None:
        """Return what `save_part` kept last; None if there is nothing, or it is damaged."""
        place = self._vault.digest_part(name)
        try:
            held: Record = orjson.loads(self._vault.unseal(place, place.path).body)
        except (FileNotFoundError, *_UNREADABLE):
            return None
        return held["part"] if self._is_known(held) else None

    def save_part(self, name: str, part: Record) -> None:
        """Keep what belongs to all pages together.

        Raises:
            SaveFailedError: The system refused it; what was kept before still is.
        """
        place = self._vault.digest_part(name)
        self._save(place, b"{}", orjson.dumps(self._marked() | {"part": part}))

    def drop_part(self, name: str) -> None:
        """Delete what `save_part` kept.

        Raises:
            SaveFailedError: The system refused it.
        """
        place = self._vault.digest_part(name)
        if place.path.exists():
            self._vault.delete(place)

    def damaged(self) -> list[str]:
        """Return the names of the files that cannot be read; they are made again when wanted."""
        places = self._vault.digest_places()
        return [place.path.name for place in places if self._vault.is_damaged(place)]

    def _look(self) -> None:
        """Read the pages that are not as they were seen last: another window may write, too."""
        numbers = self._vault.digest_page_numbers()
        for number in self._pages.keys() - numbers:
            del self._pages[number]
        for number in sorted(numbers):
            header = self._vault.header(self._vault.digest_page(number))
            known = self._pages.get(number)
            if known is None or header is None or known.header != header:
                self._pages[number] = self._read(number, header)
        self._page_of = {
            audit_id: number for number, page in self._pages.items() for audit_id in page.facts
        }

    def _read(self, number: int, header: Header | None) -> _Page:
        """Return a page; one that cannot be used is deleted, with whatever it may still hold."""
        place = self._vault.digest_page(number)
        try:
            held = orjson.loads(self._vault.peek(place).summary)
        except _UNREADABLE:
            held = {}
        if not self._is_known(held):
            self._vault.delete(place)
            return _Page()
        return _Page(header, {key: (stamp, facts) for key, (stamp, facts) in held["facts"].items()})

    def _words_of(self, number: int) -> dict[str, list[Record]]:
        """Return the texts of a page; one whose texts are damaged is empty from then on."""
        page = self._pages[number]
        if not page.facts:
            return {}
        place = self._vault.digest_page(number)
        try:
            words: dict[str, list[Record]] = orjson.loads(
                self._vault.unseal(place, place.path).body
            )
        except (FileNotFoundError, *_UNREADABLE):
            self._vault.delete(place)
            self._pages[number] = _Page()
            return {}
        return words

    def _touched(self, made: Iterable[str], gone: Iterable[str]) -> list[int]:
        """Return the pages that are to be written, and give each new digest a page."""
        room = {number: DIGESTS_PER_PAGE - len(p.facts) for number, p in self._pages.items()}
        touched = {self._page_of[each] for each in gone if each in self._page_of}
        for audit_id in made:
            if audit_id not in self._page_of:
                free = (number for number in sorted(room) if room[number] > 0)
                number = next(free, max(room, default=0) + 1)
                self._pages.setdefault(number, _Page())
                room[number] = room.get(number, DIGESTS_PER_PAGE) - 1
                self._page_of[audit_id] = number
            touched.add(self._page_of[audit_id])
        return sorted(touched)

    def _write(
        self,
        number: int,
        facts: dict[str, tuple[str, list[Record]]],
        words: dict[str, list[Record]],
    ) -> None:
        place = self._vault.digest_page(number)
        if not facts:
            self._vault.delete(place)
            self._pages.pop(number, None)
            return
        front = orjson.dumps(self._marked() | {"facts": facts})
        header = self._save(place, front, orjson.dumps(words))
        self._pages[number] = _Page(header, facts)

    def _save(self, place: Place, summary: bytes, body: bytes) -> Header:
        before = self._vault.header(place)
        generation = before.generation + 1 if before else 1
        # What an erased audit was must not live on in the save before.
        return self._vault.save(place, generation, summary, body, keep_previous=False)

    def _marked(self) -> Record:
        return {"schema": _SCHEMA, "form": self._form}

    def _is_known(self, held: Record) -> bool:
        return held.get("schema") == _SCHEMA and held.get("form") == self._form


def stamp_of(generation: int, changed_at: str) -> str:
    """Return what tells one save of an audit from every other, a restored one among them."""
    return f"{generation} {changed_at}"
