# SPDX-License-Identifier: MPL-2.0
"""Put a finished report in its place on disk."""

from pathlib import Path

from auditapp.errors import ReportError
from auditapp.files import write_atomically
from auditapp.i18n import _


def save_report(contents: bytes, path: Path) -> None:
    """Write ``contents`` to the file ``path``, whole or not at all.

    Raises:
        ReportError: the file cannot be written; whatever was at ``path`` is still there.
    """
    try:
        write_atomically(path, contents)
    except OSError as error:
        raise ReportError(
            _("{name} could not be saved: {reason}.").format(
                name=path.name, reason=error.strerror or type(error).__name__
            ),
            _(
                "Choose another folder, or free some space on the disk, and try again. "
                "If the file is open in another program, close it there first."
            ),
        ) from error
