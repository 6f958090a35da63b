# SPDX-License-Identifier: MPL-2.0
"""Know whose work a built folder holds, for its licences and its bill of materials."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

from steps.build import Build
from steps.tools import BuildError


@dataclass(frozen=True, slots=True, order=True)
class SystemPackage:
    """Name a Debian package of which libraries travel along, with its version and licence file."""

    name: str
    version: str
    copyright_file: Path


def site_packages(build: Build) -> list[Path]:
    """Return the folders of packages in the environment that builds."""
    return [*build.venv.glob("lib/python3*/site-packages"), *build.venv.glob("Lib/site-packages")]


def system_packages(folder: Path) -> list[SystemPackage]:
    """Return the Debian packages of which the built folder holds libraries; elsewhere none.

    Python's own library is none of theirs: it comes with the Python that builds.

    Raises:
        BuildError: A library is of no package, so that nobody knows its licence.
    """
    if not shutil.which("dpkg-query"):
        return []
    known = _library_paths()
    packed = sorted((folder / "_internal").glob("lib*.so*"))
    libraries = [path.name for path in packed if not path.is_symlink()]
    owned = {
        name: _owner(known.get(name)) for name in libraries if not name.startswith("libpython")
    }
    strays = [name for name, package in owned.items() if not package]
    if strays:
        raise BuildError(f"These libraries are of no Debian package: {', '.join(strays)}.")
    return sorted({package for package in owned.values() if package})


def _library_paths() -> dict[str, Path]:
    """Map each library that the linker of this computer knows to its place."""
    line = re.compile(r"^\s+(\S+) \(.*x86-64.*\) => (\S+)$", re.MULTILINE)
    printed = _printed("/sbin/ldconfig", "-p")
    return {name: Path(path) for name, path in reversed(line.findall(printed))}


def _owner(path: Path | None) -> SystemPackage | None:
    """Return the package that a library came with, if one did."""
    if path is None:
        return None
    names = {str(path), str(path.resolve()), str(path).removeprefix("/usr"), f"/usr{path}"}
    for name in sorted(names):
        owner = _printed("dpkg-query", "--search", name).partition(":")[0]
        if owner:
            version = _printed("dpkg-query", "--show", "--showformat=${Version}", owner)
            return SystemPackage(owner, version, Path(f"/usr/share/doc/{owner}/copyright"))
    return None


def _printed(*command: str) -> str:
    """Return what a command prints; one that does not know what is asked prints nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout


def licence_files(distribution: Distribution) -> Iterator[tuple[str, Path]]:
    """Yield the licence texts that a Python package brings: path to write to, path to read."""
    telling = re.compile(r"(?i)(^|/)[^/]*(licen[cs]e|copying|notice|authors)[^/]*(/|$)")
    for entry in distribution.files or ():
        inner = re.sub(r"^[^/]*\.dist-info/(licenses/)?", "", entry.as_posix())
        is_about = ".dist-info/" in entry.as_posix()
        if is_about and (telling.search(inner) or "/licenses/" in entry.as_posix()):
            yield inner, Path(str(entry.locate()))
