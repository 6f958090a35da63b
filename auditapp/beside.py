# SPDX-License-Identifier: MPL-2.0
"""Gather what lies beside the store for a backup, and put it there again after a restore.

That is the settings, the layout of reports and the checklists that were loaded. Nothing in them is
about a case, but a computer without them judges by other timescales and has no version of its
council to start on.
"""

import re
from pathlib import Path
from typing import Final

from auditapp.files import free_name, make_private_folder, read_bytes, rename, write_atomically
from auditapp.paths import AppPaths

_SETTINGS: Final = "settings.json"
_LAYOUT: Final = "report-layout.json"
_CHECKLISTS: Final = "checklists"
_ON_SHELF: Final = re.compile(
    r"([0-9a-f]{64}\.(yaml|yaml\.minisig|json))|(use-[a-z0-9][a-z0-9-]{0,63}\.json)"
)
"""The names that ``checklist.shelf`` gives its files; no other file is taken or put there."""


def gather_beside(paths: AppPaths) -> dict[str, bytes]:
    """Return the contents of the settings, the layout and each file of loaded checklists, by name.

    What cannot be read is left out: it must not keep anybody from a backup of their audits.
    """
    found = {_SETTINGS: _read(paths.settings), _LAYOUT: _read(paths.layout)}
    if paths.shelf.is_dir():
        for path in sorted(paths.shelf.iterdir()):
            if _ON_SHELF.fullmatch(path.name):
                found[f"{_CHECKLISTS}/{path.name}"] = _read(path)
    return {name: contents for name, contents in found.items() if contents is not None}


def put_beside(paths: AppPaths, files: dict[str, bytes], *, is_new_here: bool) -> None:
    """Put files back: checklists that are missing; settings on a computer that is new to them.

    Elsewhere the settings stay as they are, because they are those of the person who restores. The
    layout always becomes that of the backup, whose logbook vouches for no other.

    Args:
        paths: Where they belong.
        files: As `gather_beside` returned them.
        is_new_here: There was no workspace before; settings that are there are put by.

    Raises:
        OSError: One could not be written.
    """
    make_private_folder(paths.shelf)
    for name, contents in files.items():
        folder, _slash, file_name = name.rpartition("/")
        path = paths.shelf / file_name
        if folder == _CHECKLISTS and _ON_SHELF.fullmatch(file_name) and not path.exists():
            write_atomically(path, contents)
    _replace(paths.layout, files.get(_LAYOUT))
    settings = files.get(_SETTINGS)
    if settings is not None and is_new_here:
        _replace(paths.settings, settings)


def _replace(path: Path, contents: bytes | None) -> None:
    """Put ``contents``, if any, in the place of a file, which is put by unless it is the same."""
    if _read(path) == contents:
        return
    if path.exists():
        rename(path, free_name(path, "replaced"))
    if contents is not None:
        write_atomically(path, contents)


def _read(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except OSError:
        return None
