# SPDX-License-Identifier: MPL-2.0
"""Run something in a process of its own that is killed before one of its calls to the system.

What is on the disk changes by those calls alone, so that a kill at any other moment leaves nothing
that one of these does not leave; and a busy machine kills at the same moments.
"""

import os
import signal
import traceback
from collections.abc import Callable
from itertools import count

CALLS = ("open", "write", "fsync", "replace", "rename", "link", "mkdir", "rmdir", "unlink", "times")

Say = Callable[[str], None]
"""Says a line to whoever started the process."""


def run_whole(work: Callable[[Say], None]) -> tuple[int, list[str]]:
    """Let ``work`` come to its end; return how many calls it makes, and what it said."""
    *said, calls = _run(work, None)
    return int(calls), said


def die_at(work: Callable[[Say], None], call: int) -> list[str]:
    """Kill ``work`` before the call with this number, or at its end; return what it said."""
    said = _run(work, call)
    return said[:-1] if said and said[-1].isdigit() else said


def moment(*_progress: int) -> None:
    """Be a call that a kill can come before, where Python makes none, as ``zipfile`` does not."""
    os.times()


def _run(work: Callable[[Say], None], call: int | None) -> list[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        write = os.write
        try:
            calls = count()
            _count_calls(calls, call)
            work(lambda line: write(writing, f"{line}\n".encode()))
            write(writing, f"{next(calls)}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            traceback.print_exc()
            os._exit(1)  # only a kill ends it as it should
    os.close(writing)
    with os.fdopen(reading) as lines:
        said = lines.read().split("\n")[:-1]
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the process did not live until it was killed"
    return said


def _count_calls(calls: "count[int]", last: int | None) -> None:
    """Count the calls that this process makes from now on, and let none come after ``last``."""

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            if next(calls) == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        return call

    os.fsync = lambda _descriptor: None  # only a power cut could tell, and this is none
    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
