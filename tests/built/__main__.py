# SPDX-License-Identifier: MPL-2.0
"""Run the trials of a built program with pytest, whose exit code is this one's."""

import sys
from pathlib import Path

from auditapp import bootstrap

TRIALS = ("commands.py", "handbook.py", "optional.py", "window.py")
"""No names that the suite would collect: it has nothing built to try."""

if __name__ == "__main__":
    bootstrap.ensure("test")
    import pytest

    if len(sys.argv) == 1 or sys.argv[1].startswith("-"):
        sys.exit(
            "usage: python3 -m tests.built PROGRAM "
            f"[--root DIR] [--user N] [--demo[=seen]] [--keychain]\n{__doc__}"
        )
    program, *others = sys.argv[1:]
    folder = Path(__file__).parent
    trials = [str(folder / name) for name in TRIALS]
    settings = ["--timeout=3600", f"--program={program}", "-p", "no:randomly"]
    # Last what was asked for: `--demo` would take the path of a trial for its kind.
    raise SystemExit(pytest.main([*settings, *trials, *others]))
