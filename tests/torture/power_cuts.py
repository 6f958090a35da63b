# SPDX-License-Identifier: MPL-2.0
"""Cut the power at random moments of a worker's day, and open what the disk may have kept."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from auditapp.errors import AuditAppError
from auditapp.paths import AppPaths
from tests.torture.labour import FINISHED, Worker, make_paths, make_store, restore, unlocked
from tests.torture.ledger import Deed, Ledger
from tests.torture.reading import read_books
from tests.torture.recorded_disk import RecordedDisk

DEEDS_A_DAY, CUTS_A_DAY = 60, 20

Moments = list[tuple[int, Ledger]]
"""What was acknowledged from which moment on."""


def power_cuts(
    folder: Path, rounds: int, seed: int = 0, *, flushes_folders: bool = True
) -> Iterator[tuple[str, list[str]]]:
    """Yield, for each cut, the deed that was under way, if any, and what was lost, in words.

    Args:
        folder: An empty folder to work in.
        rounds: How many cuts there are, spread over days of some deeds.
        seed: What the random choices go by.
        flushes_folders: False leaves the flush of folders out, which must show as losses: the
            control that tells whether this trial can find any.
    """
    chance = random.Random(seed)
    day = 0
    while rounds > 0:
        paths = make_paths(folder / f"day-{day}")
        disk, moments = _day(paths, seed + day, flushes_folders=flushes_folders)
        for number in range(min(rounds, CUTS_A_DAY)):
            left = replace(paths, home=folder / f"left-{day}-{number}")
            cut, ledger = _moment(moments, disk.length, chance)
            disk.lay_out(left.home, cut, chance)
            yield (
                _under_way(ledger),
                [*_losses(left, ledger), *_losses_of_backup(left, ledger)],
            )
            shutil.rmtree(left.home)
        rounds -= CUTS_A_DAY
        day += 1


def _day(paths: AppPaths, seed: int, *, flushes_folders: bool) -> tuple[RecordedDisk, Moments]:
    """Return the disk of a day, and what was acknowledged from which moment on."""
    make_store(paths)
    disk = RecordedDisk(paths.home, flushes_folders=flushes_folders)
    moments: Moments = []
    with disk.recording():
        for ledger in _work(paths, seed):
            moments.append((disk.length, ledger))
    assert disk.is_faithful(), "something was written that was not recorded"
    return disk, moments


def _work(paths: AppPaths, seed: int) -> Iterator[Ledger]:
    """Do the deeds of a day; yield the ledger as it is from each beginning and each end on."""
    ledger = Ledger()
    number = 0
    while number < DEEDS_A_DAY:
        with unlocked(paths) as workspace:
            yield ledger
            worker = Worker(workspace, seed * 1000 + number, backup=_backup_of(paths))
            while number < DEEDS_A_DAY and (deed := worker.next_deed()).what != "restore":
                yield (ledger := ledger.begun(deed))
                worker.do(deed)
                yield (ledger := ledger.done(deed))
                number += 1
        if number < DEEDS_A_DAY:  # for a restore the workspace is closed, and opened anew after it
            yield (ledger := ledger.begun(deed))
            restore(paths, _backup_of(paths))
            yield (ledger := ledger.done(deed))
            number += 1


def _moment(moments: Moments, end: int, chance: random.Random) -> tuple[int, Ledger]:
    """Choose a moment and return it with its ledger; each kind of deed is as likely as any."""
    ends = [*(at for at, _ledger in moments[1:]), end]
    spans = [(at, until, ledger) for (at, ledger), until in zip(moments, ends, strict=True)]
    kind = chance.choice(sorted({_under_way(ledger) for _at, _until, ledger in spans}))
    span = chance.choice([each for each in spans if _under_way(each[2]) == kind])
    return chance.randint(*span[:2]), span[2]


def _under_way(ledger: Ledger) -> str:
    return ledger.doubtful[-1].what if ledger.doubtful else ""


def _backup_of(paths: AppPaths) -> Path:
    return paths.home / "backup.zip"


def _losses(paths: AppPaths, ledger: Ledger) -> list[str]:
    try:
        with unlocked(paths) as workspace:
            problems = [each for each in workspace.problems if FINISHED not in each]
            return [*ledger.losses(read_books(workspace)), *problems]
    except (AuditAppError, AssertionError) as error:
        return [f"does not open as it was: {error!r}"]


def _losses_of_backup(paths: AppPaths, ledger: Ledger) -> list[str]:
    """Return what is wrong with the backup that was left: it is restored and read."""
    path = _backup_of(paths)
    if not path.exists():
        is_certain = bool(ledger.backed_up) and Deed("back up") not in ledger.doubtful
        return ["the backup is gone"] if is_certain or len(ledger.backed_up) > 1 else []
    try:
        restore(paths, path)
        with unlocked(paths) as workspace:
            is_known = read_books(workspace) in ledger.backed_up
    except (AuditAppError, AssertionError) as error:
        return [f"the backup cannot be restored as it was: {error!r}"]
    return [] if is_known else ["the backup does not hold what was backed up"]
