# SPDX-License-Identifier: MPL-2.0
"""Keep the structure of a PDF, by which a screen reader tells a heading from a table cell.

The tree is made as the report is made, in reading order (ISO 32000-1, 14.7 and 14.8). An element
holds either other elements or places in the page streams, and any number of pieces of text on
any number of pages may belong to one element.
"""

from collections.abc import Iterator
from enum import StrEnum


class Role(StrEnum):
    """Name the standard structure types that reports and the handbook use."""

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    P = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    DIVISION = "Div"
    QUOTE = "BlockQuote"
    FORM = "Form"
    SPAN = "Span"
    LINK = "Link"
    CODE = "Code"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"


LONGEST_STRING = 16_000
"""Characters: a string holds at most 32,767 bytes, two a character (ISO 19005-2, 6.1.13)."""

HEADING_ROLES = (Role.H1, Role.H2, Role.H3, Role.H4, Role.H5, Role.H6)


class Element:
    """Be one element of the structure.

    Args:
        role: what it is.
        parent: the element that holds it; only the document has none.
        alt: what to say in place of a figure.
        attributes: further attributes as a PDF dictionary without its brackets.

    ``links`` are the places to click that belong to it, each as a page and the name of an object.
    """

    __slots__ = ("alt", "attributes", "children", "links", "marks", "parent", "role")

    def __init__(
        self, role: Role, parent: "Element | None" = None, *, alt: str = "", attributes: str = ""
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.attributes = attributes
        self.children: list[Element] = []
        self.marks: list[tuple[int, int]] = []
        self.links: list[tuple[int, str]] = []
        if parent is not None:
            parent.children.append(self)

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, each before its children."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


def text_string(text: str) -> str:
    """Return ``text`` as a PDF text string in hexadecimal, which can hold any character."""
    return f"<FEFF{fitting(text).encode('utf-16-be').hex().upper()}>"


def fitting(text: str) -> str:
    """Return ``text``, shortened if it is longer than a string of a PDF may be."""
    return text if len(text) <= LONGEST_STRING else text[: LONGEST_STRING - 1] + "…"
