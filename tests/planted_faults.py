# SPDX-License-Identifier: MPL-2.0
"""Plant faults in a PDF that has none, each by a function that changes the file."""

from pikepdf import Array, Dictionary, Name, String


def elements(pdf, role):
    """Return the elements of one role in the order of the file."""
    return [
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/S") == role and "/P" in each
    ]


def fonts(pdf):
    """Return the fonts of the file."""
    return [
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/Type") == Name.Font
    ]


def add_to_page(operators):
    """Return a fault that paints ``operators`` on the first page."""

    def plant(pdf):
        pdf.pages[0].contents_add(operators)

    return plant


def change_page(old, new):
    """Return a fault that replaces a part of what the pages paint, as often as it stands there."""

    def plant(pdf):
        count = 0
        for page in pdf.pages:
            stream = page.Contents.read_bytes()
            count += stream.count(old)
            page.Contents.write(stream.replace(old, new))
        assert count

    return plant


def change_metadata(old, new=b""):
    """Return a fault that replaces a part of the metadata."""

    def plant(pdf):
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return plant


def drop(name, *path):
    """Return a fault that leaves out an entry of the catalogue, or of what ``path`` leads to."""

    def plant(pdf):
        held = pdf.Root
        for step in path:
            held = held[step]
        del held[name]

    return plant


def drop_of_element(role, name):
    """Return a fault that leaves out an entry of the first element of a role."""

    def plant(pdf):
        del elements(pdf, role)[0][name]

    return plant


def set_of_element(role, name, value):
    """Return a fault that gives another value to an entry of the last element of a role."""

    def plant(pdf):
        elements(pdf, role)[-1][name] = value

    return plant


def drop_program(pdf):
    """Take the program of a font away."""
    del fonts(pdf)[0].FontDescriptor.FontFile2


def drop_meanings(pdf):
    """Take the table to Unicode away from the fonts."""
    for font in fonts(pdf):
        del font.ToUnicode


def widen(pdf):
    """Say that all letters are wider than they are."""
    for font in fonts(pdf):
        font.Widths = Array([float(width) + 50 for width in font.Widths])


def drop_widths(pdf):
    """Say nothing of how wide the last letters are."""
    fonts(pdf)[0].Widths = Array(list(fonts(pdf)[0].Widths)[:40])


def drop_cell(pdf):
    """Take a cell out of the last row of a table."""
    row = elements(pdf, Name.TR)[-1]
    row.K = Array(list(row.K)[:-1])


def swap_marks(pdf):
    """Exchange two marks of a page in the parent tree."""
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def claim_twice(pdf):
    """Let two elements claim the same text."""
    first, second = elements(pdf, Name.P)[:2]
    second.K.append(first.K[0])


def claim_nothing(pdf):
    """Let an element claim a mark that is not there."""
    element = elements(pdf, Name.P)[0]
    element.K.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=999))


def forget_parent(pdf):
    """Let an element say that it stands in another one than it does."""
    elements(pdf, Name.TD)[0].P = elements(pdf, Name.Document)[0]


def two_roots(pdf):
    """Give the tree two elements at its top."""
    pdf.Root.StructTreeRoot.K = Array([pdf.Root.StructTreeRoot.K, elements(pdf, Name.P)[0]])


def run_script(pdf):
    """Run a program when the file is opened."""
    action = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("x"))
    pdf.Root.OpenAction = action


def launch(pdf):
    """Let a bookmark start another program."""
    del pdf.Root.Outlines.First.Dest
    pdf.Root.Outlines.First.A = Dictionary(S=Name.Launch, F=String("x"))


def lead_nowhere(pdf):
    """Let a bookmark lead to no page."""
    del pdf.Root.Outlines.First.Dest


def attach(pdf):
    """Put another file into the file."""
    pdf.attachments["x.txt"] = b"x"


def link(pdf):
    """Put a link on a page that the structure does not know."""
    area = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(area)])


def make_transparent(pdf):
    """Let something shine through."""
    state = Dictionary(Type=Name.ExtGState, ca=0.5)
    pdf.pages[0].Resources.ExtGState = Dictionary(GS=pdf.make_indirect(state))


def change_title(pdf):
    """Give the file another title in one of the two places."""
    pdf.docinfo.Title = String("Another")


def change_time(pdf):
    """Give the file another time in one of the two places."""
    pdf.docinfo.ModDate = String("D:20200101000000+00'00'")


def grey_profile(pdf):
    """Put a profile of another kind in place of that of sRGB."""
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes().replace(b"RGB XYZ", b"GRAYXYZ"))


def drop_of_pages(name):
    """Return a fault that leaves out an entry of every page."""

    def plant(pdf):
        for page in pdf.pages:
            del page[name]

    return plant


def of_image(key, value=None):
    """Return a fault that gives each image of the file something that archives have none of."""

    def plant(pdf):
        for page in pdf.pages:
            for image in page.get_images().values():
                image[key] = pdf.make_stream(b"") if value is None else value

    return plant


