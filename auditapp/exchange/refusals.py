# SPDX-License-Identifier: MPL-2.0
"""Word the errors of packages: what is wrong, and what the person at the screen can do."""

from pathlib import Path

from auditapp.errors import NotAllowedError, PackageError, WrongCodeError
from auditapp.i18n import _


def no_package() -> PackageError:
    """Return the error for a file that is something else."""
    return PackageError(
        _("This file is no package of Case File Audit."),
        _("Choose the file that you were sent. Its name ends in .cfaudit."),
    )


def package_damaged() -> PackageError:
    """Return the error for a package that is not, byte for byte, what was written."""
    return PackageError(
        _("This package is damaged: it is not what was saved."),
        _("Copy it once more, or ask for it to be sent again. Nothing was brought in."),
    )


def package_too_large() -> PackageError:
    """Return the error for a file, or contents, that no package has."""
    return PackageError(
        _("This package is far larger than any that this program makes."),
        _("Ask whoever sent it to save it again, with fewer audits."),
    )


def code_mistyped() -> WrongCodeError:
    """Return the error for a text that is no code at all."""
    return WrongCodeError(
        _("This cannot be the code: a letter is missing or wrong."),
        _("It has five groups of four letters and digits. Have it read out once more."),
    )


def wrong_code() -> WrongCodeError:
    """Return the error for the code of another package."""
    return WrongCodeError(
        _("This is not the code of this package."),
        _("Each package has a code of its own. Ask whoever sent it for the code of this file."),
    )


def own_package() -> NotAllowedError:
    """Return the error for a blind copy that would come back to whoever graded first."""
    return NotAllowedError(
        _("This package was made here, for somebody else to grade."),
        _("Send it to the second reader. Nobody moderates their own audits."),
    )


def cannot_write(path: Path, reason: str) -> PackageError:
    """Return the error for a package that could not be written."""
    return PackageError(
        _("The package could not be written as {name}: {reason}.").format(
            name=path.name, reason=reason
        ),
        _("Choose another folder or another disk. Your audits have not been touched."),
    )


def cannot_read(path: Path, reason: str) -> PackageError:
    """Return the error for a file that the system does not read."""
    return PackageError(
        _("{name} cannot be read: {reason}.").format(name=path.name, reason=reason),
        _("See that it is there and that you may open it."),
    )


def not_sendable(reference: str, reason: str) -> NotAllowedError:
    """Return the error for an audit that may not go out in this way."""
    return NotAllowedError(
        _("{reference} cannot go into this package.").format(reference=reference), reason
    )
