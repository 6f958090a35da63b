# SPDX-License-Identifier: MPL-2.0
"""Draw the icon of the program in the forms that Windows and macOS want, from the one SVG."""

import struct
from pathlib import Path

from steps.build import NAME, ROOT, Build
from steps.tools import run

SVG = ROOT / f"ui/resources/{NAME}.svg"

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
"""Pixels. Windows looks for the first of them, macOS for the last."""

_LARGEST_OF_WINDOWS = 256

# Four letters for each size in an .icns file: Apple, "Icon Image Format"; the pictures are PNG.
_ICNS = {
    16: b"icp4",
    32: b"icp5",
    64: b"icp6",
    128: b"ic07",
    256: b"ic08",
    512: b"ic09",
    1024: b"ic10",
}

_DRAW = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication(["icons", "-platform", "offscreen"])
drawing = QSvgRenderer(sys.argv[1])
for size in map(int, sys.argv[3:]):
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    assert picture.save(f"{sys.argv[2]}/{size}.png")
"""


def draw_icons(build: Build) -> Path:
    """Write ``NAME.ico``, ``NAME.icns`` and a PNG of each size; return their folder.

    Raises:
        BuildError: Qt could not draw.
    """
    folder = build.work / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    run(build.python, "-c", _DRAW, SVG, folder, *map(str, SIZES), environment=build.environment)
    pictures = {size: (folder / f"{size}.png").read_bytes() for size in SIZES}
    (folder / f"{NAME}.ico").write_bytes(ico(pictures))
    (folder / f"{NAME}.icns").write_bytes(icns(pictures))
    return folder


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon for Windows of PNGs by their size: a header, a line for each, the pictures."""
    fitting = {size: raw for size, raw in pictures.items() if size <= _LARGEST_OF_WINDOWS}
    header = struct.pack("<3H", 0, 1, len(fitting))
    place = len(header) + 16 * len(fitting)
    lines = []
    for size, raw in fitting.items():
        side = size % _LARGEST_OF_WINDOWS  # 256 is written as 0
        lines.append(struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(raw), place))
        place += len(raw)
    return header + b"".join(lines) + b"".join(fitting.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an icon for macOS of PNGs by their size: four letters and a length before each."""
    parts = [
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size]
        for size, kind in _ICNS.items()
    ]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body
