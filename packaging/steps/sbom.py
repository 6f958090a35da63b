# SPDX-License-Identifier: MPL-2.0
"""Write the bill of materials: CycloneDX, JSON, of what the built folder holds.

``cyclonedx-py`` describes the Python packages; Python itself, the libraries of the system, fonts
and icons are added. Addresses are left out: where a package came from is each computer's own
setting.
"""

import json
import platform
import re
from pathlib import Path
from typing import Any

from steps.build import NAME, TITLE, Build
from steps.contents import system_packages
from steps.environment import normalised, runtime_pins
from steps.tools import run

FILE = "sbom.cdx.json"

_LETTERS = (
    # name, version, licence: the works of others that lie in the repository; see NOTICE
    ("Inter", "4.001", "OFL-1.1"),
    ("Noto Sans Arabic", "", "OFL-1.1"),
    ("DejaVu Sans", "", "Bitstream-Vera"),
    ("Lucide", "1.62.0", "ISC"),
)

_EMPTY: tuple[Any, ...] = (None, "", [], {})


def write_sbom(build: Build) -> Path:
    """Write the bill into the built folder and return its path.

    Raises:
        BuildError: ``cyclonedx-py`` failed.
    """
    described = build.work / "environment.cdx.json"
    options = ("--output-reproducible", "--output-format=JSON", f"--output-file={described}")
    tool = build.python.parent / "cyclonedx-py"
    build.work.mkdir(parents=True, exist_ok=True)
    run(tool, "environment", *options, build.python, environment=build.environment)
    bill = json.loads(described.read_text("utf-8"))
    target = build.folder / FILE
    text = json.dumps(_ours(bill, build), indent=1, sort_keys=True, ensure_ascii=False)
    target.write_text(text + "\n", "utf-8", newline="\n")
    return target


def _ours(bill: dict[str, Any], build: Build) -> dict[str, Any]:
    """Return the bill of what goes into the package, of one that also has what builds it."""
    wanted = runtime_pins()
    python = [part for part in bill["components"] if normalised(part["name"]) in wanted]
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
    parts = [_part("application", "CPython", platform.python_version(), "PSF-2.0")]
    parts += [_part("data", *each) for each in _LETTERS]
    parts += [
        _part("library", each.name, each.version, f"see licences/debian-{each.name}.txt")
        for each in system_packages(build.folder)
    ]
    return parts


def _part(kind: str, name: str, version: str, licence: str) -> dict[str, Any]:
    told = "id" if re.fullmatch(r"[\w.-]+", licence) else "name"
    reference = re.sub(r"[^\w.]+", "-", f"{name} {version}".strip())
    return {
        "type": kind,
        "bom-ref": reference,
        "name": name,
        "version": version,
        "licenses": [{"license": {told: licence}}],
    }
