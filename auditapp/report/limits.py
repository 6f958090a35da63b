# SPDX-License-Identifier: MPL-2.0
"""Hold the process that makes a report to what a report may take of the computer."""

import sys
from contextlib import suppress
from typing import Final

if sys.platform != "win32":  # Windows has no such limits: there the time limit must do
    import resource

TIME_LIMIT: Final = 120.0
"""Seconds. A report of 5,000 pages takes about 60."""

MEMORY_LIMIT: Final = 1_500_000_000
"""Bytes of address space. A report of 5,000 pages takes 920 MB."""

MOST_PAGES: Final = 5000


def limit_memory(most: int) -> None:
    """Let this process have at most ``most`` bytes; more is a MemoryError.

    Should it die all the same, it leaves no image of its memory on the disk, which would hold what
    the report says. Where the system knows no such limits nothing happens.
    """
    if sys.platform != "win32":
        for kind, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
            with suppress(OSError, ValueError):  # macOS refuses the first; one may be lower already
                resource.setrlimit(kind, (limit, limit))
