# SPDX-License-Identifier: MPL-2.0
"""Work in one workspace from two windows at once, as where a drive does not keep the lock."""

import random
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from auditapp.errors import AuditAppError, AuditChangedOnDiskError, LedgerChangedOnDiskError
from auditapp.paths import AppPaths
from auditapp.store import process_lock
from auditapp.workspace import Workspace
from tests.making import Clock
from tests.torture.labour import Worker, make_paths, make_store, unlocked
from tests.torture.ledger import ROUNDS, Ledger
from tests.torture.reading import read_books

DEEDS = 30
"""What the two do together before both are closed."""

NOT_DONE = frozenset({"remove", "move", "seal anew", "restore"})
"""The list of one window does not show what the other removed or moved; these two need a lock."""


def stale_writers(folder: Path, rounds: int, seed: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Yield, for each meeting of two windows, how often one was refused, and what was lost.

    Refused is a save over what the other window saved since; what was acknowledged to either is
    there at the end.
    """
    paths = make_paths(folder)
    make_store(paths)
    ledger = Ledger()
    lines = 1  # in the logbook: the workspace was made
    for number in range(rounds):
        chance = random.Random(seed * 1000 + number)
        ledger, refused, logged = _meet(paths, ledger, chance)
        lines += 3 + logged  # unlocked by either, and by whoever looks
        yield refused, _losses(paths, ledger, lines)


def _meet(paths: AppPaths, ledger: Ledger, chance: random.Random) -> tuple[Ledger, int, int]:
    refused = logged = 0
    clock = Clock()
    backup = paths.home.parent / "backup.zip"
    with (
        mock.patch.object(process_lock, "_lock"),
        unlocked(paths, clock) as one,
        unlocked(paths, clock) as other,
    ):
        seeds = (chance.randrange(10**6) for _each in range(2))
        workers = [
            (workspace, Worker(workspace, seed, backup, NOT_DONE))
            for workspace, seed in zip((one, other), seeds, strict=True)
        ]
        for _number in range(DEEDS):
            clock.move(seconds=1)  # or a grade that was given before would be no change
            workspace, worker = chance.choice(workers)
            deed = worker.next_deed()
            is_new = deed.what == "round" and deed.key not in ledger.books[ROUNDS].notes
            try:
                worker.do(deed)
                ledger = ledger.begun(deed).done(deed)
                logged += deed.what in ("back up", "erase") or is_new
            except (AuditChangedOnDiskError, LedgerChangedOnDiskError):
                refused += 1
                _close_all(workspace)
            except AuditAppError:  # what the other did is no draft any more, say
                _close_all(workspace)
    return ledger, refused, logged


def _losses(paths: AppPaths, ledger: Ledger, lines: int) -> list[str]:
    try:
        with unlocked(paths) as workspace:
            wrong = [*ledger.losses(read_books(workspace)), *workspace.problems]
            found = len(workspace.logbook())
    except (AuditAppError, AssertionError) as error:
        return [f"does not open as it was: {error!r}"]
    return wrong if found == lines else [*wrong, f"the logbook has {found} lines, not {lines}"]


def _close_all(workspace: Workspace) -> None:
    """Close what is open, so that it is read anew."""
    for row in workspace.audits():
        workspace.close_audit(row.id)
