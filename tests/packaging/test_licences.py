# SPDX-License-Identifier: MPL-2.0
"""Everything that a package holds may be given away, and is named."""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from steps.build import Build
from steps.contents import licence_files
from steps.environment import LEFT_OUT, normalised, runtime_pins
from steps.licences import is_allowed, licence_of, put_licences
from steps.owners import BY_PATH, packed_distributions
from steps.sbom import LETTERS, refuse_unallowed, without_addresses
from steps.tools import BuildError

from auditapp.bootstrap.stamps import ROOT


def installed():
    """Return the packages of the lock that are installed; some are for other systems."""
    found = {}
    for name in runtime_pins():
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
    return found


@pytest.mark.parametrize(("name", "package"), sorted(installed().items()))
def test_every_package_has_an_allowed_licence(name, package):
    """A package under another licence cannot come in unnoticed."""
    assert is_allowed(licence_of(package)), f"{name}: {licence_of(package)}"


@pytest.mark.parametrize(("name", "package"), sorted(installed().items()))
def test_every_package_brings_its_licence(name, package):
    """Their texts can be put into what is given away; Qt's are ours to add."""
    is_qt = name in {"pyside6-essentials", "shiboken6"}

    assert is_qt is (not list(licence_files(package)))


@pytest.mark.parametrize(
    ("expression", "is_fine"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("", False),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-2.0-only OR AGPL-3.0-only", False),
        ("MPL-2.0 AND (Apache-2.0 OR GPL-2.0-only)", True),
        ("MIT AND GPL-2.0-only", False),
        ("(MIT OR GPL-2.0-only)", True),
        ("MIT AND GPL-2.0-only OR MIT", False),
    ],
)
def test_an_expression_is_read(expression, is_fine):
    """Of an OR one side is enough, of an AND all are needed, what is unclear is refused."""
    assert is_fine is is_allowed(expression)


def test_the_notice_names_every_package():
    """NOTICE and the lock hold the same packages."""
    notice = (ROOT / "NOTICE").read_text("utf-8")
    listed = notice.partition("requirements.lock has")[2]
    lines = re.findall(r"^  (\S.*?)  ", listed, re.MULTILINE)
    words = {re.sub(r" \(.*\)", "", each) for line in lines for each in line.split(", ")}
    spelt = {"reportlab": "reportlab", "pyside6": "pyside6-essentials"}
    named = {spelt.get(normalised(word), normalised(word)) for word in words}

    assert set(runtime_pins()) == named


@pytest.fixture
def build(tmp_path):
    """Return a build of which the folder holds one file of each package; the packer is played."""
    made = Build(tmp_path, "1.2.3", 0)
    for name, package in installed().items():
        path = next(each for each in package.files if not re.search(r"^\.\.|dist-info", str(each)))
        file = made.folder / "_internal" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    made.venv.mkdir()
    (made.venv / "lib").symlink_to(f"{sys.prefix}/lib")
    made.source.symlink_to(ROOT)
    return made


@pytest.fixture
def packer(build, monkeypatch):
    """Play PyInstaller, which the suite does not have, beside the packages."""
    folder = build.out / "site-packages"
    (folder / "pyinstaller-1.dist-info").mkdir(parents=True)
    (folder / "pyinstaller-1.dist-info/COPYING.txt").write_text("with an exception")
    monkeypatch.setattr("steps.licences.site_packages", lambda _build: [folder])


@pytest.mark.usefixtures("packer")
def test_the_texts_are_collected(build):
    """Each package, Python, fonts, icons and Qt have theirs in the built folder."""
    put_licences(build)

    held = {
        path.relative_to(build.folder / "licences").as_posix()
        for path in (build.folder / "licences").rglob("*.txt")
    }
    assert {"qt/LGPL-3.txt", "qt/GPL-3.txt", "qt/README.txt", "qt/icu.txt", "python.txt"} <= held
    assert "pyinstaller.txt" in held
    assert {"icons-LICENSE.txt", "fonts-Inter-LICENSE.txt"} <= held
    folders = {path.name for path in (build.folder / "licences").iterdir() if path.is_dir()}
    packages = {normalised(each.name) for each in packed_distributions(build)}
    assert set(installed()) == packages
    assert packages - {"pyside6-essentials", "shiboken6"} == folders - {"qt"}
    assert (build.folder / "NOTICE.txt").read_bytes() == (ROOT / "NOTICE").read_bytes()


def test_what_is_for_a_network_is_in_no_package():
    """Its locks name it, because pyHanko does; packages leave it out."""
    assert {"aiohttp", "certifi"} <= LEFT_OUT
    assert set() == LEFT_OUT & runtime_pins().keys()


def test_a_licence_that_is_not_allowed_stops_the_build(build, monkeypatch):
    """It is not for the build to let it through."""
    monkeypatch.setattr("steps.licences.ALLOWED", frozenset({"BSD-3-Clause"}))

    with pytest.raises(BuildError, match="annotated-types is under MIT, which"):
        put_licences(build)


def test_the_bill_of_materials_holds_no_address():
    """References to places outside go, at every depth, and what they leave empty with them."""
    part = {
        "name": "x",
        "externalReferences": [{"url": "there"}],
        "licenses": [{"license": {"id": "MIT", "url": "there"}}],
        "inner": [{"properties": [1]}],
    }

    assert {"name": "x", "licenses": [{"license": {"id": "MIT"}}], "inner": [{}]} == (
        without_addresses(part)
    )


@pytest.mark.parametrize(
    ("inner", "fault"),
    [
        ({"license": {"id": "MIT"}}, ""),
        ({"expression": "(MIT OR Apache-2.0) AND Unicode-3.0"}, ""),
        ({"license": {"name": "see licences/debian-libffi8.txt"}}, ""),
        ({"license": {"id": "AGPL-3.0-only"}}, "within is under AGPL-3.0-only, which"),
        ({}, "within is under no licence that it names, which"),
    ],
)
def test_works_within_a_package_are_under_allowed_licences_too(inner, fault):
    """Another codec or another crate cannot come in unnoticed."""
    part = {"name": "within", "licenses": [inner] if inner else []}
    whole = {"name": "whole", "licenses": [{"license": {"id": "MIT"}}], "components": [part]}

    if fault:
        with pytest.raises(BuildError, match=fault):
            refuse_unallowed([whole])
    else:
        refuse_unallowed([whole])


def test_each_work_that_this_repository_holds_is_known_by_its_path():
    """Fonts and icons are in the bill of materials, and their files are theirs."""
    ours = {name for _pattern, name in BY_PATH} - {"case-file-audit", "cpython", "system"}

    assert {name for name, _version, _licence in LETTERS} == ours
    assert [] == [name for name, _version, licence in LETTERS if not is_allowed(licence)]
