# SPDX-License-Identifier: MPL-2.0
"""Read what a checklist says of itself before its questions, without pydantic and its models."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from auditapp.checklist.faults import LineMap
from auditapp.checklist.file_bytes import invalid
from auditapp.checklist.trust.verdict import Verdict
from auditapp.checklist.versions import VERSION
from auditapp.checklist.yaml_reader import read
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId

FORMAT = "checklist/1"


@dataclass(frozen=True, slots=True)
class ChecklistHeader:
    """Say what a checklist is and where it comes from, without its questions."""

    id: ChecklistId
    version: str
    status: str
    title: str
    purpose: str
    path: Path
    sha256: str
    verdict: Verdict


@lru_cache(maxsize=256)  # unlocking again reads the files again, and nearly always finds the same
def read_header(data: bytes, path: Path, sha256: str, verdict: Verdict) -> ChecklistHeader | None:
    """Return the header in the bytes of a file; None when the file is something else.

    Raises:
        ChecklistInvalidError: It is meant to be a checklist and has no readable header.
    """
    plain, lines = read(data, path.name, stop_before="sections")
    keys = ("id", "version", "status", "title", "purpose")
    if isinstance(plain, dict) and not plain.keys() >= {"schema", *keys}:
        plain, lines = read(data, path.name)
    form = plain.get("schema") if isinstance(plain, dict) else None
    if isinstance(form, str) and not form.startswith("checklist/"):
        return None
    if not isinstance(plain, dict) or form != FORMAT:
        raise invalid(
            path,
            _("This file is not in the format {format}.").format(format=FORMAT),
            _("Begin the file with schema: {format}, or update this program.").format(
                format=FORMAT
            ),
            lines.place(("schema",)),
        )
    version = _text(plain, "version", path, lines)
    if not re.match(VERSION, version):
        raise invalid(
            path,
            _("'version' cannot be '{version}'.").format(version=version[:40]),
            _('Write numbers with dots, in quotes, as in "1.0".'),
            lines.place(("version",)),
        )
    checklist_id = ChecklistId(_text(plain, "id", path, lines))
    status, title, purpose = (_text(plain, key, path, lines) for key in keys[2:])
    return ChecklistHeader(checklist_id, version, status, title, purpose, path, sha256, verdict)


def _text(plain: Mapping[str, object], key: str, path: Path, lines: LineMap) -> str:
    value = plain.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise invalid(
        path,
        _("'{key}' is missing, or is not text.").format(key=key),
        _("Write it at the top of the file, in quotes if it is a number."),
        lines.place((key,)),
    )
