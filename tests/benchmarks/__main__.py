# SPDX-License-Identifier: MPL-2.0
"""Run the benchmarks: ``python3 -m tests.benchmarks``, with words from file names to pick some.

Each module ``bench_*.py`` beside this one has a function ``figures()`` that yields `Figure`
objects. Each figure prints one line; the exit code is 1 if any is over its limit.
"""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from auditapp import bootstrap
from tests.benchmarks.figure import Figure


def main(words: list[str]) -> int:
    """Print every figure and return the exit code."""
    over = []
    for figure in _figures(words):
        print(figure, flush=True)
        if not figure.is_met:
            over.append(figure.name)
    if over:
        print(f"Over the limit: {', '.join(over)}")
    return 1 if over else 0


def _figures(words: list[str]) -> Iterator[Figure]:
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not words or any(word in path.stem for word in words):
            yield from import_module(f"tests.benchmarks.{path.stem}").figures()


if __name__ == "__main__":
    bootstrap.ensure("test")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main(sys.argv[1:]))
