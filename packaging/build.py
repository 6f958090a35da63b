# SPDX-License-Identifier: MPL-2.0
"""Make and try the packages: ``python3 packaging/build.py PART...``.

``docs/packaging.md`` says what each part is for, and what was measured.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from steps import check, folder, guide, icons, licences, linux, release, reproduce, sbom, windows
from steps.archive import write_sums
from steps.build import NAME, PACKAGING, ROOT, Build, find_build
from steps.environment import make_environment
from steps.tools import BuildError, prepare, run

OUT = ROOT / "build/packages"


def make_folder(build: Build) -> None:
    """Build the folder of the program, with licences and bill of materials, and tell its size.

    Raises:
        BuildError: It is larger than was promised, or a step failed.
    """
    make_environment(build)
    folder.build_folder(build, _spec_settings(build))
    licences.put_licences(build)
    sbom.write_sbom(build)
    if sys.platform == "darwin":
        folder.complete_app(build)
    folder.settle(build.folder, build.epoch)
    size = folder.size_of(build.folder)
    print(f"{build.folder}: {size / 1e6:.1f} MB")
    if size > folder.LARGEST:
        raise BuildError(f"That is more than the {folder.LARGEST / 1e6:.0f} MB it may take.")


def _spec_settings(build: Build) -> dict[str, str]:
    """Return what the spec needs beside the sources, on the system that this is."""
    if sys.platform == "win32":
        return windows.spec_settings(build)
    if sys.platform == "darwin":
        return {"AUDITAPP_ICON": str(icons.draw_icons(build) / f"{NAME}.icns")}
    return {}


def make_packages(build: Build) -> None:
    """Make the packages of this system from the folder, and the list of their sums."""
    for make in (linux.build_deb, linux.build_run, linux.build_portable):
        _tell(make(build))
    write_sums(build.dist)


def make_all(build: Build) -> None:
    """Build the folder and every package of this system."""
    make_folder(build)
    make_packages(build)


def make_windows(build: Build, built: Path) -> None:
    """Make the packages for Windows from a folder that was built there."""
    make_environment(build)
    for path in windows.build_packages(build, built):
        _tell(path)
    write_sums(build.dist)


def make_macos(build: Build) -> None:
    """Build for a Mac, on a Mac.

    Raises:
        BuildError: This is none.
    """
    if sys.platform != "darwin":
        raise BuildError("Only a Mac can build for a Mac: packaging/macos/build.sh")
    run(PACKAGING / "macos/build.sh", environment={"OUT": str(build.out)})


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
    "sums": (lambda build: write_sums(build.dist), "list the sums of the packages anew"),
    "macos": (make_macos, "build for a Mac, on a Mac"),
    "pictures": (guide.take_pictures, "take the pictures of the guide anew"),
    "changelog": (lambda _build: release.check_changelog(), "see that the changelog is in order"),
    "release": (lambda _build: release.check_release(), "see that this may be released"),
    "check": (check.check, "try each of them in a clean root, with the demo"),
    "try": (partial(check.check, with_demo=False), "the same without the demo, in less time"),
    "reproduce": (
        partial(reproduce.reproduce, make=make_all),
        "build once more, and compare",
    ),
    "all": (make_all, "build the program and all of those"),
}


def main(arguments: list[str]) -> int:
    """Make the parts that are named, and return 0, or 1 with a sentence when one cannot be made."""
    words = "\n".join(f"  {name:12} {what}" for name, (_make, what) in PARTS.items())
    parser = argparse.ArgumentParser(
        description=f"Make and try the packages. The parts:\n\n{words}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where to build")
    parser.add_argument(
        "--windows",
        type=Path,
        metavar="DIR",
        help="make the packages for Windows from this folder, which was built on Windows",
    )
    parser.add_argument(
        "--since",
        metavar="COMMIT",
        help="see that the changelog is in order, and tells of what was committed since",
    )
    parser.add_argument("--as-version", metavar="V", help="another version, to try an update from")
    chosen = parser.parse_args(arguments)
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown or not (chosen.parts or chosen.windows or chosen.since):
        parser.error(f"there is no part {unknown[0]!r}" if unknown else "name a part")
    try:
        build = find_build(chosen.out, chosen.as_version)
        for part in chosen.parts:
            PARTS[part][0](build)
        if chosen.since:
            release.check_changelog(chosen.since)
        if chosen.windows:
            make_windows(build, chosen.windows.resolve())
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
