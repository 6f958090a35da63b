# SPDX-License-Identifier: MPL-2.0
"""Read the bytes of a file that is meant to be a checklist, or refuse the file as a whole."""

from pathlib import Path

from auditapp.checklist.faults import Fault
from auditapp.checklist.yaml_reader import MAX_BYTES
from auditapp.errors import ChecklistInvalidError, reason_of
from auditapp.i18n import _


def read_file(path: Path) -> bytes:
    """Return a file's bytes, or one byte more than any checklist may have.

    Raises:
        ChecklistInvalidError: It cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise invalid(path, *why_unopened(path, error)) from error


def why_unopened(path: Path, error: OSError) -> tuple[str, str]:
    """Say why a file that somebody named cannot be opened, and what to do."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _("There is no such file."), _("Look at its name and folder.")
    if path.is_dir():
        return _("This is a folder and no file."), _("Look at its name and folder.")
    return (
        _("This file cannot be opened: {reason}.").format(reason=reason_of(error)),
        _("Ask whoever looks after this computer for the right to read it."),
    )


def invalid(
    path: Path, message: str, remedy: str, place: tuple[int, int] = (1, 1)
) -> ChecklistInvalidError:
    """Make the error that refuses a whole file, with its one fault."""
    fault = Fault(path.name, *place, message, remedy)
    return ChecklistInvalidError(
        _("{file} cannot be read.").format(file=path.name), (fault,), remedy
    )
