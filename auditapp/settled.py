# SPDX-License-Identifier: MPL-2.0
"""Read what the organisation has settled for everybody on this computer, and let it hold.

Who made the file, and what may stand in it: ``auditapp.checklist.trust.organisation``. A file with
faults settles nothing; that it has them is told where checklists are.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from auditapp import settings as settings_file
from auditapp.errors import OrganisationFileError
from auditapp.paths import AppPaths
from auditapp.settings import Settings

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def settled_values(organisation: Path | None) -> Mapping[str, Any]:
    """Return the settings that are settled, by name; nothing where there is no sound file."""
    return _read(organisation)[0]


def settled_layout(organisation: Path | None) -> Path | None:
    """Return where the layout lies that all reports are to have; None where none is settled."""
    return _read(organisation)[1]


def in_force(paths: AppPaths) -> Settings:
    """Return the settings of this person, under what the organisation has settled.

    Raises:
        SettingsDamagedError: The person's own cannot be read.
    """
    return under(settings_file.load(paths.settings), paths.organisation)


def under(settings: Settings, organisation: Path | None) -> Settings:
    """Return settings with what is settled in their place."""
    return settings.under(settled_values(organisation))


def _read(organisation: Path | None) -> tuple[Mapping[str, Any], Path | None]:
    if organisation is None:
        return _NOTHING, None
    try:
        found = organisation.stat()
    except OSError:
        return _NOTHING, None
    try:
        return _read_once(organisation, found.st_mtime_ns, found.st_size)
    except OrganisationFileError:  # it cannot be opened now; it can the next time, perhaps
        return _NOTHING, None


@lru_cache(maxsize=4)
def _read_once(path: Path, _when: int, _size: int) -> tuple[Mapping[str, Any], Path | None]:
    """Read the file; it is asked for with each report, and seldom changes.

    Raises:
        OrganisationFileError: The system does not open it; that is not remembered.
    """
    # The window is painted before pydantic is there.
    from auditapp.checklist.trust.organisation import load_organisation  # noqa: PLC0415

    try:
        organisation = load_organisation(path)
    except OrganisationFileError as error:
        if isinstance(error.__cause__, OSError):
            raise
        return _NOTHING, None
    layout = path.parent / organisation.layout if organisation.layout else None
    return MappingProxyType(organisation.settings.values), layout
