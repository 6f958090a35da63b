# SPDX-License-Identifier: MPL-2.0
"""Let one process at a time have the workspace open.

The lock belongs to an open handle, so the system releases it with the process, however that ends:
there is no stale lock after a crash and no process number to compare.
"""

import os
import sys
from pathlib import Path

from auditapp.errors import StoreInUseError
from auditapp.i18n import _


class ProcessLock:
    """Hold the lock from the making of the object until `release`."""

    def __init__(self, path: Path) -> None:
        """Take the lock on the file ``path``, which is made if need be.

        Raises:
            StoreInUseError: Another process, or another object of this one, holds it.
            OSError: The file cannot be made.
        """
        self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._descriptor)
        except OSError as error:
            self.release()
            raise StoreInUseError(
                _("These audits are already open in another window."),
                _("Use the other window, or close it and try again."),
            ) from error

    def release(self) -> None:
        """Give the lock back, if it was not given back before."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":  # pragma: no cover - Windows has no flock
        import msvcrt  # noqa: PLC0415 - the module exists on Windows only

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - the module does not exist on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
