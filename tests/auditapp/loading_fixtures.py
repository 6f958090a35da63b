# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of loading checklist files: a workspace, and files to load into it."""

from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from auditapp.model.edits import Author, change_answer
from tests.auditapp.checklist.desk import KEY, Desk
from tests.making import start_audit

BY = "R. Okafor"
ID = "halden-visits"


@pytest.fixture
def desk(tmp_path):
    """Return what makes files of checklists, and the file of an organisation that trusts `KEY`."""
    desk = Desk(tmp_path)
    desk.trust()
    return desk


@pytest.fixture
def workspace(desk):
    """Return an unlocked workspace."""
    made = desk.make_workspace()
    yield made
    made.close()


@pytest.fixture
def put(desk):
    """Return a function that puts a file and its signature where a person may have saved it."""
    return desk.put


@pytest.fixture
def first(workspace, desk, put):
    """Load the first version and return a draft that answers it."""
    workspace.add_checklist(put(desk.file("1.0", KEY)), BY)
    audit_id = start_audit(workspace, ID)
    by = Author(BY, workspace.clock())
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, f"{ID}/SH1", by, value="He was seen."))
    workspace.close_audit(audit_id)
    return audit_id


def revised(file, old="What happened?", new="What happened then?", key=KEY):
    """Return a file with a text put in place of another, signed anew by ``key``."""
    data = file.data.replace(old.encode(), new.encode())
    assert data != file.data
    name = file.data.split(b'version: "')[1].split(b'"')[0].decode()
    return replace(
        file, data=data, signature=key and key.sign(data, f"template {ID} version {name}")
    )


def shelf(workspace):
    """Return what lies on the shelf, name by name."""
    folder = workspace.paths.shelf
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def in_use(workspace):
    """Return the version that new audits are started on."""
    return next(each.version for each in workspace.library.in_use() if each.id == ID)


@pytest.fixture
def sheet(workspace, desk, put, tmp_path):
    """Return a function that exports version 1.0, edits cells of a sheet, and returns its path."""
    workspace.add_checklist(put(desk.file("1.0", KEY)), BY)

    def edited(*edits, name="visits 2.xlsx"):
        path = tmp_path / name
        workspace.export_spreadsheet(ID, "1.0", path)
        book = openpyxl.load_workbook(path)
        for title, cell, text in edits:
            book[title][cell].value = text
        book.save(path)
        return path

    return edited


def cell_under(path, title, heading, row=2):
    """Return the name of the cell under a heading."""
    headings = [cell.value for cell in openpyxl.load_workbook(path)[title][1]]
    return f"{get_column_letter(headings.index(heading) + 1)}{row}"


@pytest.fixture
def revised_sheet(sheet):
    """Return the path of a spreadsheet with another wording and a higher version."""
    plain = sheet()
    return sheet(
        ("settings", cell_under(plain, "settings", "version"), "2.0"),
        ("survey", cell_under(plain, "survey", "label", 3), "What happened then?"),
        ("survey", "Z3", "Ask the worker."),
    )
