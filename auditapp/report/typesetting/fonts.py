# SPDX-License-Identifier: MPL-2.0
"""Load the fonts of the reports, and shape Arabic script with them.

The fonts are Inter for nearly everything, Noto Sans Arabic for Arabic script, DejaVu Sans for
symbols that Inter lacks and DejaVu Sans Mono, cut down to Latin letters and signs, for what is
typed into a computer. They come with the application, so that a report looks and reads the same on
every machine; only the characters used are put into a file.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeStr

FOLDER = Path(__file__).parent / "resources"

LAST_CODE = 0xFFFF
PRIVATE = range(0xE000, 0xF900)
"""Code points without a meaning of their own."""

SHAPING_SIZE = 10
"""Any size will do: a shaped word holds thousandths of its size."""


class Weight(StrEnum):
    """Name the cuts of the main font, and ``CODE``, in which every letter is equally wide."""

    REGULAR = "Inter-Regular"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"
    ITALIC = "Inter-Italic"
    CODE = "DejaVuSansMono"


class Script(StrEnum):
    """Name the three fonts that a text is set in, in the order in which they are asked."""

    MAIN = "main"
    ARABIC = "arabic"
    SYMBOLS = "symbols"


SYMBOL_FONT = "DejaVuSans"
ARABIC_FONTS = {
    Weight.REGULAR: "NotoSansArabic-Regular",
    Weight.SEMIBOLD: "NotoSansArabic-Bold",
    Weight.BOLD: "NotoSansArabic-Bold",
    Weight.ITALIC: "NotoSansArabic-Regular",
    Weight.CODE: "NotoSansArabic-Regular",
}


def font_name(script: Script, weight: Weight) -> str:
    """Return the name of the font for ``script``, loaded and ready for use."""
    if script is Script.MAIN:
        name = str(weight)
    else:
        name = SYMBOL_FONT if script is Script.SYMBOLS else ARABIC_FONTS[weight]
    _load(name)
    return name


@cache
def coverage(script: Script) -> frozenset[str]:
    """Return the characters that every cut of the font for ``script`` can show.

    Characters above U+FFFF are left out: reportlab 5.1.0 writes a faulty table for them, and they
    could not be copied out of the file again.
    """
    names = {font_name(script, weight) for weight in Weight if weight is not Weight.CODE}
    codes = set.intersection(*(set(_load(name).face.charToGlyph) for name in names))
    return frozenset(chr(code) for code in codes if 0 < code <= LAST_CODE and code not in PRIVATE)


@cache
def code_coverage() -> frozenset[str]:
    """Return the characters that the font of code can show."""
    return frozenset(map(chr, _load(font_name(Script.MAIN, Weight.CODE)).face.charToGlyph))


def width_of(text: str, font: str) -> float:
    """Return the width of ``text`` at a size of one point."""
    widths = _load(font).face.charWidths
    default = _load(font).face.defaultWidth
    return float(sum([widths.get(ord(char), default) for char in text])) / 1000


def shape(text: str, font: str) -> tuple[str, float]:
    """Join the letters of one run of Arabic script as they are written.

    Returns the shaped run, its glyphs from left to right, and its width at a size of one point.
    """
    _load(font)
    shaped = shapeStr(text, font, SHAPING_SIZE, force=True)
    return shaped, sum(part.x_advance for part in shaped.__shapeData__) / 1000


@cache
def _load(name: str) -> TTFont:
    """Register one font with reportlab, whose list of fonts belongs to the process."""
    font = TTFont(name, str(FOLDER / f"{name}.ttf"), shapable=name in ARABIC_FONTS.values())
    pdfmetrics.registerFont(font)
    if font.shapable:
        _number_all_glyphs(font)
    if name == Weight.CODE:
        _widen_all_glyphs(font)
    return font


def _widen_all_glyphs(font: TTFont) -> None:
    """Give every glyph of a font of one width that width, in units of the font.

    reportlab 5.1.0 keeps those after the first in thousandths, and would write them so into files.
    """
    metrics = font.face.hmetrics
    font.face.hmetrics = [(metrics[0][0], left) for _width, left in metrics]


def _number_all_glyphs(font: TTFont) -> None:
    """Give every glyph without a character one from the private area, in the font's own order.

    reportlab would number them as they turn up, and then the bytes of a report would depend on
    the reports made before it.
    """
    shaper = font.hbFont(SHAPING_SIZE)
    for glyph in range(font.hbFace.glyph_count):
        if glyph not in font.face.glyphToChar:
            font.hbAddPrivate(
                shaper.glyph_to_string(glyph), glyph, shaper.get_glyph_h_advance(glyph)
            )
