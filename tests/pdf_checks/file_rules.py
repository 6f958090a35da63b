# SPDX-License-Identifier: MPL-2.0
"""Check the frame of a PDF: catalogue, outline, pages, fonts, limits (ISO 19005-2, 6.1 to 6.9)."""

import re

import pikepdf

from tests.pdf_checks.link_rules import is_link, link_faults
from tests.pdf_checks.seal_rules import is_seal, seal_faults

FORBIDDEN_ACTIONS = {
    *("/GoTo3DView", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch"),
    *("/Movie", "/Named", "/Rendition", "/ResetForm", "/SetOCGState", "/Sound", "/SubmitForm"),
    *("/Trans", "/URI"),
}
"""Those that PDF/A forbids, and those that a report has no use for."""

NOT_IN_CATALOGUE = {
    *("/AA", "/Collection", "/NeedsRendering", "/OCProperties", "/OpenAction"),
    "/Requirements",
}
NOT_IN_NAMES = {"/EmbeddedFiles", "/JavaScript", "/AlternatePresentations"}
LONGEST_STRING = 32_767
LONGEST_NAME = 127


def file_faults(pdf, raw, contents, *, is_archival):
    """Yield what is wrong with the file around its structure; ``raw`` are its bytes."""
    yield from _form_faults(pdf, raw, is_archival=is_archival)
    yield from _catalogue_faults(pdf)
    yield from seal_faults(pdf, raw)
    yield from link_faults(pdf)
    yield from _outline_faults(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        yield from (f"page {number}: {fault}" for fault in _page_faults(page.obj))
    for font in contents.fonts.values():
        yield from font.faults()
    for value in pdf.objects:
        yield from _object_faults(value)


def _form_faults(pdf, raw, *, is_archival):
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", raw):
        yield "the file does not begin as one of PDF 1.7 with a line of bytes"
    if not raw.rstrip().endswith(b"%%EOF"):
        yield "something follows the end of the file"
    packet = pdf.Root.Metadata.read_raw_bytes() if "/Metadata" in pdf.Root else b"\n"
    if re.search(rb"[^\r\n]endstream", raw.replace(packet, b"")):  # the title may say the word
        yield "a stream does not end its line before endstream"
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "the file has no identifier"
    if is_archival and pdf.is_encrypted:
        yield "the file is encrypted"


def _catalogue_faults(pdf):
    root = pdf.Root
    if root.get("/MarkInfo", {}).get("/Marked", False) is not True:
        yield "the file does not say that it is tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False) is not False:
        yield "the tags are said to be suspect"
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(root.get("/Lang", ""))):
        yield "the file does not say its language"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False) is not True:
        yield "a window would show the name of the file in place of the title"
    for name in sorted(NOT_IN_CATALOGUE & set(root.keys())):
        yield f"the catalogue has {name}"
    for name in sorted(NOT_IN_NAMES & set(root.get("/Names", {}).keys())):
        yield f"the file holds {name}"


def _outline_faults(pdf):
    pages = {page.obj.objgen for page in pdf.pages}
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
    if not waiting:
        yield "there are no bookmarks"
    while waiting:
        item = waiting.pop()
        waiting += item.children
        target = item.destination
        if not item.title.strip() or not isinstance(target, pikepdf.Array | list):
            yield "a bookmark has no title, or leads nowhere"
        elif target[0].objgen not in pages:
            yield "a bookmark leads out of the file"


def _page_faults(page):
    if page.get("/Tabs") != pikepdf.Name.S:
        yield "the order of the tab key is not that of the structure"
    if "/StructParents" not in page:
        yield "the page does not lead to its structure"
    for name in {"/AA", "/PresSteps", "/Trans"} & set(page.keys()):
        yield f"the page has {name}"
    if not all(is_seal(each) or is_link(each) for each in page.get("/Annots", [])):
        yield "there are annotations that are neither links nor a seal"


def _object_faults(value):
    """Yield what is wrong with an object of the file and all that stands directly in it."""
    if isinstance(value, pikepdf.String) and len(bytes(value)) > LONGEST_STRING:
        yield "a string is too long"
    elif isinstance(value, pikepdf.Name) and len(str(value)[1:].encode()) > LONGEST_NAME:
        yield "a name is too long"
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        yield from _dictionary_faults(value)
        inner = [*map(pikepdf.Name, value.keys()), *dict(value.items()).values()]
    else:
        inner = value if isinstance(value, pikepdf.Array) else []
    for each in inner:
        if not getattr(each, "is_indirect", False):
            yield from _object_faults(each)


def _dictionary_faults(value):
    kind, subtype = value.get("/Type"), value.get("/S")
    if kind == pikepdf.Name.Action or (kind is None and str(subtype) in FORBIDDEN_ACTIONS):
        yield f"there is an action, {subtype}"
    if kind == pikepdf.Name.ExtGState:
        is_solid = all(float(value.get(name, 1)) == 1 for name in ("/ca", "/CA"))
        if not is_solid or value.get("/SMask", pikepdf.Name.None_) != pikepdf.Name.None_:
            yield "something is transparent"
    if isinstance(value, pikepdf.Stream):
        filters = value.get("/Filter", [])
        filters = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
        if {"/LZWDecode", "/Crypt"} & set(map(str, filters)) or "/F" in value:
            yield "a stream is packed in a way that is not allowed, or stands in another file"
        known = (pikepdf.Name.Form, pikepdf.Name.Image)
        if kind == pikepdf.Name.XObject and value.get("/Subtype") not in known:
            yield f"there is {value.get('/Subtype')}, which reports have none of"
