# SPDX-License-Identifier: MPL-2.0
"""Check that links lead to places in the file, and are in its structure (ISO 14289-1, 7.18)."""

import pikepdf

from tests.pdf_checks.seal_rules import FORBIDDEN_FLAGS, PRINTED
from tests.pdf_checks.tree import parent_tree


def is_link(annotation):
    """Tell whether an annotation is a link."""
    return annotation.get("/Subtype") == pikepdf.Name.Link


def link_faults(pdf):
    """Yield what is wrong with the links of a file; that any is known to the structure as well."""
    rows = parent_tree(pdf) if "/StructTreeRoot" in pdf.Root else {}
    pages = {page.obj.objgen for page in pdf.pages}
    known = set()
    for number, page in enumerate(pdf.pages, start=1):
        for link in filter(is_link, page.obj.get("/Annots", [])):
            known.add(link.objgen)
            yield from (f"page {number}: {fault}" for fault in _faults(link, rows, pages))
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Link:
            held = {each.objgen for each in _annotations(element)}
            if not held or held - known:
                yield "a Link holds no link of a page"


def _faults(link, rows, pages):
    if not str(link.get("/Contents", "")).strip():
        yield "a link has no words for those who cannot see it"
    flags = int(link.get("/F", 0))
    if not flags & PRINTED or flags & FORBIDDEN_FLAGS:
        yield "a link is hidden"
    target = link.get("/Dest")
    if "/A" in link or not isinstance(target, pikepdf.Array) or target[0].objgen not in pages:
        yield "a link leads out of the file, or nowhere"
    left, bottom, right, top = map(float, link.Rect)
    if right <= left or top <= bottom:
        yield "a link has no room to be clicked"
    element = rows.get(int(link.get("/StructParent", -1)))
    is_held = isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Link
    if not is_held or link.objgen not in {each.objgen for each in _annotations(element)}:
        yield "a link is not in a Link of the structure"


def _annotations(element):
    """Return the annotations that an element holds."""
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [
        kid.Obj
        for kid in kids
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.OBJR
    ]
