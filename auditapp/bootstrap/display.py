# SPDX-License-Identifier: MPL-2.0
"""Find out whether there is a screen.

A name in ``DISPLAY`` proves nothing, and Qt aborts the process when nobody answers to it.
"""

import os
import re
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
        return _answers((host, 6000 + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    return _answers(f"\0{path}") or _answers(path)


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    return _answers(str(path))


def _answers(address: str | tuple[str, int]) -> bool:
    """Ask at a path, or at a computer and port. Only where there is one is the import needed."""
    import socket  # noqa: PLC0415, TID251 - asks this computer's own screen, nobody else

    family = socket.AF_INET
    if sys.platform != "win32" and isinstance(address, str):
        family = socket.AF_UNIX
    with socket.socket(family) as screen:
        screen.settimeout(_PATIENCE)
        try:
            screen.connect(address)
        except OSError:
            return False
        return True
