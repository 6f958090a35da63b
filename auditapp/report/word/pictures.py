# SPDX-License-Identifier: MPL-2.0
"""Put pictures into a Word document, each in a part of its own (ISO/IEC 29500-1, 20.4)."""

from typing import Final

from auditapp.report.blocks import Picture
from auditapp.report.word.markup import Xml, attribute

PICTURE_SPACES: Final = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

_POINT: Final = 12700
"""English metric units in a point."""

_WIDEST, _HIGHEST = 140.0, 46.0
"""Points that a picture takes at most, as in the PDF."""


class Pictures:
    """Number the pictures of one document; those that are the same share a part."""

    def __init__(self) -> None:
        self._parts: dict[bytes, int] = {}
        self._drawn = 0

    @property
    def parts(self) -> list[tuple[str, bytes]]:
        """Return the name of each part below ``word``, and what is in it."""
        return [(f"media/picture{number}.png", png) for png, number in self._parts.items()]

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Return by what the text calls each part, and its name."""
        return [(f"rPicture{number}", name) for number, (name, _png) in enumerate(self.parts, 1)]

    def paragraph(self, picture: Picture, style: str = "Normal") -> Xml:
        """Return a paragraph with a picture in it, which is read out by its words."""
        part = self._parts.setdefault(picture.png, len(self._parts) + 1)
        self._drawn += 1
        wide, high = picture.size
        scale = min(_WIDEST / wide, _HIGHEST / high) * _POINT
        size = f'cx="{round(wide * scale)}" cy="{round(high * scale)}"'
        words = attribute(picture.words)
        about = f'id="{self._drawn}" name="Picture {self._drawn}" descr={words}'
        drawing = (
            f"<wp:inline><wp:extent {size}/><wp:docPr {about}/><a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="rPicture{part}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline>"
        )
        return Xml(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f"<w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>"
        )
