# SPDX-License-Identifier: MPL-2.0
"""Try every package in a clean root: install, work, update, remove.

What is tried from inside is ``tests.built``: the commands, reports in every format, and the demo on
a screen. Here it is seen that an update opens what the version before made, and that removing the
program leaves it.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from steps import folder, licences, linux
from steps.archive import digest
from steps.build import NAME, ROOT, Build
from steps.clean_root import HOME, PERSON, alive, clear_root, inside, make_root, need_roots
from steps.environment import make_environment
from steps.tools import BuildError, run
from tests.built.built_program import BuiltProgram

AUDITS = "audits"
UNINSTALL = f"/{HOME}/.local/lib/{NAME}/uninstall.sh"

OLDER = "0.0.1"
"""The version that is played to have been there before."""

_KEYCHAIN_OF_DEBIAN = ("dbus", "gnome-keyring")

UNTRIED = (
    "Not tried here: Windows, macOS, Wayland, a desktop with a menu, other Linuxes than Debian 12, "
    "and processors other than x86_64."
)


@dataclass(frozen=True, slots=True)
class Trial:
    """Say where one kind of package lies, how it is made, installed, started and removed.

    ``make_root`` gets the folder of the root and the package; ``install`` and ``remove`` the root
    and what to install or remove, as seen from inside; ``program`` is what starts a version.
    """

    package: Callable[[Build], Path]
    make: Callable[[Build], Path]
    make_root: Callable[[Path, Path], None]
    install: Callable[[Path, str], object]
    program: Callable[[str], str]
    remove: Callable[[Path, str], object]


def check(build: Build, *, with_demo: bool = True) -> None:
    """Try every package.

    Raises:
        BuildError: Something did not work as it should.
    """
    need_roots()
    older = build_older(build)
    packages = {
        name: (_package(each, older), _package(each, build)) for name, each in TRIALS.items()
    }
    demo = ["--demo=seen"] if with_demo else []  # unseen it needs fewer libraries
    # As many side by side as there are processors: more would only keep each other waiting.
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        begun = {
            name: side_by_side.submit(_try_package, name, build, *both, *demo)
            for name, both in packages.items()
        }
        begun["keychain"] = side_by_side.submit(_try_keychain, build, packages["portable"][1])
    refuse_faults({name: each.exception() for name, each in begun.items()})
    print(UNTRIED)


def refuse_faults(seen: Mapping[str, BaseException | None]) -> None:
    """Return when no trial ended with an error.

    Raises:
        BuildError: Some did; it tells all of them, for each trial takes long.
    """
    faults = {name: fault for name, fault in seen.items() if fault}
    if faults:
        told = "\n\n".join(f"{name}: {fault}" for name, fault in faults.items())
        raise BuildError(told) from next(iter(faults.values()))


def build_older(build: Build) -> Build:
    """Build the same program as a version before, unless it is there, and return that build."""
    older = replace(build, out=build.out / "older", version=OLDER)
    if older.folder.exists() and older.folder.stat().st_mtime == build.epoch:
        return older
    make_environment(build)
    older.out.mkdir(parents=True, exist_ok=True)
    if not older.venv.exists():
        older.venv.symlink_to(build.venv)
    folder.build_folder(older)
    licences.put_licences(older)
    folder.settle(older.folder, build.epoch)
    return older


def _try_package(name: str, build: Build, before: Path, now: Path, *more: str) -> None:
    """Install the older one, make audits with it, update, try the new one, remove it."""
    trial, root = TRIALS[name], build.out / "roots" / name
    clear_root(root)
    trial.make_root(root, before)
    with alive(root):
        _install(trial, root, before)
        kept = _audits_of_older(trial, root)
        _install(trial, root, now)
        program = _program(trial, root, build.version)
        said = program.run("--version").stdout
        _expect(f"Case File Audit {build.version}\n", said, "the version after the update")
        _expect(kept, _prints_of(root), "the audits after the update")
        seen = program.run("store", "check", home=AUDITS)
        _expect((0, ""), (seen.returncode, seen.stderr), "whether all audits are whole")
        print(f"{name}: updated from {OLDER} to {build.version}; the audits open and are whole")
        _try_inside(trial.program(build.version), root, build, *more)
        kept = _prints_of(root)
        trial.remove(root, trial.program(build.version))
        # A link in the root leads nowhere as seen from outside, and would be left all the same.
        is_left = os.path.lexists(root / trial.program(build.version).lstrip("/"))
        _expect(False, is_left, "whether the program is there after it was removed")
        _expect(kept, _prints_of(root), "the audits after the program was removed")
    print(f"{name}: removed; the audits are where they were")
    clear_root(root)


def _try_keychain(build: Build, package: Path) -> None:
    """Let a real keychain open audits, in a root that has one; the others lack it, as many do."""
    root, trial = build.out / "roots/keychain", TRIALS["portable"]
    clear_root(root)
    make_root(root, packages=[*linux.needed_packages(), *_KEYCHAIN_OF_DEBIAN])
    with (root / "etc/passwd").open("a") as people:  # D-Bus wants to know whose session it is
        people.write(f"auditor:x:{PERSON}:{PERSON}::/{HOME}:/bin/sh\n")
    with alive(root):
        _install(trial, root, package)
        _try_inside(trial.program(build.version), root, build, "--keychain", "-k=keychain")
    print("keychain: what it keeps opens the audits")
    clear_root(root)


def _audits_of_older(trial: Trial, root: Path) -> dict[str, str]:
    """Make audits with the older version, and return the sums of their files."""
    program = _program(trial, root, OLDER)
    _expect(f"Case File Audit {OLDER}\n", program.run("--version").stdout, "the older version")
    made = program.run("sample-data", "2", home=AUDITS)
    _expect((0, ""), (made.returncode, made.stderr), "the audits that it made")
    return _prints_of(root)


def _package(trial: Trial, build: Build) -> Path:
    """Return the package of a build, which a new folder makes outdated and removes."""
    there = trial.package(build)
    return there if there.exists() else trial.make(build)


def _program(trial: Trial, root: Path, version: str) -> BuiltProgram:
    return BuiltProgram(trial.program(version), root / HOME, root=root, user=PERSON)


def _install(trial: Trial, root: Path, package: Path) -> None:
    shutil.copy(package, root / "opt" / package.name)
    trial.install(root, f"/opt/{package.name}")


def _try_inside(program: str, root: Path, build: Build, *more: str) -> None:
    """Run the trials of a built program in a root, and tell how many there were."""
    options = [f"--root={root}", f"--user={PERSON}", f"--build-version={build.version}", *more]
    said = run(sys.executable, "-m", "tests.built", program, *options, folder=ROOT)
    print(f"{root.name}: {said.splitlines()[-1]}")


def _prints_of(root: Path) -> dict[str, str]:
    """Return the sums of all files of the person's audits."""
    place = root / HOME / AUDITS
    files = (path for path in place.rglob("*") if path.is_file())
    return {str(path.relative_to(place)): digest(path) for path in files}


