# SPDX-License-Identifier: MPL-2.0
"""Let one process at a time have the workspace open, and say which one has.

The lock belongs to an open handle, so the system releases it with the process, however that ends:
there is no stale lock after a crash and no process number to compare. Behind the byte that is
locked the file says on which computer it was locked and when; only somebody who is refused reads
that, so what a killed process left there misleads nobody.
"""

import datetime as dt
import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from auditapp.errors import StoreInUseError
from auditapp.i18n import _
from auditapp.judgement.day_words import day_words

_LOCKED: Final = 1
"""Bytes at the start of the file that are locked: on Windows nobody else can read them."""

_LONGEST: Final = 1024  # bytes that are read of what the holder says


@dataclass(frozen=True, slots=True)
class Holder:
    """Name who has the workspace open: on which computer, and since when."""

    computer: str
    since: dt.datetime


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
            holder = _read_holder(self._descriptor)
            os.close(self._descriptor)
            raise _in_use(holder) from error
        _write_holder(self._descriptor)

    def release(self) -> None:
        """Give the lock back, if it was not given back before."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with suppress(OSError):
                os.ftruncate(descriptor, 0)
                _unlock(descriptor)
            os.close(descriptor)


def _write_holder(descriptor: int) -> None:
    """Say who holds the lock. On a full disk it is held all the same."""
    said = {"computer": platform.node(), "since": dt.datetime.now(dt.UTC).isoformat()}
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, b"\n" * _LOCKED + json.dumps(said).encode())


def _read_holder(descriptor: int) -> Holder | None:
    """Return who holds the lock; None when that cannot be read."""
    try:
        os.lseek(descriptor, _LOCKED, os.SEEK_SET)
        said = json.loads(os.read(descriptor, _LONGEST))
        since = dt.datetime.fromisoformat(said["since"])
        return Holder(str(said["computer"]), since.astimezone())
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return None


def _in_use(holder: Holder | None) -> StoreInUseError:
    remedy = _("Use the other window, or close it and try again.")
    if holder is None:
        return StoreInUseError(_("These audits are already open in another window."), remedy)
    if holder.computer == platform.node():
        words = _("These audits are already open in another window, since {when}.")
        return StoreInUseError(words.format(when=_when(holder.since)), remedy)
    words = _("These audits are already open on another computer, {computer}, since {when}.")
    return StoreInUseError(
        words.format(computer=holder.computer, when=_when(holder.since)),
        _("Close them there first. Two computers must never have them open at once."),
    )


def _when(since: dt.datetime) -> str:
    """Return a time of today, or of another day with that day."""
    if since.date() == dt.datetime.now(since.tzinfo).date():
        return f"{since:%H:%M}"
    words = _("{time} on {day}")
    return words.format(time=f"{since:%H:%M}", day=day_words(since.date()))


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":  # Windows has no flock
        import msvcrt  # noqa: PLC0415 - the module exists on Windows only

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, _LOCKED)
    else:
        import fcntl  # noqa: PLC0415 - the module does not exist on Windows

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(descriptor: int) -> None:
    """Give back at once what Windows gives back some time after the file was closed (LockFile)."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - see above

        os.lseek(descriptor, 0, os.SEEK_SET)  # it locks and unlocks from where the file stands
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, _LOCKED)
