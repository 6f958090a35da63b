# SPDX-License-Identifier: MPL-2.0
"""Read the texts out of the files that reports are written to."""

import csv
import io
from html.parser import HTMLParser

import openpyxl

VOID = {"meta", "br"}


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
    return cell[1:] if cell[:2] in {"'=", "'+", "'-", "'@", "'\t", "'\r"} else cell


def workbook(contents):
    """Return the sheets of a workbook as rows of values, by their names."""
    book = openpyxl.load_workbook(io.BytesIO(contents))
    return {
        sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
        for sheet in book
    }
