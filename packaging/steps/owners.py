# SPDX-License-Identifier: MPL-2.0
"""Say whose each file and each module of a built folder is, and refuse what is nobody's.

The bill of materials and the licences are made from what is found here, and so can neither forget
something that is there nor name something that is not.
"""

import json
import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

from steps.build import NAME, Build
from steps.contents import site_packages
from steps.environment import normalised, runtime_pins
from steps.tools import BuildError, run

OURS = NAME
PYTHON = "cpython"
PACKER = "pyinstaller"
SYSTEM = "system"
"""A library of the system that builds: ``contents.system_packages`` says of which package."""

_MOST_TOLD = 20

BY_PATH = (
    (r"_internal/(?:auditapp|ui)/.*/(?:Audit)?Inter-[^/]*\.ttf", "Inter"),
    (r"_internal/auditapp/.*/NotoSansArabic-[^/]*\.ttf", "Noto Sans Arabic"),
    (r"_internal/auditapp/.*/DejaVuSans\.ttf", "DejaVu Sans"),
    (r"_internal/ui/resources/icons/", "Lucide"),
    (r"_internal/(?:auditapp|checklists|docs|ui)/", OURS),
    (rf"licences/|LICENCE\.txt|NOTICE\.txt|sbom\.cdx\.json|{NAME}(?:-command)?(?:\.exe)?$", OURS),
    (r"_internal/(?:base_library\.zip$|python3[\d.]*/|libpython3)", PYTHON),
    # With the Pythons of python.org come libraries, which lie in the folder itself.
    (r"_internal/(?:Python$|Python\.framework/|[^/]*\.(?:dylib|pyd))", PYTHON),
    (r"_internal/(?i:python3\d*|vcruntime\d+(?:_1)?|ucrtbase|api-ms-[^/]*)\.dll", PYTHON),
    (r"_internal/(?:libcrypto|libssl|libffi|sqlite3)[^/]*\.dll", PYTHON),
    (r"_internal/lib[^/]*\.so[.\d]*$", SYSTEM),
)
"""Whose a file is that no package lists, by its path in the folder; the first that fits counts."""

_OF_PACKER = re.compile(r"_?pyi_rth|pyiboot|pyimod")
_OF_PYTHON = re.compile(r"_sysconfigdata_")

_LIST_MODULES = """
import json, sys
from PyInstaller.archive.readers import CArchiveReader
program = CArchiveReader(sys.argv[1])
kinds = {name: entry[-1] for name, entry in program.toc.items()}
packed = [name for name, kind in kinds.items() if kind == "z"]
scripts = [name for name, kind in kinds.items() if kind in "ms"]
modules = [each for name in packed for each in program.open_embedded_archive(name).toc]
print(json.dumps([*scripts, *modules]))
"""


def packed_distributions(build: Build) -> list[Distribution]:
    """Return the Python packages of which the built folder holds something, by their names.

    Raises:
        BuildError: Something in the folder is nobody's, or of a package that no lock names.
    """
    known = {normalised(each.name): each for each in distributions(path=_places(build))}
    held = set(owners(build).values())
    strays = sorted(held & known.keys() - runtime_pins().keys() - {PACKER})
    if strays:
        raise BuildError(f"Packed, and in no lock of the program: {', '.join(strays)}.")
    return [known[name] for name in sorted(held & runtime_pins().keys())]


def owners(build: Build) -> dict[str, str]:
    """Map each file of the built folder, and each module in its program, to whose it is.

    Modules have no slash in their names. Owners are Python packages, named as locks spell them,
    the fonts and icons that the bill of materials names, and the constants above.

    Raises:
        BuildError: Something is nobody's.
    """
    files, modules = _brought(build)
    found = {path: _owner_of_file(path, files) for path in _files(build.folder)}
    found |= {name: _owner_of_module(name, modules) for name in _modules(build)}
    strays = sorted(name for name, owner in found.items() if not owner)
    if strays:
        told = "\n".join(strays[:_MOST_TOLD])
        raise BuildError(f"Nobody knows whose this is, which the built folder holds:\n{told}")
    return found


def _brought(build: Build) -> tuple[dict[str, str], dict[str, str]]:
    """Map the files and the modules of all packages of the environment to their packages."""
    files, modules = {}, {}
    for each in distributions(path=_places(build)):
        name = normalised(each.name)
        for entry in each.files or ():
            path = entry.as_posix()
            files[f"_internal/{path}"] = name
            folder, _slash, file = path.rpartition("/")
            dotted = f"{folder}/{file.partition('.')[0]}".strip("/").replace("/", ".")
            modules[dotted.removesuffix(".__init__")] = name
    return files, modules


def _owner_of_file(path: str, files: dict[str, str]) -> str:
    """Return whose a file is, or nothing."""
    if path in files:
        return files[path]
    return next((owner for pattern, owner in BY_PATH if re.match(pattern, path)), "")


def _owner_of_module(name: str, modules: dict[str, str]) -> str:
    """Return whose a module is, or nothing; a package without files belongs to what is in it."""
    top = name.partition(".")[0]
    if top in {"auditapp", "ui", "main", "__main__"}:
        return OURS
    if name in modules:
        return modules[name]
    if _OF_PACKER.match(name):
        return PACKER
    if top in sys.stdlib_module_names or _OF_PYTHON.match(name):
        return PYTHON
    return next((who for each, who in modules.items() if each.startswith(f"{name}.")), "")


def _files(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _modules(build: Build) -> list[str]:
    """Return the names of the modules that are packed into the program itself."""
    programs = [build.folder / NAME, build.folder / f"{NAME}.exe"]
    program = next((path for path in programs if path.exists()), None)
    return json.loads(run(build.python, "-c", _LIST_MODULES, program)) if program else []


def _places(build: Build) -> list[str]:
    return [str(path) for path in site_packages(build)]
