# SPDX-License-Identifier: MPL-2.0
"""Nothing lies in a package of which nobody knows whose it is."""

import json
import re
import sys
from importlib.metadata import distribution

import pytest
from steps import owners as owning
from steps import within
from steps.build import Build
from steps.owners import OURS, PACKER, PYTHON, SYSTEM, owners, packed_distributions
from steps.tools import BuildError
from steps.versions import versions


@pytest.fixture
def build(tmp_path):
    """Return a build with files of several owners; its Python packages are those of the suite."""
    made = Build(tmp_path, "1.2.3", 0)
    made.venv.symlink_to(sys.prefix)
    for name in (
        "_internal/docs/guide.md",
        "_internal/libffi.so.8",
        "_internal/libpython3.13.so.1.0",
        "_internal/python3.13/lib-dynload/math.so",
        "_internal/pydantic/__init__.py",
        "_internal/ui/resources/fonts/AuditInter-Bold.ttf",
        "_internal/ui/resources/icons/check.svg",
        "case-file-audit",
        "licences/python.txt",
    ):
        (made.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (made.folder / name).write_text(name)
    return made


@pytest.fixture
def modules(monkeypatch):
    """Let the program of a build hold the modules that a test puts into this list."""
    held = []
    monkeypatch.setattr(owning, "_modules", lambda _build: held)
    return held


def test_every_file_and_module_has_its_owner(build, modules):
    """By the lists of the packages, by where it lies, and by what it is called."""
    modules += ["json", "main", "pyi_rth_pyside6", "ui.app", "zxcvbn.matching"]

    assert {
        "_internal/docs/guide.md": OURS,
        "_internal/libffi.so.8": SYSTEM,
        "_internal/libpython3.13.so.1.0": PYTHON,
        "_internal/pydantic/__init__.py": "pydantic",
        "_internal/python3.13/lib-dynload/math.so": PYTHON,
        "_internal/ui/resources/fonts/AuditInter-Bold.ttf": "Inter",
        "_internal/ui/resources/icons/check.svg": "Lucide",
        "case-file-audit": OURS,
        "json": PYTHON,
        "licences/python.txt": OURS,
        "main": OURS,
        "pyi_rth_pyside6": PACKER,
        "ui.app": OURS,
        "zxcvbn.matching": "zxcvbn",
    } == owners(build)
    assert ["pydantic", "zxcvbn"] == [each.name for each in packed_distributions(build)]


def test_what_is_nobodys_stops_the_build(build, modules):
    """A file and a module of unknown origin are named."""
    (build.folder / "_internal/found-somewhere.bin").touch()
    modules += ["unheard_of"]

    with pytest.raises(BuildError, match=r"_internal/found-somewhere\.bin\nunheard_of"):
        owners(build)


def test_a_package_that_is_in_no_lock_stops_the_build(build, modules):
    """What only tests or builds may not slip in."""
    modules += ["pytest", "json"]

    with pytest.raises(BuildError, match=r"in no lock of the program: pytest\."):
        packed_distributions(build)


def test_works_within_a_package_are_named_with_their_versions(build, monkeypatch):
    """As the package tells them, as its libraries are called, and as its own bill says."""
    library = build.folder / "_internal/PySide6/Qt/lib/libicuuc.so.73"
    library.parent.mkdir(parents=True)
    library.touch()
    told = {"pyside6-essentials": {"Qt": "6.11.3"}}
    monkeypatch.setattr(within, "run", lambda *_command: json.dumps(told))
    packages = [distribution(name) for name in ("PySide6-Essentials", "cryptography", "tinydb")]

    found = within.parts_within(build, packages)

    qt = {part.name: part.version for part in found["pyside6-essentials"]}
    assert ("6.11.3", "73") == (qt["Qt"], qt["ICU"])
    openssl = next(part for part in found["cryptography"] if part.name == "openssl")
    assert "Apache-2.0" == openssl.licence
    assert re.fullmatch(r"\d+\.\d+\.\d+", openssl.version)
    assert [] == found["tinydb"]


def test_a_library_in_a_package_that_no_part_names_is_found(build):
    """A new release may bring another one along."""
    for name in ("pillow.libs/libtiff-1.so", "pillow.libs/libnew-1.so", "PySide6/Qt/lib/libnew.so"):
        path = build.folder / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert ["PySide6/Qt/lib/libnew.so", "pillow.libs/libnew-1.so"] == (
        within.unnamed_libraries(build)
    )


def test_packages_tell_the_versions_of_what_is_within():
    """Each that is asked answers, in the environment that runs this."""
    told = versions()

    assert set(told) <= within.WITHIN.keys()
    for package, parts in told.items():
        assert set(parts) <= {part.name for part in within.WITHIN[package]}
        assert [] == [name for name, version in parts.items() if not re.match(r"\d", version)]
