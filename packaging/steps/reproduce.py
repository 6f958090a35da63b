# SPDX-License-Identifier: MPL-2.0
"""Prove that the same sources give the same bytes: build twice, in two places, and compare."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from steps.archive import digest
from steps.build import Build
from steps.tools import BuildError

_MOST_TOLD = 20


def reproduce(build: Build, make: Callable[[Build], None]) -> None:
    """Run ``make`` in two folders with names of different lengths, and compare all that it made.

    Raises:
        BuildError: Something differs; it is named.
    """
    places = [build.out / name for name in ("first", "second-and-elsewhere")]
    made = []
    for place in places:
        shutil.rmtree(place, ignore_errors=True)
        twin = replace(build, out=place)
        make(twin)
        made.append(prints(twin.folder) | prints(twin.dist))
    different = differences(*made)
    if different:
        raise BuildError("These came out otherwise:\n" + "\n".join(different[:_MOST_TOLD]))
    print(f"{len(made[0])} files came out the same twice, the packages among them")
    for place in places:
        shutil.rmtree(place)


def prints(folder: Path) -> dict[str, str]:
    """Return for each file below ``folder`` its sum, date and rights; for a link where it leads."""
    return {
        f"{folder.name}/{path.relative_to(folder)}": _print_of(path) for path in folder.rglob("*")
    }


def differences(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """Return the names of what is not the same in both, in order."""
    return sorted(name for name in first.keys() | second if first.get(name) != second.get(name))


def _print_of(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    state = path.stat()
    # Packages are written when they are written; what is in them is dated.
    dated = state.st_mtime_ns if path.parent.name != "dist" else 0
    return f"{digest(path) if path.is_file() else 'folder'} {state.st_mode:o} {dated}"
