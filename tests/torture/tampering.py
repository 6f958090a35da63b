# SPDX-License-Identifier: MPL-2.0
"""Change the files of a store behind its back, and see that each change is noticed.

Noticed means: what opens says what was saved, or what was saved one save earlier and says so, or it
does not open and says why; and every other audit opens as it was.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from auditapp.errors import AuditAppError
from auditapp.model.ids import AuditId
from auditapp.paths import AppPaths
from auditapp.workspace import Workspace
from tests.torture.labour import Worker, make_paths, make_store, unlocked
from tests.torture.ledger import REGISTERS, ROUNDS, Books, Deed, Kept
from tests.torture.ledger_work import read_registers, read_rounds
from tests.torture.reading import read_books, read_kept

DEEDS = 40
MEANINGLESS = frozenset({"lock", "in-use", "reserve"})
"""Files that mean nothing by what is in them."""


@dataclass(frozen=True, slots=True)
class Victim:
    """Hold a store to be tampered with, and what it is to be compared with.

    ``said`` is what all audits said after each deed, the last as it is now; ``older`` is a copy of
    the store from half way, ``foreign`` the store of somebody else.
    """

    paths: AppPaths
    said: tuple[Books, ...]
    older: Path
    foreign: Path


def tampering(
    folder: Path, kind: str, rounds: int, seed: int = 0
) -> Iterator[tuple[str, list[str]]]:
    """Yield, for each change, what it was and what is wrong with how the store took it.

    Args:
        folder: An empty folder to work in.
        kind: A key of `KINDS`.
        rounds: How many changes there are, each to a fresh copy of one store.
        seed: What the random choices go by.
    """
    chance = random.Random(seed)
    victim = _make_victim(folder, seed)
    for number in range(rounds):
        tried = replace(victim.paths, home=folder / f"tried-{number}")
        shutil.copytree(victim.paths.home, tried.home)
        words = KINDS[kind](tried.store, victim, chance)
        yield words, list(_unnoticed(tried, victim.said))
        shutil.rmtree(tried.home)


def _make_victim(folder: Path, seed: int) -> Victim:
    paths, others = make_paths(folder / "mine"), make_paths(folder / "theirs")
    older = folder / "older"
    said: list[Books] = []
    for each, deeds in ((others, DEEDS // 4), (paths, DEEDS)):
        make_store(each)
        said.clear()
        with unlocked(each) as workspace:
            worker = Worker(workspace, seed)
            for number in range(deeds):
                worker.do(worker.next_deed())
                said.append(read_books(workspace))
                if number == DEEDS // 2:
                    shutil.copytree(each.store, older)
            worker.do(Deed("register", REGISTERS, "last", "Found at last."))
            said.append(read_books(workspace))
            if each is paths:  # so that there is one to be brought back from the copy
                worker.do(Deed("remove", min(said[DEEDS // 2].keys() & said[-1].keys())))
                said.append(read_books(workspace))
    return Victim(paths, tuple(said), older, others.store)


def _unnoticed(paths: AppPaths, said: tuple[Books, ...]) -> Iterator[str]:
    """Yield what the store took for good and is not, and what was lost beside what was changed."""
    try:
        with unlocked(paths) as workspace:
            found = {row.case_reference: _read(workspace, row.id) for row in workspace.audits()}
            found[REGISTERS] = _read_aside(workspace, read_registers)
            found[ROUNDS] = _read_aside(workspace, read_rounds)
            told = " ".join([*workspace.problems, *workspace.logbook_faults()])
    except AuditAppError as error:
        yield f"nothing opens any more: {error}"
        return
    now = said[-1]
    hurt = {name for name, kept in now.items() if found.get(name) != kept}
    if len(hurt) > 1:
        yield f"{len(hurt)} audits are hurt by one change"
    for name in hurt:
        kept = found.get(name)
        was_said = kept in [books.get(name) for books in said]
        if not isinstance(kept, str) and not (told and was_said):
            yield f"{name} is not as it was, and nobody says so"
    yield from (f"{name} is back" for name in found.keys() - now.keys())


def _read(workspace: Workspace, audit_id: AuditId) -> Kept | str:
    """Return what an audit says, or why it does not open."""
    try:
        return read_kept(workspace, audit_id)
    except AuditAppError as error:
        return str(error)


def _read_aside(workspace: Workspace, read: Callable[[Workspace], Kept]) -> Kept | str:
    """Return what the registers or the rounds say, or why they do not open."""
    try:
        return read(workspace)
    except AuditAppError as error:
        return str(error)


# The changes


def _flip(store: Path, _victim: Victim, chance: random.Random) -> str:
    path = chance.choice(_files(store))
    contents = bytearray(path.read_bytes())
    place = chance.randrange(len(contents) * 8)
    contents[place // 8] ^= 1 << place % 8
    path.write_bytes(contents)
    return f"bit {place} of {path.name}"


def _cut(store: Path, _victim: Victim, chance: random.Random) -> str:
    path = chance.choice(_files(store))
    length = chance.randrange(path.stat().st_size)
    os.truncate(path, length)
    return f"{path.name} cut to {length}"


def _exchange(store: Path, _victim: Victim, chance: random.Random) -> str:
    """Give one audit, previous save and all, the file of another."""
    one, other = chance.sample(_sealed(store), 2)
    contents = other.read_bytes()
    for path in (one, one.with_suffix(".prev")):
        path.write_bytes(contents)
    return f"{other.name} under the name {one.name}"


def _replay(store: Path, victim: Victim, chance: random.Random) -> str:
    """Put the files of an audit, or the registers, back as they were half way, if they changed."""
    targets = {path: store / path.relative_to(victim.older) for path in _sealed(victim.older)}
    changed = [
        path
        for path, target in targets.items()
        if target.exists() and target.read_bytes() != path.read_bytes()
    ]
    path = chance.choice(changed)
    target = targets[path]
    for suffix in (".seal", ".prev"):
        target.with_suffix(suffix).unlink(missing_ok=True)
        if path.with_suffix(suffix).exists():
            shutil.copy(path.with_suffix(suffix), target.with_suffix(suffix))
    return f"{path.name} as it was"


def _plant(store: Path, victim: Victim, chance: random.Random) -> str:
    """Put the audit of another store under the name of one of this."""
    mine, theirs = chance.choice(_audits(store)), chance.choice(_audits(victim.foreign))
    for path in (mine, mine.with_suffix(".prev")):
        path.write_bytes(theirs.read_bytes())
    return f"a foreign audit as {mine.name}"


def _splice(store: Path, _victim: Victim, chance: random.Random) -> str:
    """Put the front of one save before the rest of another."""
    path = chance.choice([each for each in _sealed(store) if each.with_suffix(".prev").exists()])
    now, before = path.read_bytes(), path.with_suffix(".prev").read_bytes()
    length = chance.choice((8, 40, 80, 200, len(before) // 2))
    path.write_bytes(before[:length] + now[length:])
    return f"{length} bytes of the save before in {path.name}"


def _bring_back(store: Path, victim: Victim, chance: random.Random) -> str:
    """Put back an audit that was removed."""
    gone = [path for path in _audits(victim.older) if not (store / "audits" / path.name).exists()]
    path = chance.choice(gone)
    shutil.copy(path, store / "audits")
    return f"{path.name}, which was removed"


def _files(store: Path) -> list[Path]:
    return sorted(p for p in store.rglob("*") if p.is_file() and p.name not in MEANINGLESS)


def _audits(store: Path) -> list[Path]:
    return sorted((store / "audits").glob("*.seal"))


def _sealed(store: Path) -> list[Path]:
    return [*_audits(store), *sorted(store.glob("ledger-*.seal"))]


Change = Callable[[Path, Victim, random.Random], str]

KINDS: Mapping[str, Change] = {
    "flips": _flip,
    "cuts": _cut,
    "exchanges": _exchange,
    "replays": _replay,
    "foreign files": _plant,
    "splices": _splice,
    "removed audits put back": _bring_back,
}
"""What can be done to the files; each changes a store and returns in words what it did."""
