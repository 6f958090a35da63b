# SPDX-License-Identifier: MPL-2.0
"""Set a picture, tagged as a figure with its words."""

from io import BytesIO
from typing import Final

from reportlab.lib.utils import ImageReader

from auditapp.report.blocks import Picture
from auditapp.report.pdf.pieces import Piece
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.typesetting.gate import admit_line

LOGO_WIDTH: Final = 140.0
LOGO_HEIGHT: Final = 46.0
"""Points. A picture is made to fit both, and keeps its shape."""


class PicturePiece(Piece):
    """Draw a picture at the left of its column, or at the right."""

    def __init__(self, picture: Picture, parent: Element, *, is_right: bool = False) -> None:
        self._picture = picture
        self._element = Element(Role.FIGURE, parent, alt=admit_line(picture.words))
        self._is_right = is_right

    def measure(self, width: float) -> float:
        """Return the height of the picture."""
        return self._size(width)[1]

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw it, and say in the structure where it stands."""
        wide, high = self._size(width)
        left, foot = x + (width - wide if self._is_right else 0), top - high
        self._element.attributes = (
            f"/O/Layout/Placement/Block/BBox[{left:.2f} {foot:.2f} {left + wide:.2f} {top:.2f}]"
        )
        with sheet.content(self._element):
            image = ImageReader(BytesIO(self._picture.png))
            sheet.canvas.drawImage(image, left, foot, wide, high)

    def _size(self, width: float) -> tuple[float, float]:
        wide, high = self._picture.size
        scale = min(min(width, LOGO_WIDTH) / wide, LOGO_HEIGHT / high)
        return wide * scale, high * scale
