# SPDX-License-Identifier: MPL-2.0
"""Know what a store must hold: what was acknowledged, and what was under way at the end."""

import json
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Deed:
    """Describe one thing that was done: what, to which audit, and with what.

    ``what`` is create, answer, grade, sign, agree, amend, give up, move or remove, and
    ``reference`` names the audit; or register, about an entry of the `REGISTERS`; or round, list or
    erase, about one of the `ROUNDS`; or back up, seal anew or restore, which are about all of them.
    """

    what: str
    reference: str = ""
    key: str = ""
    text: str = ""

    def line(self) -> str:
        """Return the deed as one line of text."""
        return json.dumps([self.what, self.reference, self.key, self.text])

    @classmethod
    def from_line(cls, line: str) -> "Deed":
        """Read what `line` gave."""
        return cls(*json.loads(line))


REGISTERS = "registers"
ROUNDS = "rounds"
"""The names in the books of what is in no audit: each entry and each round counts as a note."""

AT_FIRST = "1.0"
"""The version of the checklist that each audit is started on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold what one audit says: the note of each question, the grade of the whole, its state.

    A note counts under the question it was given to, whatever a revised checklist calls that.

    ``before`` is what was signed, while an amendment is open. ``agreed`` is the reason of a grade
    that moderation agreed on, which is no part of what was signed.
    """

    notes: dict[str, str] = field(default_factory=dict)
    grade: str = ""
    is_signed: bool = False
    version: str = AT_FIRST
    before: "Kept | None" = None
    agreed: str = ""


WRITTEN = frozenset({"answer", "register", "round", "list", "erase"})
"""Deeds that write a text under a key."""

WHOLE = frozenset({"back up", "seal anew", "restore"})
"""Deeds about all audits; only the last changes what they say."""

Books = dict[str, Kept]
"""What every audit says, by its case reference, and what the registers say."""


def after(books: Books, deed: Deed) -> Books:
    """Return the books with one more deed done."""
    if deed.what in WHOLE:
        return books
    if deed.what == "create":
        return {**books, deed.reference: Kept()}
    if deed.what == "remove":
        return {name: kept for name, kept in books.items() if name != deed.reference}
    return {**books, deed.reference: _changed(books[deed.reference], deed)}


_FIELDS = {"grade": "grade", "move": "version", "agree": "agreed"}
"""What a deed about one field of an audit changes."""


def _changed(kept: Kept, deed: Deed) -> Kept:
    if deed.what in WRITTEN:
        return replace(kept, notes={**kept.notes, deed.key: deed.text})
    if deed.what in _FIELDS:
        return replace(kept, **{_FIELDS[deed.what]: deed.text})
    if deed.what == "sign":
        return replace(kept, is_signed=True, before=None)
    if deed.what == "amend":
        return replace(kept, is_signed=False, before=replace(kept, agreed=""))
    return _given_up(kept) or kept


def _given_up(kept: Kept) -> Kept | None:
    """Return what an audit says when its amendment is given up."""
    return replace(kept.before, agreed=kept.agreed) if kept.before else None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Hold what must be there. ``doubtful`` are deeds that were not acknowledged.

    One of those may have been done or not, as a power cut can come between the writing and the
    saying so; but done or not done, never half. ``backed_up`` are the books that the backup may
    hold: one, or while it is doubtful whether there is a newer one, two.
    """

    books: Books = field(default_factory=lambda: {REGISTERS: Kept(), ROUNDS: Kept()})
    doubtful: tuple[Deed, ...] = ()
    backed_up: tuple[Books, ...] = ()

    def begun(self, deed: Deed) -> "Ledger":
        """Return the ledger with a deed under way."""
        begun = replace(self, doubtful=(*self.doubtful, deed))
        if deed.what == "back up":
            return replace(begun, backed_up=(*self.backed_up, self.books))
        return begun

    def done(self, deed: Deed) -> "Ledger":
        """Return the ledger with a deed acknowledged; what it makes certain is doubtful no more."""
        rest = tuple(each for each in self.doubtful if not _is_about_the_same(each, deed))
        backed_up = self.backed_up[-1:] if deed.what == "back up" else self.backed_up
        if deed.what == "restore":
            # With two it is doubtful which of them was restored.
            return Ledger(backed_up[0], (deed,) * (len(backed_up) > 1), backed_up)
        return Ledger(after(self.books, deed), rest, backed_up)

    def losses(self, found: Books) -> list[str]:
        """Return what is not as it must be in the books that were found, in words."""
        if Deed("restore") in self.doubtful and found in self.backed_up:
            return []
        wrong = [
            f"{name} is gone"
            for name in self.books.keys() - found.keys()
            if Deed("remove", name) not in self.doubtful
        ]
        for name, kept in found.items():
            if name in self.books:
                wrong += self._differences(name, self.books[name], kept)
            elif Deed("create", name) not in self.doubtful:
                wrong.append(f"{name} was removed and is back, or was never there")
        return wrong

    def _differences(self, name: str, kept: Kept, found: Kept) -> list[str]:
        mine = [each for each in self.doubtful if each.reference == name]
        if any(each.what == "give up" for each in mine) and found == _given_up(kept):
            return []
        wrong = []
        for key in kept.notes.keys() | found.notes.keys():
            allowed = {kept.notes.get(key)} | {
                each.text for each in mine if each.what in WRITTEN and each.key == key
            }
            if found.notes.get(key) not in allowed:
                shown, known = _start(found.notes.get(key)), sorted(map(_start, allowed))
                wrong.append(f"{name} {key}: {shown}, not {' or '.join(known)}")
        if found.grade not in {kept.grade, *(each.text for each in mine if each.what == "grade")}:
            wrong.append(f"{name}: grade {found.grade!r}, not {kept.grade!r}")
        if found.agreed not in {kept.agreed, *(each.text for each in mine if each.what == "agree")}:
            wrong.append(f"{name}: agreed {found.agreed!r}, not {kept.agreed!r}")
        versions = {kept.version, *(each.text for each in mine if each.what == "move")}
        if found.version not in versions:
            wrong.append(f"{name}: on version {found.version}, not {kept.version}")
        may_be_signed = {kept.is_signed}
        may_be_signed |= {each.what == "sign" for each in mine if each.what in ("sign", "amend")}
        if found.is_signed not in may_be_signed:
            wrong.append(f"{name}: signed {found.is_signed}, not {kept.is_signed}")
        return wrong


def _start(note: str | None) -> str:
    """Return as much of a note as tells which one it is."""
    return "nothing" if note is None else note[:16]


def _is_about_the_same(one: Deed, other: Deed) -> bool:
    """Tell whether, once `other` is done, nobody need ask any more whether `one` was."""
    return (one.what, one.reference, one.key) == (other.what, other.reference, other.key) or (
        other.what == "remove" and one.reference == other.reference
    )
