# SPDX-License-Identifier: MPL-2.0
"""Read the structure tree of a PDF (ISO 32000-1, 14.7)."""

from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf


class Mark(NamedTuple):
    """Name a marked content: the number of its page, from nought, and its own."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """Hold one element with its children, of either kind, in reading order.

    ``attributes`` are those of all owners, by their names without a slash.
    """

    role: str
    parent: "Element | None"
    source: pikepdf.Object
    children: "list[Element | Mark]" = field(default_factory=list)
    attributes: dict = field(default_factory=dict)

    @property
    def elements(self):
        """Return the children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def alt(self):
        """Return what is said in place of a picture."""
        return str(self.source.get("/Alt", ""))

    def walk(self):
        """Yield the element and all below it, each before its children."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def marks(self):
        """Yield the marked contents of the element and of all below it, in reading order."""
        for child in self.children:
            if isinstance(child, Mark):
                yield child
            else:
                yield from child.marks()


def read_tree(pdf):
    """Return the element of the document, or None where there is no tree with one root."""
    roots = _kids(pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()))
    if len(roots) != 1:
        return None
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    root = _element(roots[0], None)
    waiting = [root]
    while waiting:
        element = waiting.pop()
        for kid in _kids(element.source):
            if isinstance(kid, int):
                element.children.append(Mark(pages[element.source.Pg.objgen], kid))
            elif kid.get("/Type") == pikepdf.Name.MCR:
                page = kid.get("/Pg", element.source.get("/Pg"))
                element.children.append(Mark(pages[page.objgen], int(kid.MCID)))
            elif "/S" in kid:
                child = _element(kid, element)
                element.children.append(child)
                waiting.append(child)
    return root


def parent_tree(pdf):
    """Return the rows of the parent tree by their keys: lists of elements, or one."""
    top = pdf.Root.StructTreeRoot.get("/ParentTree")
    rows, waiting = {}, [top] if top is not None else []
    while waiting:
        node = waiting.pop()
        numbers = list(node.get("/Nums", []))
        rows |= dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        waiting += list(node.get("/Kids", []))
    return rows


def _element(source, parent):
    held = source.get("/A", [])
    attributes = {}
    for each in [held] if isinstance(held, pikepdf.Dictionary) else held:
        attributes |= {name[1:]: value for name, value in each.items()}
    return Element(str(source.get("/S", "/?"))[1:], parent, source, [], attributes)


def _kids(source):
    kids = source.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]
