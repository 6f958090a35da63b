# SPDX-License-Identifier: MPL-2.0
"""Open a screen that nobody looks at, and look at it through the file that Xvfb keeps of it."""

import os
import struct
import subprocess
import time
from contextlib import contextmanager

SIZE = "1366x768x24"
PATIENCE = 120
GLANCE = 0.25
"""Seconds between two looks."""

_HEADER = struct.Struct(">25I")
_HEADER_SIZE, _ROW, _HEIGHT, _COLOURS = 0, 12, 5, 19
"""Places in the header of an XWD file (X11, XWDFile.h)."""
_COLOUR_SIZE = 12


class Screen:
    """A screen with its ``name``, for ``DISPLAY``."""

    def __init__(self, name, picture):
        self.name = name
        self._picture = picture

    def colours(self):
        """Return how many colours are on the screen."""
        raw = self._picture.read_bytes()
        header = _HEADER.unpack_from(raw)
        start = header[_HEADER_SIZE] + header[_COLOURS] * _COLOUR_SIZE
        pixels = memoryview(raw)[start : start + header[_ROW] * header[_HEIGHT]].cast("I")
        return len(set(pixels))

    def wait_for_colours(self, more_than, process):
        """Wait until there are more colours than that; return how many there were at last."""
        deadline = time.monotonic() + PATIENCE
        seen = self.colours()
        while seen <= more_than and process.poll() is None and time.monotonic() < deadline:
            time.sleep(GLANCE)
            seen = self.colours()
        return seen


@contextmanager
def start_screen(folder):
    """Start Xvfb with a free number for the length of a ``with`` block."""
    reading, writing = os.pipe()
    options = ["-screen", "0", SIZE, "-fbdir", str(folder), "-nolisten", "tcp"]
    command = ["Xvfb", "-displayfd", str(writing), *options]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        process.terminate()
        process.wait()
