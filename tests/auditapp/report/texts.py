# SPDX-License-Identifier: MPL-2.0
"""Read the texts out of the files that reports are written to."""

import csv
import io
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import openpyxl

from auditapp.csv_file import safe_cell

VOID = {"meta", "br", "img"}


class Page(HTMLParser):
    """Read a web page: its elements with their attributes, its text, and whether tags match."""

    def __init__(self, contents):
        super().__init__()
        self.elements = []
        self.texts = []
        self.style = ""
        self._open = []
        self.feed(contents.decode())
        self.close()
        assert [] == self._open

    @property
    def text(self):
        """Return all that can be read, each piece after a space."""
        return " ".join(self.texts)

    def named(self, *names):
        """Return the attributes of the elements with one of these names."""
        return [held for name, held in self.elements if name in names]

    def handle_starttag(self, tag, attrs):
        """Take an element in."""
        assert len(attrs) == len(dict(attrs))
        self.elements.append((tag, dict(attrs)))
        if tag == "br":
            self.texts.append("\n")
        if tag == "img":
            self.texts.append(dict(attrs)["alt"])
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Take an element of a picture in."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """See that it ends what was opened last."""
        assert tag == self._open.pop()

    def handle_data(self, data):
        """Take a text in."""
        if self._open[-1:] == ["style"]:
            self.style += data
        else:
            self.texts.append(data)


def csv_rows(contents):
    """Return the rows of a CSV file, without the apostrophe before what looks like a formula."""
    rows = csv.reader(io.StringIO(contents.decode("utf-8-sig"), newline=""))
    return [[_unquoted(cell) for cell in row] for row in rows]


def _unquoted(cell):
    return cell[1:] if cell[:1] == "'" and safe_cell(cell[1:]) == cell else cell


def workbook(contents):
    """Return the sheets of a workbook as rows of values, by their names."""
    book = openpyxl.load_workbook(io.BytesIO(contents))
    return {
        sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
        for sheet in book
    }


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class WordFile:
    """Read a Word document: its parts as trees, and the text of each paragraph."""

    def __init__(self, contents):
        with zipfile.ZipFile(io.BytesIO(contents)) as archive:
            self.infos = archive.infolist()
            read = {name: archive.read(name) for name in archive.namelist()}
        self.pictures = {name: data for name, data in read.items() if name.endswith(".png")}
        self.parts = {
            name: ET.fromstring(data) for name, data in read.items() if name not in self.pictures
        }
        self.body = self.parts["word/document.xml"].find(f"{W}body")

    @property
    def text(self):
        """Return all that stands in the body, a paragraph a line, then what pictures show."""
        shown = [each.get("descr") for each in self.body.iter(f"{WP}docPr")]
        return "\n".join([*(paragraph_text(each) for each in self.body.iter(f"{W}p")), *shown])

    @property
    def feet(self):
        """Return what stands at the foot of the pages."""
        feet = (part for name, part in self.parts.items() if "foot" in name)
        return "\n".join(paragraph_text(each) for foot in feet for each in foot.iter(f"{W}p"))

    def styled(self, style):
        """Return the texts of the paragraphs in one style."""
        return [paragraph_text(each) for each in self.body.iter(f"{W}p") if style_of(each) == style]


def style_of(paragraph):
    """Return the id of the style of a paragraph; None when it has none."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def paragraph_text(paragraph):
    """Return the text of a paragraph with its tabs and line breaks; hard spaces are spaces."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    parts = [
        each.text or "" if each.tag == f"{W}t" else signs[each.tag]
        for run in paragraph.iter(f"{W}r")
        for each in run
        if each.tag == f"{W}t" or each.tag in signs
    ]
    return "".join(parts).replace("\u00a0", " ")
