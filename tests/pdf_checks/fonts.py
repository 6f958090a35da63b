# SPDX-License-Identifier: MPL-2.0
"""Read the fonts of a PDF: what their codes mean, and what their programs hold."""

import re
import struct

import pikepdf

RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*(<(\w+)>|\[([^\]]*)\])")
PAIR = re.compile(r"<(\w+)>\s*<(\w+)>")


class Font:
    """Hold one simple font. ``meanings`` maps codes to text, ``glyphs`` codes to glyphs."""

    def __init__(self, font):
        self.name = str(font.get("/BaseFont", "/?"))[1:]
        self.font = font
        self.meanings = _meanings(font)
        self.used = set()
        descriptor = font.get("/FontDescriptor", {})
        program = descriptor.get("/FontFile2")
        self.is_embedded = any(f"/FontFile{each}" in descriptor for each in ("", "2", "3"))
        self.glyphs, self._advances, self._unit = {}, [], 1000
        if program is not None:
            self._read(program.read_bytes())

    def text(self, codes):
        """Return what ``codes`` mean; those without a meaning become nothing."""
        self.used.update(codes)
        return "".join([self.meanings.get(code, "") for code in codes])

    def faults(self):
        """Yield what is wrong with the font, and with the codes that were used of it."""
        if not self.is_embedded:
            yield f"font {self.name} is not embedded"
        if not self.meanings:
            yield f"font {self.name} has no table to Unicode"
        if not re.match(r"[A-Z]{6}\+", self.name):
            yield f"font {self.name} is embedded whole, or not named as a subset"
        first, widths = int(self.font.get("/FirstChar", 0)), list(self.font.get("/Widths", []))
        if int(self.font.get("/LastChar", -1)) - first + 1 != len(widths):
            yield f"font {self.name} has a wrong number of widths"
        for code in sorted(self.used):
            yield from self._code_faults(code, first, widths)

    def _code_faults(self, code, first, widths):
        about = f"of code {code} of font {self.name}"
        if self.meanings.get(code, "") in {"", "\0", "\ufeff", "\ufffe"}:
            yield f"the meaning {about} is missing"
        if self.is_embedded and self.glyphs.get(code, 0) == 0:
            yield f"the glyph {about} is missing"
            return
        if not 0 <= code - first < len(widths):
            yield f"the width {about} is missing"
        elif self._advances and abs(float(widths[code - first]) - self._advance(code)) > 1:
            yield f"the width {about} is not that of its glyph"

    def _advance(self, code):
        glyph = min(self.glyphs[code], len(self._advances) - 1)
        return self._advances[glyph] * 1000 / self._unit

    def _read(self, program):
        """Read metrics and character map of a TrueType program (ISO/IEC 14496-22)."""
        count = struct.unpack_from(">H", program, 4)[0]
        tables = {}
        for place in range(count):
            tag, _sum, start, length = struct.unpack_from(">4sIII", program, 12 + 16 * place)
            tables[tag] = program[start : start + length]
        self._unit = struct.unpack_from(">H", tables[b"head"], 18)[0]
        metrics = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
        self._advances = [
            struct.unpack_from(">H", tables[b"hmtx"], 4 * place)[0] for place in range(metrics)
        ]
        self.glyphs = _character_map(tables[b"cmap"])


def fonts_of(resources, known):
    """Return the fonts of ``resources`` by their names; ``known`` keeps them by their objects."""
    found = {}
    for name, font in resources.get("/Font", {}).items():
        if font.objgen not in known:
            known[font.objgen] = Font(font)
        found[name] = known[font.objgen]
    return found


def _meanings(font):
    """Return what the codes of a font mean (ISO 32000-1, 9.10.3)."""
    if "/ToUnicode" not in font or not isinstance(font.ToUnicode, pikepdf.Stream):
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    meanings = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        meanings |= {int(code, 16): _text(text) for code, text in PAIR.findall(part)}
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, _all, start, several in RANGE.findall(part):
            codes = range(int(low, 16), int(high, 16) + 1)
            if start:
                first = int(start, 16)
                texts = [f"{first + step:0{len(start)}X}" for step in range(len(codes))]
            else:
                texts = re.findall(r"<(\w*)>", several)
            meanings |= dict(zip(codes, map(_text, texts), strict=False))
    return meanings


def _text(digits):
    return bytes.fromhex(digits).decode("utf-16-be", "surrogatepass")


def _character_map(table):
    """Return the glyph of each code, from the first table of one of the formats 0, 4 and 6."""
    start = struct.unpack_from(">I", table, 8)[0]
    kind = struct.unpack_from(">H", table, start)[0]
    if kind == 0:
        return dict(enumerate(table[start + 6 : start + 262]))
    if kind == 6:
        first, count = struct.unpack_from(">HH", table, start + 6)
        glyphs = struct.unpack_from(f">{count}H", table, start + 10)
        return {first + place: glyph for place, glyph in enumerate(glyphs)}
    raise ValueError(f"no letter can be told by a character map of format {kind}")
