# SPDX-License-Identifier: MPL-2.0
"""Test copying checklists out of a workspace, and telling a spreadsheet from a checklist file."""

import pytest

from auditapp.checklist.trust.signed_file import SignedFile, signature_path
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist_files import is_spreadsheet, save_checklist
from auditapp.errors import (
    ChecklistNotFoundError,
    ChecklistRefusedError,
    NotAllowedError,
    SaveFailedError,
    StoppedError,
    UnsafePathError,
)
from auditapp.paths import find_paths
from tests.auditapp.checklist.desk import KEY
from tests.auditapp.loading_fixtures import ID, desk
from tests.making import edited_checklists, make_workspace
from tests.making_workbooks import packed

__all__ = ["desk"]


@pytest.fixture
def workspace(desk):
    """Return an unlocked workspace in which a signed checklist was loaded."""
    made = desk.make_workspace()
    made.add_checklist(desk.put(desk.file("1.0", KEY)), "R. Okafor")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("visits.yaml", b"schema: checklist/1", False),
        ("visits.yml", b"", False),
        ("visits.XLSX", b"schema: checklist/1", True),
        ("visits.xlsm", b"", True),
        ("visits.yaml", packed(types="", xl__workbook=""), True),
        ("visits.docx", packed(types="", word__document=""), False),
        ("visits", b"\xd0\xcf\x11\xe0rest", False),
    ],
)
def test_a_spreadsheet_is_known_by_name_or_contents(tmp_path, name, data, expected):
    """Whoever renamed one hears the same about it."""
    path = tmp_path / name
    path.write_bytes(data)
    assert expected is is_spreadsheet(path)


def test_a_file_that_is_not_there_is_no_spreadsheet(tmp_path):
    """Unless it is called one: whoever reads it says what is wrong."""
    assert not is_spreadsheet(tmp_path / "gone.yaml")
    assert is_spreadsheet(tmp_path / "gone.xlsx")


def test_a_spreadsheet_gives_the_same_checklist_back(workspace, tmp_path):
    """Of the version asked for."""
    path = tmp_path / "visits.xlsx"
    workspace.export_spreadsheet(ID, "1.0", path)
    wanted = workspace.library.find(ID, "1.0").checklist
    assert wanted == import_workbook(path.read_bytes(), path.name).checklist


def test_an_export_that_is_stopped_leaves_no_file(workspace, tmp_path):
    """Nor a part of one."""
    with pytest.raises(StoppedError):
        workspace.export_spreadsheet(ID, "1.0", tmp_path / "v.xlsx", is_cancelled=lambda: True)
    assert [] == list(tmp_path.glob("*.xlsx")) + list(tmp_path.glob("*.tmp"))


def test_a_checklist_file_comes_out_with_its_signature(workspace, desk, tmp_path):
    """To the byte, so that it still counts as signed wherever it goes."""
    path = tmp_path / "copy.yaml"
    workspace.export_checklist(ID, "1.0", path)
    file = desk.file("1.0", KEY)
    assert (file.data, file.signature) == (
        path.read_bytes(),
        signature_path(path).read_bytes(),
    )
    assert workspace.examine_checklist(path).is_in_use


@pytest.mark.parametrize("write", ["export_spreadsheet", "export_checklist"])
def test_what_cannot_be_written_changes_nothing(workspace, tmp_path, write):
    """Not among the audits, not into a folder that is not there, and no version that is unknown."""
    export = getattr(workspace, write)
    with pytest.raises(UnsafePathError, match="Nothing can be saved in the folder"):
        export(ID, "1.0", workspace.paths.store / "deep" / "visits.xlsx")
    with pytest.raises(SaveFailedError, match="could not be saved"):
        export(ID, "1.0", tmp_path / "nowhere" / "visits.xlsx")
    with pytest.raises(ChecklistNotFoundError):
        export(ID, "9.0", tmp_path / "visits.xlsx")
    assert [] == list(tmp_path.rglob("visits.xlsx"))


def test_a_file_that_was_changed_is_not_copied(tmp_path):
    """What was checked is what leaves the library, or nothing does."""
    folder = edited_checklists(tmp_path, "visits.yaml", "title: Visits", "title: Our visits")
    workspace = make_workspace(tmp_path / "home", checklists=folder)
    workspace.library.find("visits", "1.0")
    (folder / "visits.yaml").write_bytes(b"id: something-else")
    with pytest.raises(ChecklistRefusedError, match="changed since it was read"):
        workspace.export_checklist("visits", "1.0", tmp_path / "copy.yaml")
    workspace.close()
    assert not (tmp_path / "copy.yaml").exists()


def test_an_unsigned_file_is_not_put_beside_a_signature(tmp_path):
    """It would be taken for signed by somebody, and wrongly so: such a file never loads."""
    path = tmp_path / "visits.yaml"
    path.write_bytes(b"old")
    signature_path(path).write_bytes(b"of the old one")
    with pytest.raises(NotAllowedError, match="the signature of another checklist"):
        save_checklist(find_paths(tmp_path / "home"), path, SignedFile("visits.yaml", b"new"))
    assert (b"old", b"of the old one") == (path.read_bytes(), signature_path(path).read_bytes())