def _expect(expected: object, actual: object, what: str) -> None:
    if expected != actual:
        raise BuildError(f"Wrong: {what}.\nExpected: {expected}\nFound:    {actual}")


def _unpack(root: Path, package: str) -> None:
    inside(root, "tar", "-xzf", package, "-C", f"/{HOME}", person=PERSON)


def _make_bare_root(root: Path, _package: Path) -> None:
    make_root(root, packages=linux.needed_packages())


TRIALS = {
    "deb": Trial(
        linux.deb_of,
        linux.build_deb,
        lambda root, package: make_root(root, install=package),
        lambda root, package: inside(root, "dpkg", "--install", package),
        lambda _version: f"/usr/bin/{NAME}",
        lambda root, _program: inside(root, "dpkg", "--remove", NAME),
    ),
    "run": Trial(
        linux.run_of,
        linux.build_run,
        _make_bare_root,
        lambda root, package: inside(root, "sh", package, person=PERSON),
        lambda _version: f"/{HOME}/.local/bin/{NAME}",
        lambda root, _program: inside(
            root, f"/{HOME}/.local/lib/{NAME}/uninstall.sh", person=PERSON
        ),
    ),
    "portable": Trial(
        linux.portable_of,
        linux.build_portable,
        _make_bare_root,
        _unpack,
        lambda version: f"/{HOME}/{NAME}-{version}/start.sh",
        lambda root, program: inside(root, "rm", "-r", str(Path(program).parent), person=PERSON),
    ),
}
