# SPDX-License-Identifier: MPL-2.0
"""Run one benchmark in this process: ``python3 -m tests.benchmarks.alone bench_store``."""

import sys
from importlib import import_module

OVER = "Over the limit: "


def main(name: str) -> None:
    """Print each figure of a module, and again those that are over their limit."""
    for figure in import_module(f"tests.benchmarks.{name}").figures():
        print(figure, flush=True)
        if not figure.is_met:
            print(f"{OVER}{figure.name}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
