# SPDX-License-Identifier: MPL-2.0
"""Load a checklist from bytes: read, model, check; all faults at once, each with its place."""

from collections.abc import Iterable

from pydantic import ValidationError

from auditapp.checklist.beside import NOTHING, Beside
from auditapp.checklist.checks import static_faults
from auditapp.checklist.faults import MOST_FAULTS, Fault, LineMap, PathFault
from auditapp.checklist.model_faults import model_faults
from auditapp.checklist.models import Checklist
from auditapp.checklist.yaml_reader import read
from auditapp.errors import ChecklistInvalidError
from auditapp.i18n import _, ngettext


def parse_checklist(data: bytes, name: str) -> tuple[Checklist, LineMap]:
    """Return the checklist in a file's bytes, unchecked beyond its fields, and its line map.

    Raises:
        ChecklistInvalidError: the bytes are no checklist; ``faults`` lists why.
    """
    plain, lines = read(data, name)
    try:
        return Checklist.model_validate(plain), lines
    except ValidationError as error:
        raise _invalid(model_faults(Checklist, error, plain), name, lines) from None


def checked_checklist(data: bytes, name: str, beside: Beside = NOTHING) -> Checklist:
    """Return the checklist in a file's bytes, fully checked.

    Args:
        data: the bytes of the file.
        name: the file's name, for the faults.
        beside: what the checklist may name.

    Raises:
        ChecklistInvalidError: the file has faults; ``faults`` lists them in order.
    """
    checklist, lines = parse_checklist(data, name)
    if faults := static_faults(checklist, beside):
        raise _invalid(faults, name, lines)
    return checklist


def _invalid(found: Iterable[PathFault], name: str, lines: LineMap) -> ChecklistInvalidError:
    faults: tuple[Fault, ...] = tuple(sorted(fault.in_file(name, lines) for fault in found))
    message = ngettext("{file} has {n} fault.", "{file} has {n} faults.", len(faults))
    if len(faults) == MOST_FAULTS:
        message = _("{file} has {n} faults or more.")
    return ChecklistInvalidError(
        message.format(file=name, n=len(faults)),
        faults,
        _("Correct the places listed, or ask whoever publishes the checklist."),
    )
