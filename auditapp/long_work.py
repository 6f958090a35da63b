# SPDX-License-Identifier: MPL-2.0
"""Name what work that takes seconds says of itself, and what it asks.

Both are called from the thread that works, between its steps.
"""

from collections.abc import Callable

ReportProgress = Callable[[int, int], None]
"""Called with how much is done and how much there is; it may raise, to stop."""

IsCancelled = Callable[[], bool]
"""Asked whether a person wants the work to stop."""


def unheard(_done: int, _of: int) -> None:
    """Take note of progress that nobody waits for."""


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False
