# SPDX-License-Identifier: MPL-2.0
"""Read the structure of a PDF and find what PDF/UA-1 (ISO 14289-1, 7.1 to 7.10) forbids in it."""

import re
import zlib
from itertools import pairwise

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}


def objects_of(contents):
    """Return the objects of a file by number; streams are unpacked."""
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
    """Return what is painted outside of a marked sequence; sequences that are not closed fail."""
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
        assert [] == inside
    return faults


def marks(objects, pages):
    """Return which contents are marked on the pages, and which the structure claims."""
    claimed = set()
    for number, (head, _data) in objects.items():
        if "/Type/StructElem" in head:
            found = re.findall(r"/Type/MCR/Pg (\d+) 0 R/MCID (\d+)", head)
            claimed |= {(int(page), int(mark), number) for page, mark in found}
    (tree,) = [head for head, _data in objects.values() if head.startswith("<</Nums[")]
    rows = [re.findall(r"(\d+) 0 R", row) for row in re.findall(r"\d+ \[([^\]]*)\]", tree)]
    marked = set()
    for (page, stream), row in zip(pages, rows, strict=True):
        numbers = [int(mark) for mark in re.findall(r"/MCID (\d+)", stream)]
        assert list(range(len(row))) == numbers
        marked |= {(page, mark, int(row[mark])) for mark in numbers}
    return marked, claimed


def heading_levels(objects):
    """Return the level of each heading in reading order."""
    return [
        int(match.group(1))
        for _number, (head, _data) in sorted(objects.items())
        if (match := re.search(r"/Type/StructElem/S/H(\d)", head))
    ]


def assert_tagged(contents):
    """Check a whole file."""
    objects = objects_of(contents)
    pages = pages_of(objects)
    assert [] == painted_outside(pages)
    marked, claimed = marks(objects, pages)
    assert marked == claimed
    assert max(after - before for before, after in pairwise(heading_levels(objects))) <= 1
