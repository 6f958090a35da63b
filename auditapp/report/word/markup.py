# SPDX-License-Identifier: MPL-2.0
"""Let text into a Word document: the one door for every word that is not ours.

What is `Xml` is ready to stand in a part of the file. Names are those of WordprocessingML
(ISO/IEC 29500-1, 17).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NewType
from xml.sax.saxutils import escape, quoteattr

from auditapp.report.characters import cleaned, cleaned_line, is_arabic
from auditapp.report.typesetting.direction import is_right_to_left

Xml = NewType("Xml", str)

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TAB: Final = "\t"

_RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUNS: Final = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[ \u200c]+[{_RIGHT_TO_LEFT}]+)*)", re.UNICODE)
_PIECES: Final = re.compile("([\n\t])")


@dataclass(frozen=True, slots=True)
class Look:
    """Say how a run looks beyond its paragraph. Colours are ``#rrggbb``; none where empty."""

    bold: bool = False
    colour: str = ""
    fill: str = ""
    struck: bool = False
    underlined: bool = False
    framed: bool = False


PLAIN: Final = Look()
BOLD: Final = Look(bold=True)


@dataclass(frozen=True, slots=True)
class Run:
    """Hold text of one look. A tab of ours, which leads to a stop, is ``TAB`` alone."""

    text: str
    look: Look = PLAIN

    @property
    def xml(self) -> Xml:
        """Return it with what is read from right to left in parts of its own."""
        if self.text == TAB:
            return Xml(f"<w:r>{_look(self.look)}<w:tab/></w:r>")
        parts = enumerate(_RUNS.split(cleaned(self.text)))
        return Xml("".join(_part(text, self.look, place % 2 == 1) for place, text in parts if text))


@dataclass(frozen=True, slots=True)
class Para:
    """Hold a paragraph in one of the styles. One that ``keeps`` stays on the page of the next."""

    style: str
    runs: tuple[Run, ...]
    keeps: bool = False

    @property
    def xml(self) -> Xml:
        """Return it, turned round where all of it is read from right to left."""
        keeps = "<w:keepNext/>" if self.keeps else ""
        texts = [run.text for run in self.runs]
        turned = "<w:bidi/>" if any(map(is_arabic, texts)) and is_right_to_left(texts) else ""
        runs = "".join(run.xml for run in self.runs)
        return Xml(
            f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>{keeps}{turned}</w:pPr>{runs}</w:p>'
        )


def para(style: str, text: str, *, keeps: bool = False) -> Para:
    """Return a paragraph that holds one text."""
    return Para(style, (Run(text),), keeps)


def attribute(text: str) -> str:
    """Return ``text`` as the value of an attribute, with its quotes."""
    return quoteattr(cleaned_line(text))


def joined(parts: Iterable[Para | Xml]) -> Xml:
    """Return parts of a document one after the other."""
    return Xml("".join(part.xml if isinstance(part, Para) else part for part in parts))


def _part(text: str, look: Look, is_from_right: bool) -> Xml:  # noqa: FBT001 - private, and short
    contents = "".join(_contents(text))
    return Xml(f"<w:r>{_look(look, is_from_right)}{contents}</w:r>")


def _contents(text: str) -> Iterator[str]:
    for piece in _PIECES.split(text):
        if piece == "\n":
            yield "<w:br/>"
        elif piece:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'


def _look(look: Look, is_from_right: bool = False) -> str:  # noqa: FBT001, FBT002 - as above
    """Return the properties of a run, in the order that the schema asks for."""
    parts = (
        (look.bold, "<w:b/><w:bCs/>"),
        (look.struck, "<w:strike/>"),
        (look.colour, f'<w:color w:val="{look.colour.removeprefix("#")}"/>'),
        (look.underlined, '<w:u w:val="single"/>'),
        (look.framed, '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'),
        (
            look.fill,
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill.removeprefix("#")}"/>',
        ),
        (is_from_right, "<w:rtl/>"),
    )
    inner = "".join(xml for is_set, xml in parts if is_set)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""
