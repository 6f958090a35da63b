# SPDX-License-Identifier: MPL-2.0
"""Say why a file or folder that somebody asked for could not be saved or made."""

from pathlib import Path

from auditapp.errors import reason_of
from auditapp.i18n import _


def why_unsaved(file: Path | str, error: OSError) -> tuple[str, str]:
    """Return what went wrong with ``file``, as it is to be named, and what to do about it."""
    return (
        _("{name} could not be saved: {reason}.").format(name=file, reason=reason_of(error)),
        _(
            "Choose another folder, or free some space on the disk, and try again. "
            "If the file is open in another program, close it there first."
        ),
    )


def why_unmade(folder: Path, error: OSError) -> str:
    """Return what to say of a folder that could not be made."""
    return _("The folder {folder} cannot be made: {reason}.").format(
        folder=folder, reason=reason_of(error)
    )
