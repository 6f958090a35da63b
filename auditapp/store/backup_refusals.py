# SPDX-License-Identifier: MPL-2.0
"""Word the errors of backups: what is wrong, and what the person at the screen can do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditapp.errors import BackupDamagedError, BackupFailedError, SaveFailedError, reason_of
from auditapp.i18n import _
from auditapp.store.refusals import FULL_DISK

_MEGABYTE = 1_000_000


def megabytes(size: int) -> int:
    """Return a size in bytes in whole megabytes, rounded up."""
    return -(-size // _MEGABYTE)


@contextmanager
def writing_backup(path: Path) -> Iterator[None]:
    """Turn an ``OSError`` inside the block into a `BackupFailedError`."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL_DISK:
            raise disk_full() from error
        raise BackupFailedError(
            _("The backup could not be written as {name}: {reason}.").format(
                name=path.name, reason=reason_of(error)
            ),
            _("Choose another folder or another disk. Your audits have not been touched."),
        ) from error


def disk_full() -> BackupFailedError:
    """Return the error for a disk that has no room for the backup."""
    return BackupFailedError(
        _(
            "The disk is full, or cannot hold a file as large as this backup. "
            "No part of it was left there."
        ),
        _("Free some space there, or choose another disk. Your audits have not been touched."),
    )


def no_room_for_backup(needed: int, free: int) -> BackupFailedError:
    """Return the error for a disk on which the backup would not fit; sizes in bytes."""
    return BackupFailedError(
        _(
            "There is not enough room for the backup: {needed} MB are needed, {free} are free."
        ).format(needed=megabytes(needed), free=free // _MEGABYTE),
        _("Free some space there, or choose another disk. Your audits have not been touched."),
    )


def no_room_to_restore(needed: int, free: int) -> SaveFailedError:
    """Return the error for a disk on which the restored audits would not fit; sizes in bytes."""
    return SaveFailedError(
        _("There is not enough room to restore: {needed} MB are needed, {free} are free.").format(
            needed=megabytes(needed), free=free // _MEGABYTE
        ),
        _("Free some space on this computer, then try again. Nothing has been changed."),
    )


def not_read_back() -> BackupFailedError:
    """Return the error for a backup that does not read as it was written."""
    return BackupFailedError(
        _("The backup was written, but what was read back is not what was written."),
        _("That disk may be failing. Use another one. Your audits have not been touched."),
    )


def unreadable(path: Path, reason: str) -> BackupDamagedError:
    """Return the error for a file that the system does not read."""
    return BackupDamagedError(
        _("{name} cannot be read: {reason}.").format(name=path.name, reason=reason),
        _("Check that the disk with the backup is there, then try again."),
    )


def no_backup(path: Path) -> BackupDamagedError:
    """Return the error for a file that is no backup, or too damaged to tell."""
    return BackupDamagedError(
        _("{name} is no backup of Case File Audit, or it is damaged.").format(name=path.name),
        _("Choose another file. If it was copied, copy it once more from where it was made."),
    )


def audit_damaged_in_backup() -> BackupDamagedError:
    """Return the error for an audit that is not in a backup as it was written."""
    return BackupDamagedError(
        _("The backup is damaged where it holds this audit."),
        _("Choose an earlier backup. Nothing has been changed."),
    )
