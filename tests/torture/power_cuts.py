# SPDX-License-Identifier: MPL-2.0
"""Cut the power at random moments of a worker's day, and open what the disk may have kept."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

from auditapp import files
from auditapp.errors import AuditAppError
from auditapp.paths import AppPaths
from tests.torture.labour import Worker, make_paths, make_store, read_books, unlocked
from tests.torture.ledger import Ledger
from tests.torture.recorded_disk import RecordedDisk

DEEDS_A_DAY = 60


def power_cuts(
    folder: Path, rounds: int, seed: int = 0, *, flushes_folders: bool = True
) -> Iterator[list[str]]:
    """Yield, for each cut, what was lost by it, in words.

    Args:
        folder: An empty folder to work in.
        rounds: How many cuts there are, spread over days of some deeds.
        seed: What the random choices go by.
        flushes_folders: False leaves the flush of the folder out, which must show as losses: the
            control that tells whether this trial can find any.
    """
    chance = random.Random(seed)
    day = 0
    while rounds > 0:
        paths = make_paths(folder / f"day-{day}")
        disk, ledgers = _day(paths, seed + day, flushes_folders=flushes_folders)
        for number in range(min(rounds, DEEDS_A_DAY)):
            left = replace(paths, home=folder / f"left-{day}-{number}")
            cut = chance.randrange(ledgers[0][0], disk.length + 1)
            disk.lay_out(left.home, cut, chance)
            ledger = next(each for at, each in reversed(ledgers) if at <= cut)
            yield _losses(left, ledger)
            shutil.rmtree(left.home)
        rounds -= DEEDS_A_DAY
        day += 1


def _day(
    paths: AppPaths, seed: int, *, flushes_folders: bool
) -> tuple[RecordedDisk, list[tuple[int, Ledger]]]:
    """Return the disk of a day, and what was acknowledged from which moment on."""
    make_store(paths)
    disk = RecordedDisk(paths.home)
    sync = files.sync_folder if flushes_folders else lambda _folder: None
    ledger = Ledger()
    ledgers: list[tuple[int, Ledger]] = []
    with (
        disk.recording(),
        mock.patch.object(files, "sync_folder", sync),
        unlocked(paths) as workspace,
    ):
        worker = Worker(workspace, seed)
        ledgers.append((disk.length, ledger))
        for _number in range(DEEDS_A_DAY):
            deed = worker.next_deed()
            ledger = ledger.begun(deed)
            ledgers.append((disk.length, ledger))
            worker.do(deed)
            ledger = ledger.done(deed)
            ledgers.append((disk.length, ledger))
    assert disk.is_faithful(), "something was written that was not recorded"
    return disk, ledgers


def _losses(paths: AppPaths, ledger: Ledger) -> list[str]:
    try:
        with unlocked(paths) as workspace:
            return [*ledger.losses(read_books(workspace)), *workspace.problems]
    except AuditAppError as error:
        return [f"does not open: {error}"]
