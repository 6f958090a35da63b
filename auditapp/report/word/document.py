# SPDX-License-Identifier: MPL-2.0
"""Write a report as a Word document (.docx), whose parts are those of ISO/IEC 29500.

The marking stands in the header and the footer of every page. The same document gives the same
bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.long_work import ReportProgress
from auditapp.report.document import ReportDocument
from auditapp.report.packing import CORE_PART, core_properties, packed
from auditapp.report.word.markup import NAMESPACES, TAB, Para, Run, Xml, joined, para
from auditapp.report.word.pictures import PICTURE_SPACES, Pictures
from auditapp.report.word.story import Made, PartEnd, WordStory
from auditapp.report.word.styles import XML_HEAD, numbering_part, styles_part

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SETTINGS: Final = (
    f"{XML_HEAD}<w:settings {NAMESPACES}><w:compat><w:compatSetting "
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
_FIELD: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_PAGE: Final = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1300" w:right="1134" w:bottom="1300" '
    'w:left="1134" w:header="560" w:footer="480" w:gutter="0"/>'
)


def render_docx(document: ReportDocument, progress: ReportProgress | None = None) -> bytes:
    """Return ``document`` as the contents of a .docx file; ``progress`` counts blocks."""
    story = WordStory()
    made: list[Made] = [*_top(document, story)]
    for number, block in enumerate(document.blocks, start=1):
        made += story.block(block)
        if progress:
            progress(number, len(document.blocks))
    digest = _("SHA-256 of what this report was made from: {digest}")
    made.append(para("Muted", digest.format(digest=grouped(document.content_hash))))
    feet = [document.footer_left, *(m.footer_left for m in made if isinstance(m, PartEnd))]
    return packed(_parts(document, _body(made), feet, story.pictures))


def _top(document: ReportDocument, story: WordStory) -> Iterator[Made]:
    if document.logo is not None:
        yield story.pictures.paragraph(document.logo, "Logo")
    if document.overline:
        yield para("Overline", document.overline)
    yield para("Title", document.title)
    if document.subtitle:
        yield para("Subtitle", document.subtitle)


def _body(made: Sequence[Made]) -> Xml:
    """Return all of the text; each part of the report is a section with a foot of its own."""
    body, section = [], 0
    for each in made:
        if isinstance(each, PartEnd):
            end = _section(section)
            body.append(Xml(f"<w:p><w:pPr>{end}</w:pPr></w:p>"))
            section += 1
        else:
            body.append(each if isinstance(each, str) else each.xml)
    return Xml("".join(body) + _section(section))


def _section(number: int) -> Xml:
    """Return what a section of pages looks like; the very first page has a plainer header."""
    first = '<w:headerReference w:type="first" r:id="rFirst"/>' if number == 0 else ""
    same = f'<w:footerReference w:type="first" r:id="rFoot{number}"/>' if number == 0 else ""
    title = "<w:titlePg/>" if number == 0 else ""
    return Xml(
        f'<w:sectPr><w:headerReference w:type="default" r:id="rHead"/>{first}'
        f'<w:footerReference w:type="default" r:id="rFoot{number}"/>{same}'
        f'<w:type w:val="nextPage"/>{_PAGE}{title}</w:sectPr>'
    )


def _parts(
    document: ReportDocument, body: Xml, feet: Sequence[str], pictures: Pictures
) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of the file, what they are and how they hang together first."""
    feet_names = [f"footer{number}.xml" for number in range(len(feet))]
    yield "[Content_Types].xml", _content_types(feet_names)
    yield (
        "_rels/.rels",
        _relationships(
            ("rDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rCore", f"{_PACKAGE}/relationships/metadata/core-properties", CORE_PART),
        ),
    )
    yield CORE_PART, core_properties(document)
    yield "word/document.xml", _part("document", Xml(f"<w:body>{body}</w:body>"))
    yield "word/_rels/document.xml.rels", _held_by_document(feet_names, pictures)
    yield from ((f"word/{name}", png) for name, png in pictures.parts)
    yield "word/styles.xml", styles_part(document.language, document.accent)
    yield "word/numbering.xml", numbering_part()
    yield "word/settings.xml", _SETTINGS.encode()
    yield from _heads_and_feet(document, dict(zip(feet_names, feet, strict=True)))


def _held_by_document(feet_names: Sequence[str], pictures: Pictures) -> bytes:
    """Return what the text refers to: styles, lists, settings, heads, feet and pictures."""
    own = (
        (f"r{name.capitalize()}", f"{_OFFICE}/{name}", f"{name}.xml")
        for name in ("styles", "numbering", "settings")
    )
    feet = ((f"rFoot{number}", f"{_OFFICE}/footer", name) for number, name in enumerate(feet_names))
    return _relationships(
        *own,
        ("rHead", f"{_OFFICE}/header", "header.xml"),
        ("rFirst", f"{_OFFICE}/header", "header-first.xml"),
        *feet,
        *((key, f"{_OFFICE}/image", name) for key, name in pictures.keys),
    )


def _heads_and_feet(
    document: ReportDocument, feet: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield what stands over and under the text, with the marking; ``feet`` are by their part."""
    marking = para("Marking", document.marking)
    running = (Run(document.running_title), Run(TAB), Run(TAB), Run(document.running_right))
    yield "word/header.xml", _part("hdr", joined([marking, Para("Header", running)]))
    yield "word/header-first.xml", _part("hdr", marking.xml)
    note = [para("Footer", document.footer_note)] if document.footer_note else []
    for name, foot in feet.items():
        yield f"word/{name}", _part("ftr", joined([_foot(foot), *note, marking]))


def _foot(text: str) -> Xml:
    """Return a text at the left and the number of the page at the right."""
    before, _page, rest = _("Page {page} of {total}").partition("{page}")
    between, _total, after = rest.partition("{total}")
    pages = (
        Run(before).xml,
        _FIELD.format(name="PAGE"),
        Run(between).xml,
        _FIELD.format(name="NUMPAGES"),
        Run(after).xml,
    )
    left = "".join(run.xml for run in (Run(text), Run(TAB), Run(TAB)))
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{left}{"".join(pages)}</w:p>')


def _part(root: str, contents: Xml) -> bytes:
    return f"{XML_HEAD}<w:{root} {NAMESPACES} {PICTURE_SPACES}>{contents}</w:{root}>".encode()


def _relationships(*held: tuple[str, str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in held
    )
    space = f"{_PACKAGE}/relationships"
    return f'{XML_HEAD}<Relationships xmlns="{space}">{rows}</Relationships>'.encode()


def _content_types(feet: Sequence[str]) -> bytes:
    kinds = {
        "document.xml": "document.main",
        "styles.xml": "styles",
        "numbering.xml": "numbering",
        "settings.xml": "settings",
        "header.xml": "header",
        "header-first.xml": "header",
        **dict.fromkeys(feet, "footer"),
    }
    rows = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/{CORE_PART}" ContentType="{core}"/>{rows}</Types>'
    ).encode()
