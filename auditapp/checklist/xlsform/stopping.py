# SPDX-License-Identifier: MPL-2.0
"""Let a person stop work on a spreadsheet: the largest that is read takes many seconds."""

from collections.abc import Callable

from auditapp.errors import StoppedError
from auditapp.i18n import _

IsCancelled = Callable[[], bool]
"""Asked between the steps of the work, from the thread that works."""


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


def require_wanted(is_cancelled: IsCancelled) -> None:
    """Go on only while nobody wants to stop.

    Raises:
        StoppedError: ``is_cancelled`` said so.
    """
    if is_cancelled():
        raise StoppedError(_("Stopped."))
