# SPDX-License-Identifier: MPL-2.0
"""Open one workspace in several processes at once: one of them has it, the others are refused."""

import mmap
import os
import random
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from auditapp.backups import Backup
from auditapp.errors import StoreInUseError
from auditapp.paths import AppPaths
from auditapp.store.vault import Vault
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock
from tests.torture.kills import do_and_say, entered, work_and_die
from tests.torture.labour import Worker, make_paths, make_store, unlocked
from tests.torture.ledger import Ledger
from tests.torture.reading import read_books

WINDOWS, DEEDS = 3, 3
"""Windows that are opened at once, and what each does before it is closed."""

PAUSE = 0.002
"""Seconds until one that was refused tries again."""

PATIENCE = 60
"""Seconds in which one of several windows is refused, however busy the computer is."""


def two_windows(folder: Path, rounds: int, seed: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Yield, for each time that several windows are opened, how often one was refused, and losses.

    Each tries until it has the workspace, works in it and closes it. The first to have it waits for
    another to be refused: where the computer is busy, they would come one after another.
    """
    paths = make_paths(folder)
    make_store(paths)
    ledger = Ledger()
    for number in range(rounds):
        reading, writing = os.pipe()
        seeds = range((seed + number) * WINDOWS, (seed + number + 1) * WINDOWS)
        is_refused = mmap.mmap(-1, 1)  # shared by all that are forked
        work = partial(_work_when_free, paths, writing, is_refused)
        windows = [_forked(partial(work, each)) for each in seeds]
        os.close(writing)
        with os.fdopen(reading) as said:
            lines = said.read().splitlines()
        assert {0} == {os.waitpid(each, 0)[1] for each in windows}, "a window did not end well"
        deeds = [line for line in lines if line != "refused"]
        ledger, _count = entered(ledger, deeds)
        assert WINDOWS * DEEDS * 2 == len(deeds)
        yield len(lines) - len(deeds), _losses(paths, ledger)


def killed_holders(folder: Path, rounds: int, seed: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Yield, for each window that is killed, how often another was refused before, and losses.

    At once after the kill the other has the workspace.
    """
    chance = random.Random(seed)
    paths, path = make_paths(folder), folder / "backup.zip"
    make_store(paths)
    with unlocked(paths) as workspace:
        workspace.back_up(path)
    backup = Backup.open(paths, path, PASSPHRASE)
    ledger = Ledger()
    for number in range(rounds):
        refused: list[None] = []
        lines = work_and_die(
            partial(_hold, paths, seed * 100_000 + number),
            chance,
            least=1,
            meanwhile=partial(_knock, paths, backup, refused),
        )
        ledger, _count = entered(ledger, lines)
        yield len(refused), _losses(paths, ledger)
        with unlocked(paths) as workspace:
            ledger = Ledger(read_books(workspace))


def _forked(work: Callable[[], None]) -> int:
    """Run something in a process of its own; return its number."""
    process = os.fork()
    if process == 0:
        try:
            work()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    return process


def _work_when_free(paths: AppPaths, writing: int, is_refused: mmap.mmap, seed: int) -> None:
    while True:
        try:
            with unlocked(paths) as workspace:
                _wait_for(is_refused)
                worker = Worker(workspace, seed)
                for _number in range(DEEDS):
                    do_and_say(worker, worker.next_deed(), writing)
                return
        except StoreInUseError:
            os.write(writing, b"refused\n")
            is_refused[0] = True
            time.sleep(PAUSE)


def _wait_for(is_refused: mmap.mmap) -> None:
    """Wait until another window was refused, but not for ever: all others may have failed."""
    end = time.monotonic() + PATIENCE
    while not is_refused[0] and time.monotonic() < end:
        time.sleep(PAUSE)


def _hold(paths: AppPaths, seed: int, writing: int) -> None:
    with unlocked(paths) as workspace:
        worker = Worker(workspace, seed)
        while True:
            do_and_say(worker, worker.next_deed(), writing)


def _knock(paths: AppPaths, backup: Backup, refused: list[None]) -> None:
    """Try everything that a second window could change the workspace by."""
    check = backup.check()
    for attempt in (
        lambda: Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=Clock()),
        lambda: Workspace.create(paths, PASSPHRASE, strength=WEAK, clock=Clock()),
        lambda: Vault.change_passphrase(paths.store, PASSPHRASE, "another one", WEAK),
        lambda: backup.restore(check, Clock().now, is_wanted=True),
    ):
        with pytest.raises(StoreInUseError, match="since"):
            attempt()
        refused.append(None)


def _losses(paths: AppPaths, ledger: Ledger) -> list[str]:
    with unlocked(paths) as workspace:
        return [*ledger.losses(read_books(workspace)), *workspace.problems]
