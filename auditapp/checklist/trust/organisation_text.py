# SPDX-License-Identifier: MPL-2.0
"""Put a new key into the file of an organisation, and leave all that stands there as it is.

What is written is read again: only a file that says exactly what it should is handed back.
"""

import json
from codecs import BOM_UTF8

from auditapp.checklist.faults import LineMap
from auditapp.checklist.trust.organisation import TrustedPublisher, read_organisation
from auditapp.checklist.trust.rollover import Rollover
from auditapp.checklist.yaml_reader import read
from auditapp.checklist.yaml_writer import flow
from auditapp.errors import OrganisationFileError, SignatureError
from auditapp.i18n import _


def publisher_lines(publisher: TrustedPublisher, indent: str = "  ") -> list[str]:
    """Return the lines of YAML that pin a publisher, as an item of ``publishers``."""
    plain = publisher.model_dump(mode="json", exclude_none=True)
    first, *others = (f"{key}: {flow(value)}" for key, value in plain.items())
    return [f"{indent}- {first}", *(f"{indent}  {line}" for line in others)]


def with_new_key(data: bytes, name: str, rollover: Rollover) -> bytes:
    """Return the bytes of the file of an organisation with the new key after the old one.

    Args:
        data: The bytes of the file, YAML with its comments or JSON.
        name: The name of the file, for the faults.
        rollover: What is to be added.

    Raises:
        OrganisationFileError: The file has faults.
        SignatureError: It is written in a way in which nothing can be put between its lines.
    """
    organisation = read_organisation(data, name)
    position = organisation.publishers.index(rollover.old)
    written = _json_with(data, rollover, position) or _yaml_with(data, name, rollover, position)
    try:
        is_right = read_organisation(written, name) == rollover.applied_to(organisation)
    except OrganisationFileError:
        is_right = False
    if is_right:
        return written
    raise SignatureError(
        _("The file is written in a way in which the new key cannot be put in place."),
        _("Give the command without -o, and copy what it prints into the file by hand."),
    )


def _json_with(data: bytes, rollover: Rollover, position: int) -> bytes | None:
    """Return a JSON file with the new key; None when it is YAML."""
    try:
        plain = json.loads(data)
    except ValueError:
        return None
    entry = rollover.new.model_dump(mode="json", exclude_none=True)
    plain["publishers"].insert(position + 1, entry)
    return f"{json.dumps(plain, indent=2, ensure_ascii=False)}\n".encode()


def _yaml_with(data: bytes, name: str, rollover: Rollover, position: int) -> bytes:
    """Return a YAML file with lines put in after the last one of the old key."""
    _plain, places = read(data, name)
    text = data.removeprefix(BOM_UTF8).decode()
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if "\r\n" in text else "\n"
    first, last = _extent(places, position)
    indent = lines[first - 1].partition("-")[0]
    lines[last - 1] = lines[last - 1].rstrip("\r\n") + line_end
    lines[last:last] = [f"{line}{line_end}" for line in publisher_lines(rollover.new, indent)]
    return "".join(lines).encode()


def _extent(places: LineMap, position: int) -> tuple[int, int]:
    """Return the first and the last line of a publisher, counted from 1."""
    start = ("publishers", position)
    lines = [line for path, (line, _column) in places.places.items() if path[:2] == start]
    return min(lines), max(lines)
