# SPDX-License-Identifier: MPL-2.0
"""Kill the worker's process at a random moment, and see what is left."""

import os
import random
import shutil
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from auditapp.paths import AppPaths
from tests.torture.labour import FINISHED, Worker, make_paths, make_store, restore, unlocked
from tests.torture.ledger import Deed, Ledger
from tests.torture.reading import read_books

MOST_DEEDS = 12
"""So many deeds a worker has acknowledged at most before its last moment is drawn."""

LONGEST = 0.02
"""Seconds that it lives at most after those."""


def kills(folder: Path, rounds: int, seed: int = 0) -> Iterator[tuple[int, str]]:
    """Yield, for each round, how many deeds had been acknowledged, and which one was under way.

    That is empty when there was none: while it unlocks, and between two deeds.

    The rounds go on in one workspace, so each opens what the kills before it left behind.

    Raises:
        AssertionError: Something acknowledged is lost, or the workspace does not open by itself.
    """
    chance = random.Random(seed)
    paths = make_paths(folder)
    make_store(paths)
    ledger = Ledger()
    for number in range(rounds):
        lines = work_and_die(partial(_work, paths, seed * 100_000 + number), chance)
        ledger, count = entered(ledger, lines)
        with unlocked(paths) as workspace:
            found = read_books(workspace)
            problems = workspace.problems
        assert [] == ledger.losses(found), (number, ledger.losses(found))
        assert all(FINISHED in each for each in problems), (number, problems)
        assert [] == list(paths.home.rglob("*.tmp")), "what was half written is left over"
        ledger = Ledger(found, backed_up=ledger.backed_up)
        _tidy(paths)
        yield count, "" if len(lines) == 2 * count else Deed.from_line(lines[-1][6:]).what


def _tidy(paths: AppPaths) -> None:
    """Delete what restoring put aside, or hundreds of rounds would fill the disk."""
    for folder in paths.home.glob("before-restore-*"):
        shutil.rmtree(folder)


def work_and_die(
    work: Callable[[int], None],
    chance: random.Random,
    *,
    least: int = 0,
    meanwhile: Callable[[], None] = lambda: None,
) -> list[str]:
    """Return the lines that a worker wrote before it was killed.

    Args:
        work: Runs in a process of its own, and writes two lines a deed to the descriptor.
        chance: Chooses the moment.
        least: So many deeds it has acknowledged at least.
        meanwhile: What is done when it has, before it is killed.
    """
    reading, writing = os.pipe()
    worker = os.fork()
    if worker == 0:
        try:
            work(writing)
        finally:
            traceback.print_exc()
            os._exit(1)  # only a kill ends a worker as it should
    os.close(writing)
    with os.fdopen(reading) as lines:
        # Counted in deeds and not in time, so that a busy machine kills at the same moments.
        deeds = chance.randrange(least, MOST_DEEDS)
        seen = [lines.readline() for _line in range(2 * deeds)]
        meanwhile()
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(worker, signal.SIGKILL)
        written = "".join([*seen, lines.read()]).split("\n")[:-1]  # the last may be cut
    _pid, status = os.waitpid(worker, 0)
    assert signal.SIGKILL == os.WTERMSIG(status), "the worker did not live until it was killed"
    return written


def _work(paths: AppPaths, seed: int, writing: int) -> None:
    backup = paths.home.parent / "backup.zip"
    with unlocked(paths) as workspace:
        worker = Worker(workspace, seed, backup)
        while (deed := worker.next_deed()).what != "restore":
            do_and_say(worker, deed, writing)
    os.write(writing, f"begun {deed.line()}\n".encode())
    restore(paths, backup)
    os.write(writing, f"done {deed.line()}\n".encode())
    os.close(writing)
    signal.pause()


def do_and_say(worker: Worker, deed: Deed, writing: int) -> None:
    """Do a deed, and write a line before and after it."""
    os.write(writing, f"begun {deed.line()}\n".encode())
    worker.do(deed)
    os.write(writing, f"done {deed.line()}\n".encode())


def entered(ledger: Ledger, lines: list[str]) -> tuple[Ledger, int]:
    """Return the ledger with a worker's lines in it, and how many deeds it had done."""
    count = 0
    for line in lines:
        word, _space, text = line.partition(" ")
        deed = Deed.from_line(text)
        if word == "begun":
            ledger = ledger.begun(deed)
        else:
            ledger = ledger.done(deed)
            count += 1
    return ledger, count
