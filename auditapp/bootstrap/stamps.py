# SPDX-License-Identifier: MPL-2.0
"""Know where the environment is, and whether it holds what the lock files name."""

import os
import sys
from pathlib import Path
from typing import Literal

from auditapp.bootstrap.display import x11_answers

Kind = Literal["run", "test"]
"""What the environment is for."""

ROOT = Path(__file__).resolve().parents[2]
VENV = Path(os.environ.get("AUDITAPP_VENV", ROOT / ".venv")).absolute()
LOCKS: dict[Kind, tuple[Path, ...]] = {
    "run": (ROOT / "requirements.lock",),
    "test": (ROOT / "requirements.lock", ROOT / "requirements-test.lock"),
}
UNFINISHED = VENV / "audit-setup-unfinished"
"""There from the first step of a set-up to the last, so that one cut off half-way is known."""


def venv_python() -> Path:
    """Return the path of the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_inside() -> bool:
    """Tell whether the Python that runs is the environment's."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def is_ready(kind: Kind) -> bool:
    """Tell whether the environment holds the packages for ``kind``."""
    finished = not UNFINISHED.exists() and (VENV / "pyvenv.cfg").exists()
    return finished and venv_python().exists() and _stamp(kind).exists()


def put_stamp(kind: Kind) -> None:
    """Note that the environment is ready for ``kind``, and by whichever locks it no longer is."""
    for stamp in all_stamps():
        if _digest() not in stamp.name:
            stamp.unlink()
    _stamp(kind).touch()
    UNFINISHED.unlink()


def all_stamps() -> list[Path]:
    """List the stamps in the environment: none are in one that something else made."""
    return list(VENV.glob("audit-ready-*"))


def _stamp(kind: Kind) -> Path:
    """Name the file that says: ready for ``kind``, and for a screen too if there is one now."""
    screen = "-screen" if kind == "run" and x11_answers() else ""
    return VENV / f"audit-ready-{_digest()}-{kind}{screen}"


def _digest() -> str:
    """Digest the locks and the version of Python, the two things a set-up depends on."""
    import hashlib  # noqa: PLC0415 - a package has no stamps, and its window should open quickly

    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for lock in LOCKS["test"]:
        digest.update(lock.read_bytes())
    return digest.hexdigest()[:16]
