# SPDX-License-Identifier: MPL-2.0
"""Build workbooks for the tests out of tables that people can read."""

import io
import zipfile

import openpyxl


def tables(text):
    """Return the sheets in a text: names, and rows of cells.

    A line without an indent names a sheet. Under it ``|`` stands between the cells, the first line
    has the headings, and a backslash with an n inside a cell begins a new line.
    """
    sheets = {}
    for line in text.strip("\n").split("\n"):
        if line and not line.startswith(" "):
            rows = sheets.setdefault(line, [])
        elif line:
            cells = [cell.strip().replace("\\n", "\n") for cell in line.split("|")]
            rows.append([cell or None for cell in cells])
    return sheets


def workbook(sheets):
    """Return the bytes of an .xlsx file with these sheets: names and rows of cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def packed(**members):
    """Return a ZIP file with these members, in this order, whose names have ``__`` for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return file.getvalue()
