# SPDX-License-Identifier: MPL-2.0
"""Find the shared libraries that Qt needs on Linux; elsewhere they are part of the system."""

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

from auditapp.bootstrap.display import x11_answers
from auditapp.bootstrap.messages import SetupError, say

# Shared library -> the Debian package that brings it. Found by starting from a bare Debian 12: what
# Qt itself names when it cannot start is not what is missing.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def need_libraries() -> None:
    """Return when all are there; install them first where that is allowed.

    Raises:
        SetupError: some are missing; its text says how to install them.
    """
    missing = _missing()
    if missing and may_use_apt():
        say(f"this computer lacks {', '.join(missing.values())}; installing them")
        install(missing.values())
        importlib.invalidate_caches()
        missing = _missing()
    if missing:
        raise SetupError(_how_to_install(missing))


def loads(library: str) -> bool:
    """Tell whether a shared library is there."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def may_use_apt() -> bool:
    """Tell whether this process may install Debian packages, and is wanted to."""
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return bool(is_root and shutil.which("apt-get") and not os.environ.get("AUDITAPP_NO_APT"))


def install(packages: Iterable[str]) -> None:
    """Install Debian packages; what apt-get says is shown only when it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = ["apt-get", "-qq", *step]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stderr.write(done.stdout + done.stderr)
            return


def _missing() -> dict[str, str]:
    """Map each missing library to its Debian package."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = QT_LIBRARIES | (X11_LIBRARIES if x11_answers() else {})
    missing = {name: package for name, package in wanted.items() if not loads(name)}
    if not importlib.util.find_spec("ensurepip"):  # Debian keeps it in a package of its own
        missing["Python's ensurepip module"] = f"python3.{sys.version_info.minor}-venv"
    return missing


def _how_to_install(missing: dict[str, str]) -> str:
    if shutil.which("apt-get"):
        packages = " ".join(missing.values())
        return (
            "This computer lacks some system libraries. Run this once, then start again:\n\n"
            f"    sudo apt-get install --no-install-recommends {packages}\n"
        )
    return (
        "This computer lacks some system libraries. Install what brings these, then start again:"
        f"\n\n    {', '.join(missing)}\n"
    )
