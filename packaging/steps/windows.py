# SPDX-License-Identifier: MPL-2.0
"""Make the packages for Windows from a folder that was built on Windows.

The folder has to be built there (``packaging/windows/build.ps1``), because PyInstaller packs the
Python it runs in. The packages are made from it by NSIS and wixl, on a Debian or on Windows.
"""

import datetime as dt
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import quoteattr

from steps.build import NAME, PACKAGING, TITLE, Build
from steps.folder import size_of
from steps.icons import draw_icons
from steps.linux import fill
from steps.tools import BuildError, need, run

WINDOWS = PACKAGING / "windows"
PROGRAM = f"{NAME}.exe"

_KIBIBYTE = 1024

_IDS = uuid.UUID("5a0d3f4e-6a55-4f0e-9a53-5f1a2f6f2a10")
"""What the ids of components are derived from: they must stay the same from version to version."""


def spec_settings(build: Build) -> dict[str, str]:
    """Return what the spec needs on Windows: the icon, and what Explorer shows of the program."""
    icon = draw_icons(build) / f"{NAME}.ico"
    numbers = ", ".join([*build.version.split("."), "0", "0"][:4])
    year = dt.datetime.fromtimestamp(build.epoch, dt.UTC).year
    text = fill(
        (WINDOWS / "version.txt").read_text("utf-8"),
        NUMBERS=numbers,
        VERSION=build.version,
        YEAR=str(year),
        TITLE=TITLE,
        NAME=NAME,
    )
    version_file = build.work / "version.txt"
    version_file.write_text(text, "utf-8")
    return {"AUDITAPP_ICON": str(icon), "AUDITAPP_VERSION_FILE": str(version_file)}


def build_packages(build: Build, folder: Path) -> list[Path]:
    """Make set-up, MSI and portable folder, and return their paths.

    Raises:
        BuildError: ``folder`` is no build for Windows, or a tool failed.
    """
    return [make(build, folder) for make in (build_setup, build_msi, build_portable_zip)]


def build_setup(build: Build, folder: Path) -> Path:
    """Make the set-up for one person, which needs no administrator, and return its path.

    Raises:
        BuildError: ``folder`` is no build for Windows, or NSIS failed.
    """
    need("makensis")
    files = _files(folder)
    build.work.mkdir(parents=True, exist_ok=True)
    install, remove = build.work / "install.nsh", build.work / "remove.nsh"
    install.write_text("".join(_install_lines(files, folder)), "utf-8")
    remove.write_text("".join(_remove_lines(files)), "utf-8")
    icon = draw_icons(build) / f"{NAME}.ico"
    package = build.dist / f"{NAME}-{build.version}-windows-x86_64-setup.exe"
    build.dist.mkdir(parents=True, exist_ok=True)
    given = {
        "VERSION": build.version,
        "OUT": package,
        "ICON": icon,
        "INSTALL": install,
        "REMOVE": remove,
        "KILOBYTES": size_of(folder) // _KIBIBYTE,
    }
    defined = [f"-D{name}={value}" for name, value in given.items()]
    run("makensis", "-V2", "-WX", *defined, WINDOWS / "setup.nsi", environment=build.environment)
    return package


def build_msi(build: Build, folder: Path) -> Path:
    """Make the MSI for a whole computer, for administrators to hand out, and return its path.

    Raises:
        BuildError: ``folder`` is no build for Windows, or wixl failed.
    """
    need("wixl")
    files = _files(folder)
    source = build.work / f"{NAME}.wxs"
    source.parent.mkdir(parents=True, exist_ok=True)
    text = fill(
        (WINDOWS / "msi.wxs").read_text("utf-8"),
        VERSION=build.version,
        ICON=_below_root(draw_icons(build) / f"{NAME}.ico"),
        TREE="\n".join(_tree_lines(files)),
        COMPONENTS="\n".join(f'   <ComponentRef Id="{_id("c", name)}"/>' for name in files),
    )
    source.write_text(text, "utf-8")
    package = build.dist / f"{NAME}-{build.version}-windows-x86_64.msi"
    build.dist.mkdir(parents=True, exist_ok=True)
    options = ("--arch", "x64", "--output", package)
    run("wixl", *options, source, folder=Path(source.anchor), environment=build.environment)
    return package


def build_portable_zip(build: Build, folder: Path) -> Path:
    """Make the folder that is used from where it lies, packed, and return the path of the file.

    Raises:
        BuildError: ``folder`` is no build for Windows.
    """
    _files(folder)
    tree = build.work / "windows" / f"{NAME}-{build.version}"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree)
    shutil.copy(WINDOWS / "start.cmd", tree)
    build.dist.mkdir(parents=True, exist_ok=True)
    name = build.dist / f"{NAME}-{build.version}-windows-x86_64-portable"
    return Path(shutil.make_archive(str(name), "zip", tree.parent, tree.name))


def _files(folder: Path) -> dict[str, Path]:
    """Map each file's path in the package, with slashes, to the file.

    Raises:
        BuildError: The program is not among them.
    """
    if not (folder / PROGRAM).exists():
        raise BuildError(f"{folder} holds no {PROGRAM}: build it with packaging/windows/build.ps1")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _folders(files: dict[str, Path]) -> list[str]:
    """Return every folder that holds a file or a folder, the outer before the inner."""
    parents = {str(parent) for name in files for parent in PurePosixPath(name).parents}
    return sorted(parents - {"."})


def _install_lines(files: dict[str, Path], folder: Path) -> Iterator[str]:
    """Yield what puts each file into its place."""
    for inner in ("", *_folders(files)):
        yield f'SetOutPath "{_installed(inner)}"\n'
        for path in files.values():
            if path.parent == folder / inner:
                yield f'File "{path}"\n'


def _remove_lines(files: dict[str, Path]) -> Iterator[str]:
    """Yield what removes just those files: whatever else lies there is somebody's own."""
    for name in files:
        yield f'Delete "{_installed(name)}"\n'
    for name in reversed(_folders(files)):
        yield f'RMDir "{_installed(name)}"\n'


def _installed(name: str) -> str:
    """Return where a file or folder of the package comes to lie, as NSIS writes it."""
    return "\\".join(["$INSTDIR", *PurePosixPath(name).parts])


def _tree_lines(files: dict[str, Path], inner: str = "", depth: int = 5) -> Iterator[str]:
    """Yield the folders and files below ``inner`` as elements of an MSI source."""
    space = " " * depth
    for name, path in files.items():
        if _parent(name) == inner:
            guid = str(uuid.uuid5(_IDS, name)).upper()
            yield f'{space}<Component Id="{_id("c", name)}" Guid="{guid}" Win64="yes">'
            source = quoteattr(_below_root(path))
            yield f'{space} <File Id="{_id("f", name)}" Source={source} KeyPath="yes"/>'
            yield f"{space}</Component>"
    for name in _folders(files):
        if _parent(name) == inner:
            told = quoteattr(PurePosixPath(name).name)
            yield f'{space}<Directory Id="{_id("d", name)}" Name={told}>'
            yield from _tree_lines(files, name, depth + 1)
            yield f"{space}</Directory>"


def _below_root(path: Path) -> str:
    """Return a path as wixl wants it: from the folder in which it runs."""
    return path.absolute().relative_to(path.absolute().anchor).as_posix()


def _parent(name: str) -> str:
    parent = str(PurePosixPath(name).parent)
    return "" if parent == "." else parent


def _id(kind: str, name: str) -> str:
    """Return an identifier for an MSI: a letter and the path's digest, at most 72 characters."""
    return f"{kind}{uuid.uuid5(_IDS, f'{kind}:{name}').hex}"
