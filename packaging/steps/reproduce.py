# SPDX-License-Identifier: MPL-2.0
"""Prove that the same sources give the same bytes: build once more elsewhere, and compare."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from steps.archive import digest
from steps.build import Build
from steps.tools import BuildError

_MOST_TOLD = 20


def reproduce(build: Build, make: Callable[[Build], None]) -> None:
    """Run ``make`` once more, in a folder with a longer name, and compare all that it made.

    What lies in the folders of ``build`` is made first, if nothing does.

    Raises:
        BuildError: Something differs; it is named.
    """
    if not build.dist.exists():
        make(build)
    place = build.out / "once-more/and-elsewhere"
    shutil.rmtree(place, ignore_errors=True)
    twin = replace(build, out=place)
    make(twin)
    made = prints(build.folder) | prints(build.dist)
    different = differences(made, prints(twin.folder) | prints(twin.dist))
    if different:
        raise BuildError("These came out otherwise:\n" + "\n".join(different[:_MOST_TOLD]))
    print(f"{len(made)} files and folders came out the same twice, the packages among them")
    shutil.rmtree(place.parent)


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
