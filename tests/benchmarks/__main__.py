# SPDX-License-Identifier: MPL-2.0
"""Run the benchmarks: ``python3 -m tests.benchmarks``, with words from file names to pick some.

Each module ``bench_*.py`` beside this one has a function ``figures()`` that yields `Figure`
objects. Each figure prints one line; the exit code is 1 if any is over its limit. Each module runs
in a process of its own: what one leaves behind, a window or a collector of garbage that is switched
off, would change the figures of the next.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from auditapp import bootstrap
from tests.benchmarks.alone import OVER


def main(words: Sequence[str]) -> int:
    """Print every figure and return the exit code."""
    over = []
    for line in _lines(words):
        if line.startswith(OVER):
            over.append(line.removeprefix(OVER))
        else:
            print(line, flush=True)
    if over:
        print(f"{OVER}{', '.join(over)}")
    return 1 if over else 0


def _lines(words: Sequence[str]) -> Iterator[str]:
    """Yield what the benchmarks print; one that breaks off is over the limit, and the next runs."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not words or any(word in path.stem for word in words):
            yield from _lines_of(path.stem)


def _lines_of(name: str) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.benchmarks.alone", name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            yield line.rstrip("\n")
    if process.returncode:
        yield f"{OVER}{name}, which broke off"


if __name__ == "__main__":
    bootstrap.ensure("test")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
