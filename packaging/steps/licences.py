# SPDX-License-Identifier: MPL-2.0
"""Say which licences may be in a package, and put the texts of all of them into it."""

import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution
from pathlib import Path

from steps.build import PACKAGING, Build
from steps.contents import licence_files, site_packages, system_packages
from steps.environment import normalised
from steps.owners import PACKER, packed_distributions
from steps.tools import BuildError

ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "HPND",
        "ISC",
        "LGPL-3.0-only",  # as libraries of their own, which anybody may replace
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        # of fonts, of works within packages, and of what starts the program
        "Apache-2.0 WITH LLVM-exception",
        "BSD-3-Clause WITH PCRE2-exception",
        "BSL-1.0",
        "Bitstream-Vera",
        "FTL",
        "GPL-2.0-or-later WITH Bootloader-exception",  # the exception is for packed programs
        "IJG",
        "OFL-1.1",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "Zlib",
        "libpng-2.0",
        "libtiff",
    }
)
"""SPDX names of what may be given away together with a program under the MPL."""

# What packages wrote before there were SPDX names in metadata; each was read in its licence file.
_WORDS = {
    "Apache License 2.0": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": (
        "BSD-3-Clause"
    ),
}

_IS_MIT = "License :: OSI Approved :: MIT License"  # older packages say it among their subjects

_QT = """\
Qt and Qt for Python (PySide6, shiboken6)

This program uses Qt {version} and Qt for Python {version}, copyright The Qt Company Ltd. and
others, under the GNU Lesser General Public License, version 3. Its text is in LGPL-3.txt, and that
of the GNU General Public License, which it builds upon, in GPL-3.txt.

They lie as separate, unchanged libraries in the folders _internal/PySide6 and _internal/shiboken6.
You may put your own builds of the same version in their place; the program starts with them. Their
sources are published with that version of Qt by The Qt Company, and so are all the works of others
that Qt in turn contains, under the heading "Licenses Used in Qt" of its documentation. The licences
of the larger of them lie beside this file.

Portions of this software are copyright The FreeType Project (freetype.org). All rights reserved.
This software is based in part on the work of the Independent JPEG Group.
"""

_WITHIN_QT = ("MD4C.txt", "PCRE2.txt", "double-conversion.txt")
"""Texts beside the two of Qt itself in ``packaging/licences``."""

_AS_IN_PDFIUM = (
    *("freetype.txt", "harfbuzz.txt", "icu.txt", "libjpeg_turbo.ijg", "libjpeg_turbo.md"),
    *("libpng.txt", "zlib.txt"),
)
"""Texts of what is within Qt and within PDFium, whose package brings them."""


def licence_of(distribution: Distribution) -> str:
    """Return the licence of a Python package as an SPDX expression, as far as it says it so."""
    stated = distribution.metadata.json
    told = str(stated.get("license_expression") or stated.get("license") or "").strip()
    if not told and _IS_MIT in stated.get("classifier", ()):
        return "MIT"
    return _WORDS.get(told, told)


def is_allowed(expression: str) -> bool:
    """Tell whether an SPDX expression can be met with allowed licences alone.

    Of an OR one side is enough, of an AND all are needed. Brackets around an OR are understood;
    an AND beside an OR without them, or inside them, is refused, so that a person looks at it.
    """
    terms = re.sub(r"^\((.*)\)$", r"\1", expression)
    if " OR " in terms and " AND " not in terms:
        return any(name in ALLOWED for name in terms.split(" OR "))
    return all(_is_term_allowed(term) for term in expression.split(" AND "))


def require_allowed(name: str, licence: str) -> None:
    """Return when the work ``name`` is under a licence that is allowed.

    Raises:
        BuildError: It is not, or tells none.
    """
    if not is_allowed(licence):
        raise BuildError(
            f"{name} is under {licence or 'no licence that it names'}, which "
            "packaging/steps/licences.py does not allow. Read the licence before you add it."
        )


def _is_term_allowed(term: str) -> bool:
    inner = re.fullmatch(r"\(([^()]*)\)", term)
    return is_allowed(inner[1]) if inner else term in ALLOWED


def put_licences(build: Build) -> None:
    """Put the licences of everything in the built folder into its folder ``licences``.

    Raises:
        BuildError: A Python package has a licence that is not allowed, or brings no text.
    """
    target = build.folder / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copy(build.source / "LICENSE", build.folder / "LICENCE.txt")
    shutil.copy(build.source / "NOTICE", build.folder / "NOTICE.txt")
    packed = packed_distributions(build)
    for distribution in packed:
        _put_texts(distribution, target / normalised(distribution.name))
    _put_qt(target, {each.name: each.version for each in packed})
    _put_packer(build, target)
    for package in system_packages(build.folder):
        shutil.copy(package.copyright_file, target / f"debian-{package.name}.txt")
    shutil.copy(PACKAGING / "licences/Apache-2.0.txt", target)  # some of those refer to it
    shutil.copy(_python_licence(), target / "python.txt")
    _put_resources(target, build.source)


def _put_texts(distribution: Distribution, target: Path) -> None:
    licence = licence_of(distribution)
    require_allowed(distribution.name, licence)
    texts = list(licence_files(distribution))
    if not texts and licence.startswith("LGPL-3.0"):
        return  # Qt's, whose wheels bring none: put by _put_qt
    if not texts:
        raise BuildError(f"{distribution.name} brings no text of its licence, {licence}.")
    for name, path in texts:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / name)


def _put_qt(target: Path, versions: dict[str, str]) -> None:
    """Put the texts for Qt, whose wheels bring none, and for the larger works within it."""
    folder = target / "qt"
    folder.mkdir()
    text = _QT.format(version=versions["shiboken6"])
    (folder / "README.txt").write_text(text, "utf-8", newline="\n")
    for name in ("LGPL-3.txt", "GPL-3.txt", *_WITHIN_QT):
        shutil.copy(PACKAGING / "licences" / name, folder)
    for name in _AS_IN_PDFIUM:
        shutil.copy(target / "pypdfium2/BUILD_LICENSES" / name, folder)


def _put_packer(build: Build, target: Path) -> None:
    """Put the licence of what starts a packed program, with its exception for such programs.

    Raises:
        BuildError: It is not where PyInstaller keeps it.
    """
    places = [place for each in site_packages(build) for place in each.glob("pyinstaller-*")]
    texts = [text for place in places for text in place.rglob("COPYING.txt")]
    if not texts:
        raise BuildError("PyInstaller brings no text of its licence any more.")
    shutil.copyfile(texts[0], target / f"{PACKER}.txt")


def _put_resources(target: Path, source: Path) -> None:
    """Put the texts that lie beside fonts and icons together with the others."""
    for folder in ("ui/resources", "auditapp/report/typesetting/resources"):
        for path in sorted((source / folder).rglob("*")):
            if re.search(r"(?i)licen[cs]e|^OFL", path.name):
                name = f"{path.parent.name}-{path.name}".removesuffix(".txt")
                shutil.copyfile(path, target / f"{name}.txt")


def _python_licence() -> Path:
    """Return the licence of the Python that is packed.

    Raises:
        BuildError: It is in none of the places where Pythons keep it.
    """
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(f"/usr/share/doc/{name}/copyright"),
    )
    for place in places:
        if place.exists():
            return place
    raise BuildError(f"The licence of this Python is in none of {', '.join(map(str, places))}.")
