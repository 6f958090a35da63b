# SPDX-License-Identifier: MPL-2.0
"""Build the folder of the program: PyInstaller's, trimmed, with the same bytes every time."""

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

from steps.build import NAME, PACKAGING, Build, copy_sources
from steps.environment import make_environment
from steps.tools import need, run

LARGEST = 180_000_000
"""Bytes that the installed folder may take: what was promised."""

# Windows has no way to date a link, and no link in the folder.
_LINK_ITSELF: dict[str, Any] = (
    {"follow_symlinks": False} if os.utime in os.supports_follow_symlinks else {}
)

_ELF = b"\x7fELF"
_OF_QT = {"PySide6", "shiboken6"}


def build_folder(build: Build, extra: dict[str, str] | None = None) -> None:
    """Build the program into ``build.folder``.

    Args:
        build: What to build, and where.
        extra: Further settings for the spec: icon, version file, signing.

    Raises:
        BuildError: A tool failed.
    """
    make_environment(build)
    copy_sources(build)
    made = build.work / "made"
    for left in (made, build.work / "pyinstaller"):
        shutil.rmtree(left, ignore_errors=True)
    given = {"AUDITAPP_SOURCE": str(build.source), "AUDITAPP_VERSION": build.version}
    settings = build.environment | given | (extra or {})
    spec = PACKAGING / f"{NAME}.spec"
    options = ["--noconfirm", "--log-level=WARN", f"--distpath={made}"]
    options.append(f"--workpath={build.work / 'pyinstaller'}")
    # Its cache would be shared with other builds of this person.
    settings["PYINSTALLER_CONFIG_DIR"] = str(build.work / "cache")
    run(build.python, "-m", "PyInstaller", *options, spec, environment=settings)
    for outdated in (build.folder, build.dist):
        shutil.rmtree(outdated, ignore_errors=True)
    shutil.move(made / NAME, build.folder)
    if sys.platform == "darwin":
        shutil.rmtree(build.app, ignore_errors=True)
        shutil.move(made / build.app.name, build.out)
    shrink_pictures(build, build.folder / "_internal")
    remove_dead_links(build.folder)
    if sys.platform == "linux":
        strip_libraries(build.folder)


def complete_app(build: Build) -> None:
    """Put into the ``.app`` what the folder was given after PyInstaller had made both.

    Its signature ends with that; ``packaging/macos/build.sh`` signs it anew.
    """
    resources = build.app / "Contents/Resources"
    shrink_pictures(build, resources)
    for name in ("LICENCE.txt", "NOTICE.txt", "sbom.cdx.json"):
        shutil.copyfile(build.folder / name, resources / name)
    shutil.copytree(build.folder / "licences", resources / "licences", dirs_exist_ok=True)


def shrink_pictures(build: Build, inner: Path) -> None:
    """Take room from the pictures of the guide in the folder ``inner`` of a program."""
    run(build.python, PACKAGING / "steps/pictures.py", inner / "docs/pictures")


def strip_libraries(folder: Path) -> None:
    """Take out of the libraries what only a debugger reads.

    Qt's are left as their makers built them: they are stripped, and said to be unchanged. So is one
    that would get larger: ``strip`` then only moves its parts about.
    """
    need("strip")
    inner = folder / "_internal"
    for path in sorted(inner.rglob("*.so*")):
        if path.relative_to(inner).parts[0] not in _OF_QT and is_elf(path):
            stripped = path.with_suffix(".stripped")
            run("strip", "--strip-unneeded", "-o", stripped, path)
            if stripped.stat().st_size < path.stat().st_size:
                shutil.copyfile(stripped, path)
            stripped.unlink()


def remove_dead_links(folder: Path) -> None:
    """Remove the links to libraries that were left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and not path.exists():
            path.unlink()


def is_elf(path: Path) -> bool:
    """Tell whether a file is a library or program of Linux, and no link to one."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def settle(folder: Path, epoch: int) -> None:
    """Give every file below ``folder`` the date ``epoch``, and rights that suit everybody.

    Folders and programs become 0755, other files 0644: the person who builds may have another
    umask than the person who installs.
    """
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (epoch, epoch), **_LINK_ITSELF)
    folder.chmod(0o755)
    os.utime(folder, (epoch, epoch))


def size_of(folder: Path) -> int:
    """Return how many bytes the files below ``folder`` hold; a link counts nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)
