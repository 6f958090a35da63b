# SPDX-License-Identifier: MPL-2.0
"""Write the bill of materials: CycloneDX, JSON, of what the built folder holds.

``cyclonedx-py`` describes the Python packages; the works within them, Python itself, what starts
the program, the libraries of the system, fonts and icons are added. Addresses are left out: where a
package came from is each computer's own setting.
"""

import json
import platform
import re
from pathlib import Path
from typing import Any

from steps.build import NAME, TITLE, Build
from steps.contents import system_packages
from steps.environment import BUILD_LOCK, normalised, pins
from steps.licences import licence_of, require_allowed
from steps.owners import packed_distributions
from steps.tools import BuildError, run
from steps.within import Part, parts_within, unnamed_libraries

FILE = "sbom.cdx.json"

LETTERS = (
    ("Inter", "4.001", "OFL-1.1"),
    ("Noto Sans Arabic", "", "OFL-1.1"),
    ("DejaVu Sans", "", "Bitstream-Vera"),
    ("Lucide", "1.62.0", "ISC"),
)
"""Name, version and licence of the works of others that lie in the repository; see NOTICE."""

_OF_DEBIAN = "see licences/debian-"

_PACKER_LICENCE = "GPL-2.0-or-later WITH Bootloader-exception"

_EMPTY: tuple[Any, ...] = (None, "", [], {})


def write_sbom(build: Build) -> Path:
    """Write the bill into the built folder and return its path.

    Raises:
        BuildError: ``cyclonedx-py`` failed, or something in the folder cannot be named.
    """
    strays = unnamed_libraries(build)
    if strays:
        raise BuildError(f"packaging/steps/within.py does not name {', '.join(strays)}.")
    described = build.work / "environment.cdx.json"
    options = ("--output-reproducible", "--output-format=JSON", f"--output-file={described}")
    tool = build.python.parent / "cyclonedx-py"
    build.work.mkdir(parents=True, exist_ok=True)
    run(tool, "environment", *options, build.python, environment=build.environment)
    bill = json.loads(described.read_text("utf-8"))
    target = build.folder / FILE
    ours = _ours(bill, build)
    refuse_unallowed(ours["components"])
    text = json.dumps(ours, indent=1, sort_keys=True, ensure_ascii=False)
    target.write_text(text + "\n", "utf-8", newline="\n")
    return target


def refuse_unallowed(components: list[dict[str, Any]]) -> None:
    """Return when each component, and each within one, is under a licence that is allowed.

    Those of Debian are: its main part holds nothing else, and the text of each is put beside.

    Raises:
        BuildError: One is not, or tells none.
    """
    for each in components:
        told = next(iter(each.get("licenses", ())), {})
        licence = told.get("expression") or "".join(told.get("license", {}).values())
        if not licence.startswith(_OF_DEBIAN):
            require_allowed(each["name"], licence)
        refuse_unallowed(each.get("components", []))


def _ours(bill: dict[str, Any], build: Build) -> dict[str, Any]:
    """Return the bill of what is in the folder, of one that also has what builds it."""
    packed = packed_distributions(build)
    within = parts_within(build, packed)
    listed = [(normalised(part["name"]), part) for part in bill["components"]]
    licences = {normalised(each.name): licence_of(each) for each in packed}
    python = [
        _holding(part, licences[name], within[name]) for name, part in listed if name in within
    ]
    references = {part["bom-ref"] for part in python}
    links = [
        {"ref": link["ref"], "dependsOn": sorted(references & set(link.get("dependsOn", ())))}
        for link in bill["dependencies"]
        if link["ref"] in references
    ]
    return {
        "bomFormat": bill["bomFormat"],
        "specVersion": bill["specVersion"],
        "version": 1,
        "metadata": {"component": _program(build)},
        "components": [without_addresses(part) for part in (*python, *_further(build))],
        "dependencies": links,
    }


def _holding(component: dict[str, Any], licence: str, parts: list[Part]) -> dict[str, Any]:
    """Return the component of a package with its licence and those of the works within it."""
    inner = [_part("library", each.name, each.version, each.licence) for each in parts]
    for each in inner:  # the same work may be in several packages
        each["bom-ref"] = f"{component['bom-ref']}/{each['bom-ref']}"
    unlike = {each["bom-ref"]: each for each in inner}
    return component | {"licenses": _licences(licence), "components": list(unlike.values())}


def without_addresses(part: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a piece of the bill without its references to places outside, and what they empty."""
    if isinstance(part, list):
        return [without_addresses(each) for each in part]
    if not isinstance(part, dict):
        return part
    kept = {
        name: without_addresses(value)
        for name, value in part.items()
        if name not in {"externalReferences", "properties", "url"}
    }
    return {name: value for name, value in kept.items() if value not in _EMPTY}


def _program(build: Build) -> dict[str, Any]:
    return {
        "type": "application",
        "bom-ref": NAME,
        "name": TITLE,
        "version": build.version,
        "licenses": [{"license": {"id": "MPL-2.0"}}],
    }


def _further(build: Build) -> list[dict[str, Any]]:
    """Return what is in the package and is no Python package."""
    packer = dict(pins(BUILD_LOCK))["pyinstaller"]
    parts = [
        _part("application", "CPython", platform.python_version(), "PSF-2.0"),
        _part("application", "PyInstaller, start of the program", packer, _PACKER_LICENCE),
    ]
    parts += [_part("data", *each) for each in LETTERS]
    parts += [
        _part("library", each.name, each.version, f"{_OF_DEBIAN}{each.name}.txt")
        for each in system_packages(build.folder)
    ]
    return parts


def _part(kind: str, name: str, version: str, licence: str) -> dict[str, Any]:
    """Return a component; ``licence`` is an SPDX expression, or says where to look."""
    reference = re.sub(r"[^\w.]+", "-", f"{name} {version}".strip())
    return {
        "type": kind,
        "bom-ref": reference,
        "name": name,
        "version": version,
        "licenses": _licences(licence),
    }


def _licences(said: str) -> list[dict[str, Any]]:
    """Return how a component tells its licence, if anything does."""
    if re.search(r" (?:AND|OR|WITH) ", said):
        return [{"expression": said}]
    is_name = re.fullmatch(r"[\w.-]+", said)
    return [{"license": {"id" if is_name else "name": said}}] if said else []
