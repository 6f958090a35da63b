# SPDX-License-Identifier: MPL-2.0
"""Find what the outside client needs of the system, and install it where that is allowed."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from auditapp.bootstrap import libraries

SYSTEM_PYTHON: Final = "/usr/bin/python3"
BUS_LAUNCHER: Final = "/usr/libexec/at-spi-bus-launcher"

PROGRAMS: Final[Mapping[str, str]] = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "xdotool": "xdotool",
    BUS_LAUNCHER: "at-spi2-core",
}
"""Program -> the Debian package that brings it."""

CLIENT_PACKAGES: Final = ("python3-gi", "gir1.2-atspi-2.0")
"""What the system's Python needs to speak to the bus."""


class CannotRunError(Exception):
    """Say what is missing, where it can not be installed from here."""


def need_all() -> None:
    """Return when all is there; install it first as root on Debian.

    Raises:
        CannotRunError: Something is missing.
    """
    if not sys.platform.startswith("linux"):
        raise CannotRunError("the accessibility bus that it speaks to is one of Linux")
    missing = _missing()
    if missing and libraries.may_use_apt():
        print(f"[outside client] installing {', '.join(missing)}", file=sys.stderr)
        libraries.install(missing)
        missing = _missing()
    if missing:
        raise CannotRunError(f"this computer lacks {', '.join(missing)}")


def _missing() -> list[str]:
    """List the Debian packages of what is not there."""
    missing = [package for name, package in PROGRAMS.items() if not shutil.which(name)]
    missing += [] if _client_can_speak() else CLIENT_PACKAGES
    libraries_needed = libraries.X11_LIBRARIES.items()
    return missing + [package for name, package in libraries_needed if not libraries.loads(name)]


def _client_can_speak() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([SYSTEM_PYTHON, "-I", "-c", probe], capture_output=True, check=False)
    return done.returncode == 0
