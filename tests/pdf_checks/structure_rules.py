# SPDX-License-Identifier: MPL-2.0
"""Check that a screen reader finds its way through a PDF (ISO 14289-1, 7.1 to 7.10)."""

from collections import Counter
from itertools import pairwise

import pikepdf

from tests.pdf_checks.tree import Mark, parent_tree

ROLES = {
    *("BlockQuote", "Caption", "Code", "Div", "Document", "Figure", "Form", "H1", "H2", "H3"),
    *("H4", "H5", "H6", "L", "LBody", "LI", "Lbl", "Link", "Note", "P", "Part", "Quote", "Sect"),
    *("Span", "TBody", "TD", "TFoot", "TH", "THead", "TOC", "TOCI", "TR", "Table"),
}
"""The standard structure types (ISO 32000-1, 14.8.4) that a file may be made of."""

INSIDE = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI"},
}
OUTSIDE = {
    "LI": "L",
    "Lbl": "LI",
    "LBody": "LI",
    "TR": "Table",
    "TH": "TR",
    "TD": "TR",
    "TOCI": "TOC",
}


def structure_faults(pdf, root, contents):
    """Yield what is wrong with the structure."""
    if root is None:
        yield "there is no structure tree with one element at its top"
        return
    if root.role != "Document":
        yield f"the structure begins with {root.role}"
    yield from _kinship_faults(pdf, root)
    yield from _mark_faults(pdf, root, contents)
    yield from _heading_faults(root, contents)
    for element in root.walk():
        if element.role in RULES:
            yield from RULES[element.role](element)
    yield from _decoration_faults(pdf, contents)


def _kinship_faults(pdf, root):
    """Yield elements that do not know their parent, or stand where they may not."""
    for element in root.walk():
        parent = element.parent.source if element.parent else pdf.Root.StructTreeRoot
        if element.source.get("/P", pdf.Root).objgen != parent.objgen:
            yield f"{element.role} does not know its parent"
        if element.role not in ROLES:
            yield f"{element.role} is no standard type"
        allowed = INSIDE.get(element.role)
        for child in element.elements:
            if allowed is not None and child.role not in allowed:
                yield f"{child.role} stands in {element.role}"
            if child.role in OUTSIDE and OUTSIDE[child.role] != element.role:
                yield f"{child.role} stands in {element.role}"


def _mark_faults(pdf, root, contents):
    """Yield marks on which the pages, the elements and the parent tree do not agree."""
    rows = {
        key: list(row) for key, row in parent_tree(pdf).items() if isinstance(row, pikepdf.Array)
    }
    owners = {
        child: element.source
        for element in root.walk()
        for child in element.children
        if isinstance(child, Mark)
    }
    keys = [int(page.obj.get("/StructParents", -1)) for page in pdf.pages]
    for mark in contents.painted:
        row = rows.get(keys[mark.page], [])
        owner = owners.get(mark)
        said = row[mark.number] if mark.number < len(row) else None
        if owner is None or said is None or said.objgen != owner.objgen:
            yield f"page {mark.page + 1}: tree and parent tree disagree on mark {mark.number}"
    for mark, count in Counter(list(root.marks())).items():
        if count > 1 or mark not in contents.painted:
            yield f"page {mark.page + 1}: the tree claims mark {mark.number}, or claims it twice"


def _heading_faults(root, contents):
    headings = [each for each in root.walk() if each.role[0] == "H" and each.role[1:].isdigit()]
    levels = [0, *(int(each.role[1:]) for each in headings)]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
    if not headings:
        yield "there is no heading"
    for heading in headings:
        if heading.children and not any(contents.texts[mark].strip() for mark in heading.marks()):
            yield "a heading says nothing"


def _figure_faults(figure):
    if not figure.alt.strip():
        yield "a Figure has no alternative text"
    if len(figure.attributes.get("BBox", [])) != 4:
        yield "a Figure does not say where it is"


def _head_faults(head):
    if str(head.attributes.get("Scope")) not in {"/Row", "/Column"}:
        yield "a TH does not say what it heads"


def _list_faults(points):
    has_labels = any(kid.role == "Lbl" for item in points.elements for kid in item.elements)
    if has_labels and "ListNumbering" not in points.attributes:
        yield "a list has labels and does not say which"


def _form_faults(form):
    if str(form.attributes.get("Role")) not in {"/cb", "/tv", "/rb"}:
        yield "a Form has no role"
    if not str(form.attributes.get("Desc", "")).strip():
        yield "a Form does not say what to fill in"


def _table_faults(table):
    """Yield what is wrong with the grid of a table: its rows must be equally long."""
    filled = Counter()
    for place, row in enumerate(table.elements):
        for cell in row.elements:
            down = int(cell.attributes.get("RowSpan", 1))
            for below in range(down):
                filled[place + below] += int(cell.attributes.get("ColSpan", 1))
    if len(set(filled.values())) > 1 or len(filled) != len(table.elements):
        yield f"the rows of a table differ in length: {sorted(set(filled.values()))}"
    if not any(cell.role == "TH" for row in table.elements for cell in row.elements):
        yield "a table has no head"


def _decoration_faults(pdf, contents):
    for number in range(len(pdf.pages)):
        wanted = {"Footer"} if number == 0 else {"Footer", "Header"}
        if not wanted <= contents.decorations[number]:
            yield f"page {number + 1}: header or footer is not an artifact of its type"


RULES = {
    "Figure": _figure_faults,
    "Form": _form_faults,
    "L": _list_faults,
    "TH": _head_faults,
    "Table": _table_faults,
}
"""What is asked of single elements."""
