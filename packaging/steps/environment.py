# SPDX-License-Identifier: MPL-2.0
"""Make the environment that builds: the packages of the program, and those that pack it.

The keychain and the seal, which are optional for who runs the sources, are in every package:
whoever has a package cannot add to it.
"""

import hashlib
import re
import shutil
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

from steps.build import ROOT, Build
from steps.tools import run

RUNTIME_LOCKS = tuple(ROOT / f"requirements{part}.lock" for part in ("", "-keychain", "-seal"))
BUILD_LOCK = ROOT / "requirements-build.lock"

LEFT_OUT = frozenset(
    {
        "aiohttp",  # pyHanko could ask a time server with it: auditapp/report/pdf/seal.py
        *("aiohappyeyeballs", "aiosignal", "attrs", "frozenlist"),  # what only that needs,
        *("idna", "multidict", "propcache", "yarl"),
        "certifi",  # whom to trust in a network,
        "oscrypto",  # and where the system keeps that: only for checking seals of others
    }
)
"""What the locks name and no package holds: it is for a network, of which the program uses none."""

_PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)


def make_environment(build: Build) -> None:
    """Make ``build.venv`` from the locks, hashes checked, unless it was made from just these.

    Raises:
        BuildError: pip refused, for example because there is neither network nor ``vendor``.
    """
    stamp = build.venv / f"made-from-{_digest()}"
    if stamp.exists():
        return
    shutil.rmtree(build.venv, ignore_errors=True)
    venv.create(build.venv, with_pip=True)
    options = ["-qq", "--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile"]
    if (ROOT / "vendor").is_dir():
        options += ["--no-index", f"--find-links={ROOT / 'vendor'}"]
    locks = [f"--requirement={lock}" for lock in (*RUNTIME_LOCKS, BUILD_LOCK)]
    run(build.python, "-I", "-m", "pip", "install", *options, *locks)
    stamp.touch()


def runtime_pins() -> dict[str, str]:
    """Return the packages that are packed, for any system, with their versions."""
    named = dict(pin for lock in RUNTIME_LOCKS for pin in pins(lock))
    return {name: version for name, version in named.items() if name not in LEFT_OUT}


def pins(lock: Path) -> Iterator[tuple[str, str]]:
    """Yield name and version of each package in a lock."""
    yield from _PIN.findall(lock.read_text("utf-8"))


def normalised(name: str) -> str:
    """Return the name of a package as locks spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _digest() -> str:
    """Digest what the environment depends on: the locks and the Python."""
    digest = hashlib.sha256(sys.version.encode())
    for lock in (*RUNTIME_LOCKS, BUILD_LOCK):
        digest.update(lock.read_bytes())
    return digest.hexdigest()[:16]
