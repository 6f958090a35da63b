# SPDX-License-Identifier: MPL-2.0
"""Measure the memory of the open window against that of a bare one of Qt's.

The workspace holds 5,000 audits, one of them of 500 questions. What counts is what is resident:
what other programs share is in it, so that it does not depend on which of them run; what no other
shares (USS) stands beside it.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.benchmarks.full_home import make_full_home

AUDITS, SECTIONS = 5000, 25
CORE = "auditapp.workspace"
"""It loads the rules and the store, with their libraries: no audit, and nothing of the window."""


def figures() -> Iterator[Figure]:
    """Yield the memory of the window with the list of audits, and with an audit open."""
    with tempfile.TemporaryDirectory() as name:
        audit_id = make_full_home(Path(name), AUDITS, SECTIONS)[1]
        bare, bare_own = _memory("bare")
        core = _memory("bare", CORE)[0]
        opened = {"the list of 5,000 audits": (), "an audit open": (audit_id,)}
        for what, which in opened.items():
            all_of_it, own = _memory("ours", name, *which)
            words = (
                f"memory of the window with {what}, against a bare one ({_mb(all_of_it)} of "
                f"{_mb(bare)} MB, {_mb(core)} with the code of the core alone; "
                f"unshared {_mb(own)} of {_mb(bare_own)} MB)"
            )
            yield Figure(words, all_of_it / bare, 2.0)


def _mb(kib: int) -> str:
    return f"{kib / 1024:.0f}"


def _memory(*words: str) -> tuple[int, int]:
    """Return what a window takes, in KiB: all that is resident, and what of it is its own."""
    command = [sys.executable, "-m", "tests.benchmarks.open_memory", *words]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    everything, own = out.split()[-2:]
    return int(everything), int(own)
