# SPDX-License-Identifier: MPL-2.0
"""Refuse folders for audits that cannot be had, and other files among the audits."""

from pathlib import Path

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.paths import AppPaths
from auditapp.unsaved import why_unmade


class PlaceRefusedError(AuditAppError):
    """Refuse to keep audits where none can be, or unasked where they are not safe."""


def require_possible(folder: Path) -> None:
    """Refuse a folder that cannot be made, before anybody thinks up a passphrase for it.

    Raises:
        PlaceRefusedError: It cannot be made, or is a file.
    """
    remedy = _("Give another folder: --home, before the command.")
    try:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for each in missing:  # until there is a passphrase, nothing is made
            each.rmdir()
    except FileExistsError:
        raise PlaceRefusedError(_("{file} is no folder.").format(file=folder), remedy) from None
    except OSError as error:
        raise PlaceRefusedError(why_unmade(folder, error), remedy) from error


def require_elsewhere(paths: AppPaths, file: Path) -> None:
    """Refuse a file in the folder of the audits, as the workspace does for what it writes.

    Raises:
        UnsafePathError: It is there.
    """
    from auditapp.exports.papers import require_outside_store  # noqa: PLC0415 - loads pydantic

    require_outside_store(paths, file)
