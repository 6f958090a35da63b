# SPDX-License-Identifier: MPL-2.0
"""Name the works of others that Python packages carry inside their libraries.

A package says its own licence and version, and not those of the OpenSSL or the Qt within it. Where
it brings a bill of materials of its own, that is taken over; the rest is told here, and each was
looked for in the package's own libraries and licences.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import Distribution
from typing import Any

from steps.build import PACKAGING, Build
from steps.environment import normalised
from steps.tools import run


@dataclass(frozen=True, slots=True)
class Part:
    """Name a work within a package, with its licence and, where anything tells it, its version.

    Args:
        name: As its authors write it.
        licence: An SPDX expression.
        file: Matches the libraries that it lies in, if it has any of its own, from ``_internal``
            on; a group in it is the version.
        version: Empty if nothing tells it.
    """

    name: str
    licence: str
    file: str = ""
    version: str = ""


_JPEG = "IJG AND BSD-3-Clause AND Zlib"

WITHIN: dict[str, tuple[Part, ...]] = {
    "cffi": (Part("libffi", "MIT"),),
    "lxml": (Part("libxml2", "MIT"), Part("libxslt", "MIT"), Part("zlib", "Zlib")),
    "pikepdf": (
        Part("qpdf", "Apache-2.0", r"pikepdf\.libs/libqpdf"),
        Part("libjpeg-turbo", _JPEG, r"pikepdf\.libs/libjpeg"),
    ),
    "pillow": (
        Part("libjpeg-turbo", _JPEG, r"pillow\.libs/libjpeg"),
        Part("libtiff", "libtiff", r"pillow\.libs/libtiff"),
        Part("libXau", "MIT", r"pillow\.libs/libXau"),
        Part("libxcb", "MIT", r"pillow\.libs/libxcb"),
        Part("OpenJPEG", "BSD-2-Clause", r"pillow\.libs/libopenjp2"),
        Part("XZ Utils", "0BSD", r"pillow\.libs/liblzma-\w+\.so\.([\d.]+)"),
        Part("zlib-ng", "Zlib"),
        Part("Zstandard", "BSD-3-Clause", r"pillow\.libs/libzstd-\w+\.so\.([\d.]+)"),
    ),
    "pypdfium2": (Part("PDFium", "BSD-3-Clause AND Apache-2.0", r"pypdfium2_raw/libpdfium"),),
    "pyside6-essentials": (
        Part("Qt", "LGPL-3.0-only", r"PySide6/Qt/(?:lib/libQt6|plugins/)"),
        Part("double-conversion", "BSD-3-Clause"),
        Part("FreeType", "FTL"),
        Part("HarfBuzz", "MIT"),
        Part("ICU", "Unicode-DFS-2016", r"PySide6/Qt/lib/libicu\w+\.so\.([\d.]+)"),
        Part("libjpeg-turbo", _JPEG),
        Part("libpng", "libpng-2.0"),
        Part("MD4C", "MIT"),
        Part("PCRE2", "BSD-3-Clause WITH PCRE2-exception"),
        Part("zlib", "Zlib"),
    ),
    "pyyaml": (Part("LibYAML", "MIT"),),
    "uharfbuzz": (Part("HarfBuzz", "MIT"),),
}
"""By the names of packages, as locks spell them. For Qt's: its list of licences used in it."""

_BOTH = re.compile(r"auditwheel|pillow-")
"""Bills in packages that name what the package might have as well as what it has."""


def parts_within(build: Build, packages: Iterable[Distribution]) -> dict[str, list[Part]]:
    """Return the works within each of the packages, by the names of packages."""
    told = json.loads(run(build.python, PACKAGING / "steps/versions.py"))
    files = _libraries(build)
    return {
        name: [
            *(_with_version(part, told.get(name, {}), files) for part in WITHIN.get(name, ())),
            *_parts_of_bills(each),
        ]
        for each in packages
        for name in [normalised(each.name)]
    }


def unnamed_libraries(build: Build) -> list[str]:
    """Return the libraries of other works that packages have brought and that no part names."""
    others = re.compile(r"[^/]*\.libs/|PySide6/Qt/")
    patterns = [part.file for parts in WITHIN.values() for part in parts if part.file]
    return [
        name
        for name in _libraries(build)
        if others.match(name) and not any(re.match(pattern, name) for pattern in patterns)
    ]


def _libraries(build: Build) -> list[str]:
    inner = build.folder / "_internal"
    paths = (path for path in sorted(inner.rglob("*.so*")) if not path.is_symlink())
    return [path.relative_to(inner).as_posix() for path in paths]


def _with_version(part: Part, told: dict[str, str], files: list[str]) -> Part:
    found = (re.match(part.file, name) for name in files) if part.file else ()
    of_files = [match[1] for match in found if match and match.re.groups]
    return replace(part, version=told.get(part.name) or next(iter(of_files), ""))


def _parts_of_bills(package: Distribution) -> Iterator[Part]:
    """Yield what the bills of materials name that a package itself brings, as those in Rust do."""
    for entry in package.files or ():
        if "/sboms/" in entry.as_posix() and not _BOTH.search(entry.name):
            bill = json.loads(entry.read_text("utf-8"))
            for each in bill.get("components", ()):
                yield Part(each["name"], _licence_of(each), version=each.get("version", ""))


def _licence_of(component: dict[str, Any]) -> str:
    """Return the licence of a component of a bill; OpenSSL's is told nowhere but in its sources."""
    said = next(iter(component.get("licenses", ())), {})
    named = said.get("expression") or said.get("license", {}).get("id", "")
    return named or {"openssl": "Apache-2.0"}.get(component["name"], "")