PLANTED = {
    "no language": (drop("/Lang"), "language"),
    "not marked as tagged": (drop("/MarkInfo"), "not say that it is tagged"),
    "the name of the file as title": (drop("/ViewerPreferences"), "in place of the title"),
    "no metadata": (drop("/Metadata"), "no metadata"),
    "no structure": (drop("/StructTreeRoot"), "no structure tree"),
    "two roots": (two_roots, "one element at its top"),
    "no parent tree": (drop("/ParentTree", "/StructTreeRoot"), "parent tree disagree"),
    "no bookmarks": (drop("/Outlines"), "no bookmarks"),
    "a bookmark to nowhere": (lead_nowhere, "leads nowhere"),
    "no output intent": (drop("/OutputIntents"), "output intent"),
    "a grey profile": (grey_profile, "none of RGB"),
    "text outside": (change_page(b"/P <</MCID 0>> BDC", b"/P BMC"), "text paints outside"),
    "a line outside": (add_to_page(b"0 0 9 9 re f"), "f paints outside"),
    "a mark inside a mark": (
        add_to_page(b"/P <</MCID 900>> BDC /Artifact BMC EMC EMC"),
        "inside each other",
    ),
    "a mark that stands twice": (add_to_page(b"/P <</MCID 0>> BDC EMC"), "stands twice"),
    "a mark that is not ended": (add_to_page(b"/Artifact BMC"), "is not ended"),
    "an end too many": (add_to_page(b"EMC"), "was not begun"),
    "a state too many": (add_to_page(b"q"), "not ended"),
    "a state that was not saved": (add_to_page(b"Q"), "was not saved"),
    "another colour space": (add_to_page(b"0 0 0 1 k"), "does not describe"),
    "headers like text": (change_page(b"/Subtype/Header", b"/Subtype/Other"), "header or footer"),
    "an unknown artifact": (change_page(b"/Type/Pagination", b"/Type/Paginated"), "no artifact"),
    "letters without their text": (change_page(b"/ActualText", b"/NoText"), "private characters"),
    "exchanged marks": (swap_marks, "parent tree disagree on mark 0"),
    "a mark claimed twice": (claim_twice, "claims it twice"),
    "a mark that is not there": (claim_nothing, "the tree claims mark 999"),
    "a false parent": (forget_parent, "TD does not know its parent"),
    "an unknown role": (set_of_element(Name.P, "/S", Name.Text), "Text is no standard type"),
    "a cell outside rows": (set_of_element(Name.P, "/S", Name.TD), "TD stands in Document"),
    "a skipped level": (set_of_element(Name.H2, "/S", Name.H4), "heading of level 4"),
    "no picture in words": (drop_of_element(Name.Figure, "/Alt"), "no alternative text"),
    "a picture nowhere": (drop_of_element(Name.Figure, "/A"), "where it is"),
    "a head without scope": (drop_of_element(Name.TH, "/A"), "what it heads"),
    "a missing cell": (drop_cell, "differ in length"),
    "a list without numbering": (drop_of_element(Name.L, "/A"), "has labels"),
    "a field without words": (drop_of_element(Name.Form, "/A"), "does not say what to fill in"),
    "no title": (change_metadata(b"dc:title", b"dc:rights"), "no title"),
    "another title": (change_title, "/Title is not what dc:title says"),
    "another time": (change_time, "/ModDate is not what xmp:ModifyDate says"),
    "no claim of PDF/UA": (change_metadata(b"<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1"),
    "no claim of PDF/A": (change_metadata(b"<pdfaid:part>2</pdfaid:part>"), "claims PDF/A A"),
    "undeclared words": (change_metadata(b"pdfua/ns/id/</pdfaS", b"x</pdfaS"), "not declared"),
    "a font left out": (drop_program, "is not embedded"),
    "letters without a meaning": (drop_meanings, "no table to Unicode"),
    "false widths": (widen, "not that of its glyph"),
    "missing widths": (drop_widths, "wrong number of widths"),
    "a script": (run_script, "an action, /JavaScript"),
    "another program": (launch, "an action, /Launch"),
    "a file in the file": (attach, "the file holds /EmbeddedFiles"),
    "a link beside the structure": (link, "not in a Link"),
    "transparency": (make_transparent, "transparent"),
    "a picture with a mask": (of_image("/SMask"), "an image has /SMask"),
    "a picture in unknown colours": (
        of_image("/ColorSpace", Name.DeviceCMYK),
        "output intent does not tell",
    ),
    "a string too long": (
        set_of_element(Name.Figure, "/Alt", String("x" * 40_000)),
        "a string is too long",
    ),
    "no order of tabs": (drop_of_pages("/Tabs"), "tab key"),
    "pages without structure": (drop_of_pages("/StructParents"), "lead to its structure"),
}
"""What is done to the good file, and a part of what has to be said of it."""
