# SPDX-License-Identifier: MPL-2.0
"""Write the parts of a PDF that open-source reportlab does not: structure and metadata.

This module alone knows reportlab's inner objects, and holds for the pinned version 5.1.0. The
structure follows ISO 32000-1, 14.7. What is left to do is done by `auditapp.report.finishing`.
"""

import datetime as dt
from collections.abc import Sequence

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDocument, PDFString
from reportlab.pdfgen.canvas import Canvas

from auditapp.report.pdf.metadata import PRODUCER, Properties
from auditapp.report.pdf.structure import Element, text_string


def write_metadata(canvas: Canvas, about: Properties) -> None:
    """Put title, author, subject, language and the time of the report into the file.

    reportlab knows only "now" and a fixed day; the time of the report makes the bytes repeatable
    and true.
    """
    created = about.created_at.astimezone(dt.UTC)
    document = canvas._doc  # noqa: SLF001 - no public way to any of this, as the module says
    document._timeStamp = TimeStamp(invariant=1)  # noqa: SLF001
    document._timeStamp.YMDhms = created.timetuple()[:6]  # noqa: SLF001
    document.updateSignature(about.content_hash)
    document.updateSignature(created.isoformat())
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document.Catalog.Lang = PDFString(about.language)


class TaggedLink(LinkAnnotation):  # type: ignore[misc]  # reportlab brings no types
    """Be a link that knows where it is in the structure, once that is told by ``StructParent``."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


def add_link(canvas: Canvas, box: tuple[float, float, float, float], key: str, words: str) -> str:
    """Add a place to click to the page that is open, and return the name of its object.

    Args:
        canvas: a canvas with an open page.
        box: where it is: x, y, width and height.
        key: the place it leads to, which may be marked later.
        words: what it is, for those who cannot see it.
    """
    document, (x, y, width, height) = canvas._doc, box  # noqa: SLF001
    # Printed is what PDF/A wants of all that is not hidden; a link has nothing to print.
    target = canvas._bookmarkReference(key)  # noqa: SLF001
    made = TaggedLink((x, y, x + width, y + height), words, target, "[0 0 0]", F=4)
    name = f"link-{canvas._annotationCount}"  # noqa: SLF001
    canvas._addAnnotation(made, name)  # noqa: SLF001
    return str(document.annotationName(name))


def write_structure(canvas: Canvas, root: Element, pages: Sequence[Sequence[Element]]) -> None:
    """Put the structure tree into the file.

    Args:
        canvas: a canvas whose pages are all closed.
        root: the element of the whole document.
        pages: for each page, the elements of its marked contents, by their number.
    """
    document = canvas._doc  # noqa: SLF001
    first = document.objectcounter + 1
    elements = list(root.walk())
    number = {id(element): first + place for place, element in enumerate(elements)}
    tree = first + len(elements)
    page_numbers = [
        document.idToObjectNumberAndVersion[f"Page{page}"][0] for page in range(1, len(pages) + 1)
    ]
    keys = _number_links(document, elements, len(pages))
    for place, element in enumerate(elements):
        parent = tree if element.parent is None else number[id(element.parent)]
        kids = [f"{number[id(child)]} 0 R" for child in element.children]
        held, marks = _marks(element, page_numbers)
        marked = held, [*marks, *_links(element, document, page_numbers)]
        document.Reference(_dictionary(element, parent, kids, marked), f"Element{place}")
    document.Reference(
        f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {tree + 1} 0 R"
        f"/ParentTreeNextKey {len(pages) + len(keys)}>>",
        "StructTreeRoot",
    )
    document.Reference(_parent_tree(pages, keys, number), "ParentTree")
    document.Catalog.StructTreeRoot = f"{tree} 0 R"
    document.Catalog.MarkInfo = "<</Marked true>>"
    for place, page in enumerate(document.Pages.pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = place
        page.Tabs = "/S"


def _number_links(document: PDFDocument, elements: Sequence[Element], first: int) -> list[Element]:
    """Tell each link its key in the parent tree, from ``first``; return their elements in order."""
    held = [(element, name) for element in elements for _page, name in element.links]
    for key, (_element, name) in enumerate(held, start=first):
        document.idToObject[name].otherkw["StructParent"] = key
    return [element for element, _name in held]


def _links(element: Element, document: PDFDocument, page_numbers: Sequence[int]) -> list[str]:
    """Return the entries of the links of an element (ISO 32000-1, 14.7.4.3)."""
    return [
        f"<</Type/OBJR/Pg {page_numbers[page - 1]} 0 R"
        f"/Obj {document.idToObjectNumberAndVersion[name][0]} 0 R>>"
        for page, name in element.links
    ]


def _marks(element: Element, page_numbers: Sequence[int]) -> tuple[str, list[str]]:
    """Return the entry of the page that an element is on, and its marks.

    One that goes on over several pages has to name the page with each of its marks.
    """
    if len({page for page, _mark in element.marks}) == 1:
        page = page_numbers[element.marks[0][0] - 1]
        return f"/Pg {page} 0 R", [str(mark) for _page, mark in element.marks]
    return "", [
        f"<</Type/MCR/Pg {page_numbers[page - 1]} 0 R/MCID {mark}>>" for page, mark in element.marks
    ]


def _dictionary(
    element: Element, parent: int, kids: Sequence[str], marked: tuple[str, list[str]]
) -> str:
    page, marks = marked
    alt = f"/Alt {text_string(element.alt)}" if element.alt else ""
    attributes = f"/A <<{element.attributes}>>" if element.attributes else ""
    return (
        f"<</Type/StructElem/S/{element.role}/P {parent} 0 R{page}/K[{' '.join([*kids, *marks])}]"
        f"{alt}{attributes}>>"
    )


def _parent_tree(
    pages: Sequence[Sequence[Element]], links: Sequence[Element], number: dict[int, int]
) -> str:
    rows = [
        f"{place} [{' '.join(f'{number[id(element)]} 0 R' for element in elements)}]"
        for place, elements in enumerate(pages)
    ]
    rows += [
        f"{place} {number[id(element)]} 0 R" for place, element in enumerate(links, len(pages))
    ]
    return "<</Nums[" + "\n".join(rows) + "]>>"
