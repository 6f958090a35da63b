# SPDX-License-Identifier: MPL-2.0
"""Hold the styles of the Word document: sizes in half points, lengths in twentieths of a point.

Readers change a style once to change all of the document, and find headings in the navigation.
"""

from collections.abc import Iterator
from typing import Final

from auditapp.report.blocks import CalloutTone
from auditapp.report.palette import LIGHT
from auditapp.report.word.markup import NAMESPACES, attribute

TEXT_WIDTH: Final = 9638
"""The width of the text on A4 with margins of 20 mm."""

DEEPEST: Final = 5
FONT: Final = "Arial"

_BUILT_IN: Final = ("Title", "Subtitle", "List Bullet", "Quote")
"""Names that Word knows, with those in small letters; their looks are ours."""

_INK = LIGHT.ink
_BULLET = '<w:numPr><w:numId w:val="1"/></w:numPr>'
_LINE_TAB = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_EDGES = (
    f'<w:tabs><w:tab w:val="center" w:pos="{TEXT_WIDTH // 2}"/>'
    f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs><w:spacing w:after="0"/>'
)


def styles_part(language: str, accent: str = "") -> bytes:
    """Return the part that holds all styles; text is in ``language``, a BCP 47 tag."""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="{_hex(_INK)}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val={attribute(language)} w:eastAsia={attribute(language)} w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    styles = "".join(
        (
            *_text_styles(accent or LIGHT.heading),
            *_cell_styles(),
            *_blank_styles(accent or LIGHT.heading),
            *_callout_styles(),
            _table_style(),
        )
    )
    return f"{XML_HEAD}<w:styles {NAMESPACES}>{defaults}{styles}</w:styles>".encode()


