# SPDX-License-Identifier: MPL-2.0
"""Take room from the pictures of the guide: ``python pictures.py FOLDER``, with Pillow at hand.

Pictures of windows have few colours: with a palette of 256 they take less than half of the room and
look the same. Run by the Python of the build, whose Pillow is the pinned one.
"""

import sys
from pathlib import Path

COLOURS = 256


def shrink(folder: Path) -> None:
    """Give each PNG in ``folder`` a palette, where that makes it smaller."""
    from PIL import Image  # noqa: PLC0415 - the Python that starts the build may lack it

    for path in sorted(folder.rglob("*.png")):
        before = path.stat().st_size
        other = path.with_suffix(".small")
        with Image.open(path) as picture:
            flat = picture.convert("RGB")
            small = flat.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            small.save(other, "PNG", optimize=True)
        if other.stat().st_size < before:
            other.replace(path)
        else:
            other.unlink()


if __name__ == "__main__":
    shrink(Path(sys.argv[1]))
