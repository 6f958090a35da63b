# SPDX-License-Identifier: MPL-2.0
"""Let the disk refuse for a while, in the middle of the work, and go on when it obeys again."""

import errno
import os
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from auditapp import files
from auditapp.errors import AuditAppError
from tests.torture.labour import Worker, make_paths, make_store, unlocked
from tests.torture.ledger import Ledger
from tests.torture.reading import read_books

BEFORE, DURING, AFTERWARDS = 12, 6, 6
"""Deeds that are done before the fault, while it lasts at most, and after it."""


Fault = Callable[[random.Random], AbstractContextManager[Any]]


def faults(folder: Path, kind: str, rounds: int, seed: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Yield, for each round, how many deeds the fault stopped, and what was lost, in words.

    Args:
        folder: An empty folder to work in.
        kind: A key of `KINDS`.
        rounds: How many faults there are, each in a workspace of its own.
        seed: What the random choices go by.
    """
    for number in range(rounds):
        chance = random.Random(seed * 1000 + number)
        yield _round(folder / f"{kind}-{number}", KINDS[kind], chance)


def _round(folder: Path, fault: Fault, chance: random.Random) -> tuple[int, list[str]]:
    paths = make_paths(folder)
    make_store(paths)
    ledger, stopped = Ledger(), 0
    with unlocked(paths) as workspace:
        worker = Worker(workspace, chance.randrange(1000))
        for _number in range(BEFORE):
            ledger, _is_done = _do(worker, ledger)
        with fault(chance):
            for _number in range(DURING):
                ledger, is_done = _do(worker, ledger)
                stopped += not is_done
        for _number in range(AFTERWARDS):
            ledger, is_done = _do(worker, ledger)
            assert is_done, "the work did not go on after the fault"
        # What is shown after a fault is what will be there.
        wrong = ledger.losses(read_books(workspace))
    with unlocked(paths) as workspace:
        return stopped, [*wrong, *ledger.losses(read_books(workspace)), *workspace.problems]


def _do(worker: Worker, ledger: Ledger) -> tuple[Ledger, bool]:
    """Do the next deed; return the ledger, and whether the deed was acknowledged."""
    deed = worker.next_deed()
    ledger = ledger.begun(deed)
    try:
        worker.do(deed)
    except AuditAppError as error:
        if not (str(error) and error.remedy):
            raise AssertionError("a refusal must say what is wrong and what to do") from error
        return ledger, False
    return ledger.done(deed), True


@contextmanager
def full_disk(chance: random.Random) -> Iterator[None]:
    """Let the disk take some more bytes, and then none: a write ends in the middle."""
    room = chance.randrange(20_000)
    write = os.write

    def write_while_there_is_room(descriptor: int, data: bytes) -> int:
        nonlocal room
        if room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        count = write(descriptor, memoryview(data)[:room])
        room -= count
        return count

    with mock.patch.object(os, "write", write_while_there_is_room):
        yield


@contextmanager
def failing_fsync(chance: random.Random) -> Iterator[None]:
    """Let the flush fail, of files or folders as it comes; after some of them it works again."""
    fsync, failures = os.fsync, chance.randrange(1, 8)

    def fail(descriptor: int) -> None:
        nonlocal failures
        if failures and chance.random() < 0.6:
            failures -= 1
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    with mock.patch.object(os, "fsync", fail):
        yield


@contextmanager
def read_errors(chance: random.Random) -> Iterator[None]:
    """Let the drive read only at the second, third or fourth try; or not at all, for a while."""
    read_bytes, read = Path.read_bytes, os.read
    is_gone = chance.random() < 0.5
    failures = 0

    def fail() -> None:
        nonlocal failures
        failures = failures - 1 if failures else chance.choice((0, 0, 1, 2, 3))
        if is_gone or failures > 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def read_whole(path: Path) -> bytes:
        if path.suffix in {".seal", ".prev"}:
            fail()
        return read_bytes(path)

    def read_part(descriptor: int, size: int) -> bytes:
        fail()
        return read(descriptor, size)

    with (
        mock.patch.object(Path, "read_bytes", read_whole),
        mock.patch.object(os, "read", read_part),
        mock.patch.object(files, "_READ_WAITS", (0, 0, 0)),
    ):
        yield


KINDS = {
    "full disks": full_disk,
    "failing fsyncs": failing_fsync,
    "read errors": read_errors,
}
"""What can go wrong with a disk: each makes it so for the length of a ``with`` block."""
