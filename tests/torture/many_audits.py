# SPDX-License-Identifier: MPL-2.0
"""Kill the program in a workspace of thousands of audits, at work and at what concerns them all."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest import mock

from auditapp.errors import AuditAppError
from auditapp.model.ids import new_audit_id
from auditapp.paths import AppPaths
from tests.making import PASSPHRASE, WEAK, make_front
from tests.torture.dying import Say, die_at, moment, run_whole
from tests.torture.kills import entered
from tests.torture.labour import FINISHED, Worker, make_paths, make_store, restore, unlocked
from tests.torture.ledger import REGISTERS, ROUNDS, Books, Deed, Kept, Ledger
from tests.torture.ledger_work import read_registers, read_rounds
from tests.torture.reading import read_kept

DEEDS = 8
"""So many are done each time, in one audit or another."""

LOOKED_INTO = 100
"""Audits that are read after each kill, besides those that were worked in; at the end all are."""

NAME = "HX-{:06}"
"""Case references; all of one length, as the ids are."""


def many_audits(
    folder: Path, audits: int, seed: int = 0, *, kills: int = 5
) -> Iterator[tuple[str, list[str]]]:
    """Yield, for each kill, what was under way and what was lost, in words; at the end once more.

    Args:
        folder: An empty folder to work in.
        audits: How many there are.
        seed: What the random choices go by.
        kills: How often it is killed at each kind of work.
    """
    chance = random.Random(seed)
    paths = make_paths(folder)
    make_store(paths)
    ledger = Ledger(_fill(paths, audits))
    for what, work in _works(paths).items():
        calls, said = run_whole(partial(work, seed))
        ledger, _count = entered(ledger, said)
        for number in range(1, kills + 1):
            said = die_at(partial(work, seed + number), chance.randrange(calls))
            ledger, _count = entered(ledger, said)
            books, wrong = _look(paths, ledger, chance)
            yield what, wrong
            ledger = Ledger(books)
            _tidy(paths)
    yield "nothing", _look(paths, ledger)[1]


def _works(paths: AppPaths) -> dict[str, Callable[[int, Say], None]]:
    """Return what is done, in this order: what is restored is then what there is."""
    backup = paths.home.parent / "backup.zip"
    return {
        "work": partial(_work, paths),
        "back up": partial(_back_up, paths, backup),
        "seal anew": partial(_seal_anew, paths),
        "restore": partial(_restore, paths, backup),
    }


def _fill(paths: AppPaths, audits: int) -> Books:
    """Put so many audits into the workspace, each sealed as a copy of one; return what they say."""
    with unlocked(paths) as workspace, mock.patch.object(os, "fsync"):
        vault = workspace._vault
        first = workspace.start_audit(make_front(case_reference=NAME.format(0)), ["short"])
        copied = vault.newest_good(vault.place_of(first)).unsealed
        for number in range(1, audits):
            audit_id = new_audit_id()
            summary, body = (
                part.replace(first.encode(), audit_id.encode()).replace(
                    NAME.format(0).encode(), NAME.format(number).encode()
                )
                for part in (copied.summary, copied.body)
            )
            vault.save(vault.place_of(audit_id), 1, summary, body)
    aside = {REGISTERS: Kept(), ROUNDS: Kept()}
    return {**aside, **{NAME.format(number): Kept() for number in range(audits)}}


def _work(paths: AppPaths, seed: int, say: Say) -> None:
    with unlocked(paths) as workspace:
        worker = Worker(workspace, seed)
        chosen = (worker.next_deed() for _number in range(DEEDS))
        for deed in (Deed("create", f"T-{seed}"), *chosen):
            say(f"begun {deed.line()}")
            worker.do(deed)
            say(f"done {deed.line()}")


def _back_up(paths: AppPaths, backup: Path, _seed: int, _say: Say) -> None:
    with unlocked(paths) as workspace:
        workspace.back_up(backup, report_progress=moment)


def _seal_anew(paths: AppPaths, _seed: int, _say: Say) -> None:
    with unlocked(paths) as workspace:
        key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
        workspace.reseal(PASSPHRASE, key, strength=WEAK)


def _restore(paths: AppPaths, backup: Path, _seed: int, _say: Say) -> None:
    restore(paths, backup)


def _look(
    paths: AppPaths, ledger: Ledger, chance: random.Random | None = None
) -> tuple[Books, list[str]]:
    """Return what audits say, and what is wrong: of all of them, or of some that chance chooses.

    Those that were ever worked in are always among them.
    """
    try:
        with unlocked(paths) as workspace:
            rows = {row.case_reference: row for row in workspace.audits()}
            names = sorted(rows)
            if chance is not None:
                changed = {name for name in rows if ledger.books.get(name) != Kept()}
                names = sorted({*changed, *chance.sample(names, min(LOOKED_INTO, len(names)))})
            found = {name: read_kept(workspace, rows[name].id) for name in names}
            found[REGISTERS] = read_registers(workspace)
            found[ROUNDS] = read_rounds(workspace)
            problems = [each for each in workspace.problems if FINISHED not in each]
    except (AuditAppError, AssertionError) as error:
        return ledger.books, [f"does not open as it was: {error!r}"]
    # Of those that were not read the list tells that they are there.
    unread = {name: ledger.books[name] for name in rows.keys() & ledger.books.keys() - found.keys()}
    books = {**unread, **found}
    return books, [*ledger.losses(books), *problems]


def _tidy(paths: AppPaths) -> None:
    """Delete what was put aside and what was half written: each is as large as the workspace."""
    for folder in paths.home.glob("before-restore-*"):
        shutil.rmtree(folder)
    for path in paths.home.parent.glob("*.tmp"):
        path.unlink()
