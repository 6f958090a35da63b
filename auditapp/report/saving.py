# SPDX-License-Identifier: MPL-2.0
"""Put a finished report in its place on disk."""

from pathlib import Path

from auditapp.errors import ReportError
from auditapp.files import write_atomically
from auditapp.unsaved import why_unsaved


def save_report(contents: bytes, path: Path) -> None:
    """Write ``contents`` to the file ``path``, whole or not at all.

    Raises:
        ReportError: the file cannot be written; whatever was at ``path`` is still there.
    """
    try:
        write_atomically(path, contents)
    except OSError as error:
        raise ReportError(*why_unsaved(path.name, error)) from error
