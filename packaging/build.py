# SPDX-License-Identifier: MPL-2.0
"""Make and try the packages: ``python3 packaging/build.py PART...``.

``docs/packaging.md`` says what each part is for, and what was measured.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from steps import check, folder, licences, linux, reproduce, sbom
from steps.archive import write_sums
from steps.build import ROOT, Build, find_build
from steps.environment import make_environment
from steps.tools import BuildError, prepare

OUT = ROOT / "build/packages"


def make_folder(build: Build) -> None:
    """Build the folder of the program, with licences and bill of materials, and tell its size.

    Raises:
        BuildError: It is larger than was promised, or a step failed.
    """
    folder.build_folder(build)
    licences.put_licences(build)
    sbom.write_sbom(build)
    folder.settle(build.folder, build.epoch)
    size = folder.size_of(build.folder)
    print(f"{build.folder}: {size / 1e6:.1f} MB")
    if size > folder.LARGEST:
        raise BuildError(f"That is more than the {folder.LARGEST / 1e6:.0f} MB it may take.")


def make_packages(build: Build) -> None:
    """Make the packages of this system from the folder, and the list of their sums."""
    for make in (linux.build_deb, linux.build_run, linux.build_portable):
        _tell(make(build))
    write_sums(build.dist)


def make_all(build: Build) -> None:
    """Build the folder and every package of this system."""
    make_folder(build)
    make_packages(build)


def _tell(path: Path) -> None:
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


PARTS: dict[str, tuple[Callable[[Build], object], str]] = {
    "prepare": (lambda _build: prepare(), "install the Debian packages that building needs"),
    "environment": (make_environment, "make the environment that builds"),
    "folder": (make_folder, "build the program"),
    "licences": (licences.put_licences, "put the licences into the built folder"),
    "sbom": (sbom.write_sbom, "put the bill of materials into the built folder"),
    "deb": (lambda build: _tell(linux.build_deb(build)), "make the .deb"),
    "run": (lambda build: _tell(linux.build_run(build)), "make the set-up for one person"),
    "portable": (lambda build: _tell(linux.build_portable(build)), "make the portable folder"),
    "packages": (make_packages, "make .deb, .run and portable folder, and their sums"),
    "check": (check.check, "try each of them in a clean root, with the demo"),
    "try": (partial(check.check, with_demo=False), "the same without the demo, in less time"),
    "reproduce": (partial(reproduce.reproduce, make=make_all), "build twice and compare"),
    "all": (make_all, "build the program and all of those"),
}


def main(arguments: list[str]) -> int:
    """Make the parts that are named, and return 0, or 1 with a sentence when one cannot be made."""
    words = "\n".join(f"  {name:12} {what}" for name, (_make, what) in PARTS.items())
    parser = argparse.ArgumentParser(
        description=f"Make and try the packages. The parts:\n\n{words}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="+", choices=PARTS, metavar="PART")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where to build")
    parser.add_argument("--as-version", metavar="V", help="another version, to try an update from")
    chosen = parser.parse_args(arguments)
    try:
        build = find_build(chosen.out, chosen.as_version)
        for part in chosen.parts:
            PARTS[part][0](build)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
