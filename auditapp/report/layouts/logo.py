# SPDX-License-Identifier: MPL-2.0
"""Make of the file of a logo the picture that is printed: small, without transparency, in RGB.

The file is drawn anew, so nothing else that was in it, such as where a photograph was taken, gets
into a report. PDF/A-2a and print are simplest without transparency: it is laid on white.
"""

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.report.blocks import Picture

MOST_BYTES: Final = 500_000
MOST_PIXELS: Final = 2_000
"""The widest and the highest that a logo may be."""

_PRINTED: Final = (875, 288)
"""Pixels: the room for a logo on paper, 140 by 46 points, at 450 dots an inch."""

_FORMATS: Final = ("PNG", "JPEG")


class LogoError(AuditAppError):
    """Say why a file cannot be a logo."""


def read_logo(data: bytes, words: str) -> Picture:
    """Return the picture in the bytes of a PNG or JPEG file; ``words`` say what it shows.

    Raises:
        LogoError: It is neither, damaged, or too large.
    """
    if len(data) > MOST_BYTES:
        raise LogoError(
            _("The logo is larger than {size} KB.").format(size=MOST_BYTES // 1000),
            _("Save it smaller: 900 pixels across are enough for print."),
        )
    image = _flat(data)
    image.thumbnail(_PRINTED, Image.Resampling.LANCZOS)
    drawn = BytesIO()
    image.save(drawn, "PNG")
    return Picture(drawn.getvalue(), image.size, words)


def _flat(data: bytes) -> Image.Image:
    """Return the picture on white, the way up that it is meant to be seen."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            _require_size(opened.size)
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except LogoError:
        raise
    except Exception as error:  # whatever a decoder makes of a damaged file
        raise LogoError(
            _("The logo is no PNG or JPEG picture, or is damaged."),
            _("Open it in a picture program and save it as PNG."),
        ) from error
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright.getchannel("A"))
    return flat


def _require_size(size: tuple[int, int]) -> None:
    """Refuse a picture of many pixels before they are unpacked."""
    if max(size) > MOST_PIXELS:
        raise LogoError(
            _("The logo has {width} by {height} pixels.").format(width=size[0], height=size[1]),
            _("Make it at most {most} pixels wide and high.").format(most=MOST_PIXELS),
        )
