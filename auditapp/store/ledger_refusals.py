# SPDX-License-Identifier: MPL-2.0
"""Word the errors of ledgers: what is wrong, and what the person at the screen can do."""

from auditapp.errors import LedgerChangedOnDiskError, LedgerDamagedError
from auditapp.i18n import _


def damaged() -> LedgerDamagedError:
    """Return the error for a ledger of which no good copy is left."""
    return LedgerDamagedError(
        _("A file of a round or of the registers is damaged, and so is the copy saved before it."),
        _("Restore the newest backup. The damaged file has been kept, and no audit is affected."),
    )


def missing() -> LedgerDamagedError:
    """Return the error for a ledger whose file is not there."""
    return LedgerDamagedError(
        _("A file of a round or of the registers is missing."),
        _("Find out who removed it, or restore the newest backup. No audit is affected."),
    )


def unreadable() -> LedgerDamagedError:
    """Return the error for a ledger that the system does not let us read."""
    return LedgerDamagedError(
        _("This computer does not allow reading a file of a round or of the registers."),
        _("Ask whoever looks after this computer for permission to read it, then try again."),
    )


def rolled_back() -> LedgerDamagedError:
    """Return the error for a ledger that was replaced by an older copy of itself."""
    return LedgerDamagedError(
        _("A file of a round or of the registers is older than when it was last saved here."),
        _("Someone may have copied an old file over it. Restore the newest backup."),
    )


def changed_on_disk() -> LedgerChangedOnDiskError:
    """Return the error for a ledger that something else has saved meanwhile."""
    return LedgerChangedOnDiskError(
        _("Something else changed this file of a round or of the registers meanwhile."),
        _("Copy what you have just typed, look at what is there now, then try again."),
    )
