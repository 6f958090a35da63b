# SPDX-License-Identifier: MPL-2.0
"""Let a person stop work on a spreadsheet: the largest that is read takes many seconds."""

from auditapp.errors import StoppedError
from auditapp.i18n import _
from auditapp.long_work import IsCancelled


def require_wanted(is_cancelled: IsCancelled) -> None:
    """Go on only while nobody wants to stop.

    Raises:
        StoppedError: ``is_cancelled`` said so.
    """
    if is_cancelled():
        raise StoppedError(_("Stopped."))
