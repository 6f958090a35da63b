# SPDX-License-Identifier: MPL-2.0
"""Read a layout from the bytes of its file and of the logo beside it; name every fault."""

import json
from collections.abc import Callable
from typing import Final

from pydantic import ValidationError

from auditapp.checklist.faults import Fault, LineMap, PathFault
from auditapp.checklist.file_kinds import LAYOUT
from auditapp.checklist.model_faults import model_faults
from auditapp.checklist.yaml_reader import read
from auditapp.errors import ChecklistInvalidError, LayoutInvalidError
from auditapp.i18n import _, ngettext
from auditapp.report.blocks import Picture
from auditapp.report.layouts.layout import FORMAT, Layout, LayoutFile
from auditapp.report.layouts.logo import LogoError, read_logo

MOST_BYTES: Final = 100_000

ReadLogo = Callable[[str], bytes]
"""Returns the bytes of a file beside the layout, by its name; raises OSError."""


def parse_layout(data: bytes, name: str, read_beside: ReadLogo) -> Layout:
    """Return the layout in the bytes of the file ``name``.

    Args:
        data: the bytes of the file.
        name: the file's name, for the faults.
        read_beside: hands out the file of the logo, if the layout names one.

    Raises:
        LayoutInvalidError: the file or the logo has faults; ``faults`` lists them in order.
    """
    try:
        plain, lines = _read(data, name)
    except ChecklistInvalidError as error:
        raise LayoutInvalidError(str(error), error.faults, error.remedy) from None
    if not isinstance(plain, dict) or plain.get("schema") != FORMAT:
        words = _("This file is not in the format {format}.").format(format=FORMAT)
        remedy = _("Begin the file with schema: {format}, or update this program.")
        fault = PathFault(("schema",), words, remedy.format(format=FORMAT))
        raise _invalid([fault], name, lines)
    try:
        file = LayoutFile.model_validate(plain)
    except ValidationError as error:
        raise _invalid(model_faults(LayoutFile, error, plain), name, lines) from None
    try:
        return Layout(file, _logo(file, read_beside))
    except LogoError as error:
        fault = PathFault(("logo", "file"), str(error), error.remedy)
        raise _invalid([fault], name, lines) from error


def schema_text() -> str:
    """Return the JSON Schema of layouts, the text of ``checklists/layout.schema.json``."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= LayoutFile.model_json_schema()
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _read(data: bytes, name: str) -> tuple[object, LineMap]:
    if len(data) > MOST_BYTES:
        message = _("The file is larger than {size} KB.").format(size=MOST_BYTES // 1000)
        remedy = _("A layout is a short text. Choose another file.")
        fault = Fault(name, 1, 1, message, remedy)
        raise ChecklistInvalidError(_("{file} cannot be read.").format(file=name), (fault,), remedy)
    return read(data, name, purpose=LAYOUT)


def _logo(file: LayoutFile, read_beside: ReadLogo) -> Picture | None:
    """Return the logo as it is printed.

    Raises:
        LogoError: It is not there, or cannot be used.
    """
    if file.logo is None:
        return None
    try:
        data = read_beside(file.logo.file)
    except OSError as error:
        raise LogoError(
            _("The logo {file} cannot be opened.").format(file=file.logo.file),
            _("Put it into the folder of the layout."),
        ) from error
    return read_logo(data, file.logo.words)


def _invalid(found: list[PathFault], name: str, lines: LineMap) -> LayoutInvalidError:
    faults = tuple(sorted(fault.in_file(name, lines) for fault in found))
    message = ngettext("{file} has {n} fault.", "{file} has {n} faults.", len(faults))
    return LayoutInvalidError(
        message.format(file=name, n=len(faults)),
        faults,
        _("Correct the places listed, or use the layout that came with the program."),
    )
