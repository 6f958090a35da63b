# SPDX-License-Identifier: MPL-2.0
"""Load a checklist from bytes: read, model, check; all faults at once, each with its place."""

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from auditapp import __version__
from auditapp.checklist.beside import NOTHING, Beside
from auditapp.checklist.checks import static_faults, too_old_for
from auditapp.checklist.faults import MOST_FAULTS, Fault, LineMap, PathFault
from auditapp.checklist.headers import FORMAT
from auditapp.checklist.model_faults import model_faults
from auditapp.checklist.models import Checklist
from auditapp.checklist.versions import VERSION
from auditapp.checklist.yaml_reader import read
from auditapp.errors import ChecklistInvalidError
from auditapp.i18n import _, ngettext

_FORMAT = r"checklist/([0-9]{1,9})"


def parse_checklist(data: bytes, name: str) -> tuple[Checklist, LineMap]:
    """Return the checklist in a file's bytes, unchecked beyond its fields, and its line map.

    Raises:
        ChecklistInvalidError: the bytes are no checklist; ``faults`` lists why.
    """
    plain, lines = read(data, name)
    return _modelled(plain, name, lines), lines


def _modelled(plain: object, name: str, lines: LineMap) -> Checklist:
    try:
        return Checklist.model_validate(plain)
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
    return checked_with_lines(data, name, beside)[0]


def checked_with_lines(
    data: bytes, name: str, beside: Beside = NOTHING
) -> tuple[Checklist, LineMap]:
    """Return the checklist as `checked_checklist` does, and the line map of its file.

    Raises:
        ChecklistInvalidError: the file has faults, or is for a newer version of this program.
    """
    plain, lines = read(data, name)
    if newer := list(_newer(plain)):
        # Whatever else looks wrong may be right for that program.
        raise _invalid(newer, name, lines)
    checklist = _modelled(plain, name, lines)
    if faults := static_faults(checklist, beside):
        raise _invalid(faults, name, lines)
    return checklist, lines


def in_file(found: Iterable[PathFault], name: str, lines: LineMap) -> tuple[Fault, ...]:
    """Return faults with their places in the file ``name``, in the order of the file."""
    return tuple(sorted(fault.in_file(name, lines) for fault in found))


def _newer(plain: object) -> Iterator[PathFault]:
    """Yield that a file asks for a newer version of this program, if it does."""
    head = plain if isinstance(plain, dict) else {}
    form, needed = head.get("schema"), head.get("min_app")
    if isinstance(form, str) and (found := re.fullmatch(_FORMAT, form)) and int(found[1]) > 1:
        yield PathFault(
            ("schema",),
            _("This checklist is in the format {newer}; this program knows {format}.").format(
                newer=form, format=FORMAT
            ),
            _("Update the program; this is version {version}.").format(version=__version__),
        )
    if isinstance(needed, str) and re.fullmatch(VERSION, needed):
        yield from too_old_for(needed)


def _invalid(found: Iterable[PathFault], name: str, lines: LineMap) -> ChecklistInvalidError:
    faults = in_file(found, name, lines)
    message = ngettext("{file} has {n} fault.", "{file} has {n} faults.", len(faults))
    if len(faults) == MOST_FAULTS:
        message = _("{file} has {n} faults or more.")
    return ChecklistInvalidError(
        message.format(file=name, n=len(faults)),
        faults,
        _("Correct the places listed, or ask whoever publishes the checklist."),
    )
