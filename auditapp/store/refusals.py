# SPDX-License-Identifier: MPL-2.0
"""Word the errors of the store: what is wrong, and what the person at the screen can do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from auditapp.errors import (
    AuditChangedOnDiskError,
    AuditDamagedError,
    AuditLockedError,
    AuditNotFoundError,
    AuditRolledBackError,
    RecoveryKeyMistypedError,
    SaveFailedError,
    SchemaTooNewError,
    StoreDamagedError,
    StoreExistsError,
    StoreMissingError,
    WrongPassphraseError,
)
from auditapp.i18n import _

# EFBIG: a limit on the size of files, met where a quota is set for a process.
FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})


def save_failed(error: OSError) -> SaveFailedError:
    """Return the error for a save that the system refused."""
    if error.errno in FULL_DISK:
        return SaveFailedError(
            _("The disk is full."),
            _("Free some space, then try again. Nothing already saved is lost."),
        )
    if error.errno in _NO_PERMISSION:
        return SaveFailedError(
            _("This computer does not allow saving in the folder of the audits."),
            _(
                "Ask whoever looks after this computer for permission to write there, then try "
                "again. Nothing already saved is lost."
            ),
        )
    if error.errno in _GONE:
        return SaveFailedError(
            _("The folder where the audits are kept cannot be found any more."),
            _(
                "If it is on a drive that was unplugged or lost its connection, bring that back, "
                "then try again. Nothing already saved is lost."
            ),
        )
    return SaveFailedError(
        _("The disk reported an error while saving."),
        _(
            "Try again. If it fails again, make a backup on another disk: this one may be "
            "failing. Nothing already saved is lost."
        ),
    )


@contextmanager
def saving() -> Iterator[None]:
    """Turn an ``OSError`` inside the block into a `SaveFailedError`."""
    try:
        yield
    except OSError as error:
        raise save_failed(error) from error


def too_new() -> SchemaTooNewError:
    """Return the error for a file that a newer version of this program wrote."""
    return SchemaTooNewError(
        _("This was saved by a newer version of Case File Audit."),
        _("Install the newest version, then open it again. Nothing has been changed."),
    )


def store_exists() -> StoreExistsError:
    """Return the error for making a workspace where there is one."""
    return StoreExistsError(
        _("There are audits in this folder already."),
        _("Open them with their passphrase, or choose an empty folder."),
    )


def store_missing() -> StoreMissingError:
    """Return the error for opening a folder that holds no workspace."""
    return StoreMissingError(
        _("There are no audits in this folder."),
        _("Choose another folder, or set up Case File Audit in this one."),
    )


def store_damaged() -> StoreDamagedError:
    """Return the error for a key file that is damaged, with no good copy."""
    return StoreDamagedError(
        _("The file that holds the keys of the audits is damaged, and so is its copy."),
        _("Restore the newest backup. The audits themselves have not been changed."),
    )


def wrong_passphrase() -> WrongPassphraseError:
    """Return the error for a secret that opens nothing here."""
    return WrongPassphraseError(
        _("This is not the passphrase or the recovery key of these audits."),
        _("Check the Caps Lock key and type it again, or use the printed recovery key."),
    )


def not_the_passphrase() -> WrongPassphraseError:
    """Return the error for a secret where only the passphrase will do."""
    return WrongPassphraseError(
        _("This is not the passphrase of these audits."),
        _("Check the Caps Lock key and type it again. The recovery key cannot stand in here."),
    )


def mistyped_recovery_key() -> RecoveryKeyMistypedError:
    """Return the error for a recovery key with a typing mistake."""
    return RecoveryKeyMistypedError(
        _("There is a typing mistake in the recovery key."),
        _("Compare it with the printed one, four letters at a time, and type it again."),
    )


def audit_exists() -> StoreExistsError:
    """Return the error for creating an audit that is in the workspace already."""
    return StoreExistsError(
        _("This audit is already here."),
        _("Remove the one that is here first, if the other one is to take its place."),
    )


def audit_not_found() -> AuditNotFoundError:
    """Return the error for an audit that is not in the workspace."""
    return AuditNotFoundError(
        _("This audit is not here."),
        _("It may have been removed. If it should be here, restore it from a backup."),
    )


def audit_damaged() -> AuditDamagedError:
    """Return the error for an audit of which no good copy is left."""
    return AuditDamagedError(
        _("The file of this audit is damaged, and so is the copy saved before it."),
        _("Restore this audit from a backup. The damaged file has been kept."),
    )


def audit_unreadable() -> AuditDamagedError:
    """Return the error for an audit that the system does not let us read."""
    return AuditDamagedError(
        _("This computer does not allow reading the file of this audit."),
        _("Ask whoever looks after this computer for permission to read it, then try again."),
    )


def audit_rolled_back() -> AuditRolledBackError:
    """Return the error for an audit that was replaced by an older copy of itself."""
    return AuditRolledBackError(
        _("The file of this audit is older than it was when this audit was last saved here."),
        _("Someone may have copied an old file over it. Restore this audit from a backup."),
    )


def audit_changed_on_disk() -> AuditChangedOnDiskError:
    """Return the error for an audit that something else has saved meanwhile."""
    return AuditChangedOnDiskError(
        _("Something else changed the file of this audit while it was open."),
        _("Copy what you have just typed, close the audit and open it again."),
    )


def audit_locked() -> AuditLockedError:
    """Return the error for a change to an audit that has been signed off."""
    return AuditLockedError(
        _("This audit has been signed off and cannot be changed."),
        _("It can be read, and its report can be printed. To put something right, amend it."),
    )


def backup_needed() -> SaveFailedError:
    """Return the error for changing an audit of an older form before there is a backup of it."""
    return SaveFailedError(
        _("This audit was written by an earlier version, and no backup could be made of it yet."),
        _("Make a backup now, on another disk if this one is full. Then it can be changed."),
    )