def numbering_part() -> bytes:
    """Return the part that says how lists are marked: with bullets."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl>'
    )
    return (
        f"{XML_HEAD}<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()


XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def callout_style(tone: CalloutTone) -> str:
    """Return the id of the style of a callout."""
    return f"Callout{tone.value.capitalize()}"


def _text_styles(accent: str) -> Iterator[str]:
    muted = LIGHT.muted
    yield _style("Normal", "Normal", "", "", is_default=True)
    yield _style("Title", "Title", _spacing(0, 60, keeps=True), _font(46, accent, bold=True))
    yield _style("Logo", "Logo", _spacing(0, 60) + '<w:jc w:val="right"/>', "")
    yield _style("Subtitle", "Subtitle", _spacing(0, 160), _font(23, muted))
    yield from _heading_styles(accent)
    yield _style("ListBullet", "List Bullet", _BULLET + _spacing(0, 60), "")
    yield _style("Caption", "caption", _spacing(120, 60, keeps=True), _font(18, muted))
    yield _style("Quote", "Quote", _bar(LIGHT.rule) + '<w:ind w:left="340"/>', "")
    yield _style("Header", "header", _EDGES, _font(16, muted))
    yield _style("Footer", "footer", _EDGES, _font(16, muted))
    centred = '<w:spacing w:after="0"/><w:jc w:val="center"/>'
    yield _style("Marking", "Marking", centred, _font(18, LIGHT.marking, bold=True))
    yield _style("Overline", "Overline", _spacing(0, 40, keeps=True), _font(20, muted, bold=True))
    yield _style("Lead", "Lead", "", _font(23, _INK))
    yield _style("Muted", "Muted", "", _font(18, muted))
    yield _style("Fact", "Fact", _hanging(2300), _font(19, _INK))
    yield _style("Detail", "Detail", _hanging(1500), "")
    yield _style("Answer", "Answer", _spacing(0, 60, keeps=True), "")


def _heading_styles(accent: str) -> Iterator[str]:
    looks = ((400, 30), (280, 25), (220, 22), (180, 21), (160, 21))
    for depth, (before, size) in enumerate(looks, start=1):
        colour = _INK if depth >= DEEPEST - 1 else accent
        yield _style(
            f"Heading{depth}",
            f"heading {depth}",
            _spacing(before, 80, keeps=True) + f'<w:outlineLvl w:val="{depth - 1}"/>',
            _font(size, colour, bold=True),
            follows="Normal",
        )


def _cell_styles() -> Iterator[str]:
    muted = LIGHT.muted
    yield _style("Cell", "Cell", _spacing(0, 0), _font(19, _INK))
    yield _style("CellHead", "Cell Head", _spacing(0, 0), _font(19, _INK, bold=True))
    yield _style("CellNote", "Cell Note", _spacing(20, 0), _font(17, muted))
    yield _style("CellCode", "Cell Code", _spacing(0, 0), _font(15, _INK))
    yield _style("CellNumber", "Cell Number", '<w:jc w:val="right"/>', _font(19, _INK))
    yield _style("ColumnHead", "Column Head", _spacing(0, 0), _font(18, muted, bold=True))


def _blank_styles(accent: str) -> Iterator[str]:
    """Yield the styles of what is to be filled in."""
    muted = LIGHT.muted
    yield _style(
        "Condition", "Condition", _spacing(0, 60, keeps=True), _font(20, accent, bold=True)
    )
    yield _style("Hint", "Hint", _spacing(0, 60, keeps=True), _font(19, muted))
    yield _style("Label", "Label", _spacing(80, 20, keeps=True), _font(18, muted, bold=True))
    ticked = '<w:spacing w:before="60" w:after="60"/><w:ind w:left="340" w:hanging="340"/>'
    yield _style("Tick", "Tick", ticked, "")
    yield _style("Ticks", "Ticks", _spacing(60, 60), "")
    yield _style("Line", "Line", _LINE_TAB + _spacing(120, 0), "")
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(LIGHT.panel)}"/>'
    yield _style("Advice", "Advice", shade + _spacing(0, 0), _font(17, _INK))
    advised = _BULLET + shade + _spacing(0, 0)
    yield _style("AdviceBullet", "Advice Bullet", advised, _font(17, _INK))


def _callout_styles() -> Iterator[str]:
    for tone, (colour, behind) in LIGHT.callouts.items():
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(behind)}"/>'
        paragraph = (
            _bar(colour)
            + shade
            + '<w:spacing w:before="120" w:after="160"/><w:ind w:left="200"/><w:contextualSpacing/>'
        )
        yield _style(callout_style(tone), f"Callout {tone.value}", paragraph, "")


def _table_style() -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{_hex(LIGHT.rule)}"'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        '<w:name w:val="Report Table"/><w:tblPr>'
        f"<w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


def _style(
    key: str,
    name: str,
    paragraph: str,
    run: str,
    *,
    is_default: bool = False,
    follows: str = "",
) -> str:
    default = ' w:default="1"' if is_default else ""
    own = "" if is_default or name[0].islower() or name in _BUILT_IN else ' w:customStyle="1"'
    based = "" if is_default else '<w:basedOn w:val="Normal"/>'
    after = f'<w:next w:val="{follows}"/>' if follows else ""
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{based}{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _hanging(width: int) -> str:
    """Return the look of a label of ``width`` with a text beside it."""
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{width}"/></w:tabs>'
        '<w:spacing w:before="20" w:after="40"/>'
        f'<w:ind w:left="{width}" w:hanging="{width}"/>'
    )


def _spacing(before: int, after: int, *, keeps: bool = False) -> str:
    kept = "<w:keepNext/><w:keepLines/>" if keeps else ""
    return f'{kept}<w:spacing w:before="{before}" w:after="{after}"/>'


def _font(size: int, colour: str, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'{weight}<w:color w:val="{_hex(colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _bar(colour: str) -> str:
    """Return a line at the left of a paragraph."""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{_hex(colour)}"/></w:pBdr>'
    )


def _hex(colour: str) -> str:
    return colour.removeprefix("#")
