# SPDX-License-Identifier: MPL-2.0
"""List the checklists from the command line: where they come from, and which are in use."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.commands.conventions import DONE, FAULTS, Say
from auditapp.errors import OrganisationFileError
from auditapp.i18n import _
from auditapp.paths import AppPaths
from auditapp.settled import settled_values

if TYPE_CHECKING:
    from auditapp.checklist.headers import ChecklistHeader
    from auditapp.checklist.library import Library
    from auditapp.checklist.shelf import ShelfEntry


def list_checklists(library: "Library", paths: AppPaths, say: Say, *, as_json: bool) -> int:
    """Say which checklists there are, a line each; as one JSON text when asked.

    So is what the organisation settles in vain: its file says whose checklists are trusted, too.

    Returns:
        0 when done, 1 when one of them has faults or may not be used.

    Raises:
        OrganisationFileError: They are listed, but the file of the organisation has faults.
    """
    from auditapp.standards import settled_in_vain  # noqa: PLC0415 - loads pydantic

    wrong = _what_is_wrong_with(paths.organisation)
    remarks = [*settled_in_vain(paths.checklists, settled_values(paths.organisation))]
    faults = [str(fault) for broken in library.broken() for fault in broken.faults]
    faults += library.problems()
    in_use = {header.sha256: header for header in library.in_use()}
    withdrawn = [entry for entry in library.shelved() if entry.record.withdrawn is not None]
    if as_json:
        rows = [_row(header, is_in_use=header.sha256 in in_use) for header in library.headers()]
        faults += map(str, wrong.faults if wrong else ())
        held = {"checklists": rows, "withdrawn": [*map(_withdrawn_row, withdrawn)]}
        say(json.dumps({**held, "faults": faults, "remarks": remarks}, indent=2))
        return FAULTS if faults else DONE
    for header in library.headers():
        say(_line(header, in_use.get(header.sha256)))
    for line in [*map(_withdrawn_line, withdrawn), *faults, *remarks]:
        say(line)
    if wrong is not None:
        raise wrong
    return FAULTS if faults else DONE


def _what_is_wrong_with(organisation: Path | None) -> OrganisationFileError | None:
    from auditapp.checklist.trust.organisation import load_organisation  # noqa: PLC0415 - pydantic

    try:
        load_organisation(organisation)
    except OrganisationFileError as error:
        return error
    return None


def _line(header: "ChecklistHeader", in_use: "ChecklistHeader | None") -> str:
    from auditapp.model.labels import where_from  # noqa: PLC0415 - loads pydantic

    verdict = header.verdict
    origin = where_from(verdict.state, verdict.signer, verdict.key_id)
    use = _("in use") if in_use is not None else _("not in use")
    line = f"{header.id} {header.version} ({header.status}) {header.title} [{use}] {origin}."
    return f"{line} {in_use.verdict.warning}".rstrip() if in_use is not None else line


def _row(header: "ChecklistHeader", *, is_in_use: bool) -> dict[str, Any]:
    keys = ("id", "version", "status", "title", "purpose", "sha256")
    verdict = header.verdict
    return {
        **{key: getattr(header, key) for key in keys},
        "in_use": is_in_use,
        "verdict": verdict.state.value,
        "publisher": verdict.signer,
        "key": verdict.key_id,
    }


def _withdrawn_line(entry: "ShelfEntry") -> str:
    row = _withdrawn_row(entry)
    return _("{id} {version}: withdrawn by {by}. {reason}").format(**row)


def _withdrawn_row(entry: "ShelfEntry") -> dict[str, str]:
    withdrawn = entry.record.withdrawn
    return {
        "id": entry.id,
        "version": entry.version,
        "sha256": entry.sha256,
        "by": withdrawn.by if withdrawn else "",
        "reason": withdrawn.reason if withdrawn else "",
    }
