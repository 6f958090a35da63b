# SPDX-License-Identifier: MPL-2.0
"""Say why a file that somebody asked for could not be saved."""

from pathlib import Path

from auditapp.i18n import _


def why_unsaved(file: Path | str, error: OSError) -> tuple[str, str]:
    """Return what went wrong with ``file``, as it is to be named, and what to do about it."""
    return (
        _("{name} could not be saved: {reason}.").format(
            name=file, reason=error.strerror or type(error).__name__
        ),
        _(
            "Choose another folder, or free some space on the disk, and try again. "
            "If the file is open in another program, close it there first."
        ),
    )
