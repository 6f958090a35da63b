# SPDX-License-Identifier: MPL-2.0
"""Make the colour profile of sRGB, so that a report says which red its red is.

PDF/A asks for one in every file (ISO 19005-2, 6.2.3). This is a matrix profile of ICC.1:2010,
version 4, made from the figures of IEC 61966-2-1; it takes 548 bytes, where the profiles that are
handed around take 3,000.
"""

import struct
from functools import cache
from hashlib import md5
from typing import Final

NAME: Final = "sRGB IEC61966-2.1"

_HEADER = struct.Struct(">I4sI4s4s4s6H4s4sIIIQI3i4s16s28x")
_WHITE: Final = (0.9642, 1.0, 0.8249)
"""D50, to which all profiles are adapted (ICC.1:2010, 7.2.16)."""

_PRIMARIES: Final = {
    b"rXYZ": (0.436065674, 0.222488403, 0.013916016),
    b"gXYZ": (0.385147095, 0.716873169, 0.097076416),
    b"bXYZ": (0.143066406, 0.060607910, 0.714096069),
}
"""The primaries of sRGB adapted to D50 by the Bradford method."""

_ADAPTATION: Final = (
    *(1.047882080, 0.022918701, -0.050216675),
    *(0.029586792, 0.990478516, -0.017059326),
    *(-0.009231567, 0.015075684, 0.751678467),
)
"""The Bradford matrix from D65 to D50."""

_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Exponent and constants of the curve of IEC 61966-2-1, as a function of type 3."""


@cache
def srgb_profile() -> bytes:
    """Return the profile as the contents of an ICC file."""
    curve = struct.pack(">4sIHH", b"para", 0, 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _point(*_WHITE),
        b"chad": struct.pack(">4sI", b"sf32", 0) + _fixed(*_ADAPTATION),
        **{name: _point(*values) for name, values in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    body = _tagged(tags)
    # The fingerprint is that of the profile without it (ICC.1:2010, 7.2.18).
    digest = md5(_header(len(body), bytes(16)) + body, usedforsecurity=False).digest()
    return _header(len(body), digest) + body


def _header(body_size: int, digest: bytes) -> bytes:
    size = _HEADER.size + body_size
    white = (round(value * 0x10000) for value in _WHITE)
    made = (2026, 1, 1, 0, 0, 0)
    space = (b"mntr", b"RGB ", b"XYZ ")
    return _HEADER.pack(
        size, b"", 0x04200000, *space, *made, b"acsp", b"", *[0] * 5, *white, b"", digest
    )


def _tagged(tags: dict[bytes, bytes]) -> bytes:
    """Return the list of the tags and what they hold; what is the same is held once."""
    place = _HEADER.size + 4 + 12 * len(tags)
    rows, held = [struct.pack(">I", len(tags))], b""
    places: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in places:
            places[content] = place + len(held)
            held += content + bytes(-len(content) % 4)
        rows.append(struct.pack(">4sII", name, places[content], len(content)))
    return b"".join(rows) + held


def _text(words: str) -> bytes:
    """Return a text in one language."""
    encoded = words.encode("utf-16-be")
    head = struct.pack(">4sIII4sII", b"mluc", 0, 1, 12, b"enGB", len(encoded), 28)
    return head + encoded


def _point(*values: float) -> bytes:
    return struct.pack(">4sI", b"XYZ ", 0) + _fixed(*values)


def _fixed(*values: float) -> bytes:
    """Return numbers with sixteen bits behind the point."""
    return struct.pack(f">{len(values)}i", *(round(value * 0x10000) for value in values))
