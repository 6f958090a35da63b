# SPDX-License-Identifier: MPL-2.0
"""Read the bytes of a file that is meant to be a checklist, or refuse the file as a whole."""

from pathlib import Path

from auditapp.checklist.faults import Fault
from auditapp.checklist.yaml_reader import MAX_BYTES
from auditapp.errors import ChecklistInvalidError
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
        raise invalid(
            path,
            _("This file cannot be opened: {reason}.").format(reason=error.strerror),
            _("Ask whoever looks after this computer for the right to read it."),
        ) from error


def invalid(
    path: Path, message: str, remedy: str, place: tuple[int, int] = (1, 1)
) -> ChecklistInvalidError:
    """Make the error that refuses a whole file, with its one fault."""
    fault = Fault(path.name, *place, message, remedy)
    return ChecklistInvalidError(
        _("{file} cannot be read.").format(file=path.name), (fault,), remedy
    )
