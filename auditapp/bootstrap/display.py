# SPDX-License-Identifier: MPL-2.0
"""Find out whether there is a screen.

A name in ``DISPLAY`` proves nothing, and Qt aborts the process when nobody answers to it.
"""

import os
import re
import socket  # noqa: TID251 - asks this computer's own screen, nobody else
import sys
from pathlib import Path

_PATIENCE = 2.0  # seconds


def have_display() -> bool:
    """Tell whether a window can be opened here."""
    return not sys.platform.startswith("linux") or _wayland_answers() or x11_answers()


def x11_answers() -> bool:
    """Tell whether an X server listens where ``DISPLAY`` says."""
    name = re.fullmatch(r"(?:unix)?([^:]*):(\d+)(?:\.\d+)?", os.environ.get("DISPLAY", ""))
    if not name:
        return False
    host, number = name[1], int(name[2])
    if host:
        return _answers(socket.AF_INET, (host, 6000 + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    return _answers(socket.AF_UNIX, f"\0{path}") or _answers(socket.AF_UNIX, path)


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    return _answers(socket.AF_UNIX, str(path))


def _answers(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family) as screen:
        screen.settimeout(_PATIENCE)
        try:
            screen.connect(address)
        except OSError:
            return False
        return True
