# SPDX-License-Identifier: MPL-2.0
"""Find in a PDF what a screen reader would find, and what is outside of it."""

import re
import zlib
from itertools import pairwise

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}


def objects_of(contents):
    """Return the objects of a file by number, head and data; streams are unpacked."""
    found = {}
    for number, body in re.findall(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", contents, re.DOTALL):
        head, _stream, data = body.partition(b"stream\n")
        if b"FlateDecode" in head:
            data = zlib.decompress(data[: data.rindex(b"endstream")].rstrip(b"\r\n"))
        found[int(number)] = (head.decode("latin-1"), data.decode("latin-1"))
    return found


def pages_of(objects):
    """Return the stream of each page in order, with the number of the page's object."""
    (tree,) = [head for head, _data in objects.values() if "/Type /Pages" in head]
    numbers = [int(n) for n in re.findall(r"(\d+) 0 R", tree.partition("/Kids")[2].split("]")[0])]
    streams = []
    for number in numbers:
        where = re.search(r"/Contents (\d+) 0 R", objects[number][0]).group(1)
        streams.append((number, objects[int(where)][1]))
    return streams


def painted_outside(pages):
    """Return what is painted outside a marked sequence, and sequences that are not closed."""
    faults = []
    for _number, stream in pages:
        inside = []
        for token in re.sub(r"\((?:\\.|[^\\()])*\)|<[0-9A-F]+>", "()", stream).split():
            if token in {"BDC", "BMC"}:
                inside.append(token)
            elif token == "EMC":
                inside.pop()
            elif token in PAINTS and not inside:
                faults.append(token)
        faults += inside
    return faults


def claimed_marks(objects):
    """Return page, mark and element of all contents, as the elements say."""
    claimed = set()
    for number, (head, _data) in objects.items():
        if "/Type/StructElem" in head:
            found = re.findall(r"/Type/MCR/Pg (\d+) 0 R/MCID (\d+)", head)
            claimed |= {(int(page), int(mark), number) for page, mark in found}
    return claimed


def painted_marks(objects, pages):
    """Return the same as the pages say; their marks count from nought without a gap."""
    (tree,) = [head for head, _data in objects.values() if head.startswith("<</Nums[")]
    rows = [re.findall(r"(\d+) 0 R", row) for row in re.findall(r"\d+ \[([^\]]*)\]", tree)]
    painted = set()
    for (page, stream), row in zip(pages, rows, strict=True):
        marks = [int(mark) for mark in re.findall(r"/MCID (\d+)", stream)]
        assert list(range(len(row))) == marks
        painted |= {(page, mark, int(row[mark])) for mark in marks}
    return painted


def heading_levels(objects):
    """Return the levels of the headings in reading order."""
    heads = (head for _number, (head, _data) in sorted(objects.items()))
    return [int(n) for head in heads for n in re.findall(r"/Type/StructElem/S/H(\d)", head)]


def row_lengths(objects):
    """Return how many columns the rows of the tables have; wide cells count for several."""
    rows = [head for head, _data in objects.values() if "/S/TR/" in head]
    return {
        sum(
            int((re.search(r"/ColSpan (\d+)", objects[int(cell)][0]) or (0, 1))[1])
            for cell in re.findall(r"(\d+) 0 R", row.partition("/K")[2])
        )
        for row in rows
    }


def assert_tagged(contents):
    """Check that a whole file is tagged: everything painted, both ways, and no level skipped."""
    objects = objects_of(contents)
    pages = pages_of(objects)
    assert [] == painted_outside(pages)
    assert painted_marks(objects, pages) == claimed_marks(objects)
    levels = heading_levels(objects)
    assert max(after - before for before, after in pairwise(levels)) <= 1
