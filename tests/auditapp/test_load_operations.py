# SPDX-License-Identifier: MPL-2.0
"""Test looking at checklist files and adopting them, on the real store in a temporary folder."""

from dataclasses import replace

import openpyxl
import pypdfium2
import pytest
from openpyxl.utils import get_column_letter

from auditapp.checklist.revision.changes import ChangeKind
from auditapp.checklist.xlsform.report import Outcome
from auditapp.errors import (
    ChecklistRefusedError,
    ChoiceNeededError,
    NotAllowedError,
    OrganisationFileError,
    SaveFailedError,
    StoppedError,
)
from auditapp.model.audit import PinnedTrust
from auditapp.model.edits import Author, change_answer
from auditapp.model.trust import TrustState
from auditapp.paths import PROGRAM
from auditapp.report_format import ReportFormat
from tests.auditapp.checklist.desk import KEY, Desk
from tests.making import start_audit
from tests.making_workbooks import tables, workbook

BY = "R. Okafor"
ID = "halden-visits"
WHO = PinnedTrust(state=TrustState.KNOWN_KEY, signer="Halden Council", key_id=KEY.public.name)


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


def test_a_signed_revision_is_described_and_changes_nothing(workspace, desk, put, first):
    """Who signed it, what it changes, and what its author should look at."""
    before = shelf(workspace)
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))

    assert (TrustState.KNOWN_KEY, "2.0") == (found.header.verdict.state, found.header.version)
    assert ("1.0", None, None, ()) == (
        found.in_use.version,
        found.refusal,
        found.choice,
        found.faults,
    )
    assert [ChangeKind.REWORDED] == [each.kind for each in found.comparison.changes]
    assert "What version 2.0 changes is not listed." == found.comparison.remarks[0].message
    assert (before, "1.0") == (shelf(workspace), in_use(workspace))
    assert found.header.verdict == found.revision.verdict


def test_a_checklist_that_is_new_here_has_nothing_to_be_compared_with(workspace, desk, put):
    """It may be loaded all the same."""
    found = workspace.examine_checklist(put(desk.file("1.0", KEY)))

    assert (None, None, False) == (found.in_use, found.comparison, found.is_in_use)
    assert found.revision is not None


def test_what_a_file_changes_can_be_printed_before_it_is_loaded(
    workspace, desk, put, first, tmp_path
):
    """Against the version it was compared with, with what vouches for both; nothing is loaded."""
    before = shelf(workspace)
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    path = tmp_path / "changes.pdf"
    workspace.export_changes(found, path)
    with pypdfium2.PdfDocument(path) as pdf:
        text = " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in pdf)

    assert "What changes from version 1.0 to version 2.0" in text
    assert "[removed: happened?] [added: happened then?]" in text
    assert 2 == text.count("It is signed by Halden Council")
    assert "HX-2047" not in text
    assert "He was seen." not in text
    assert before == shelf(workspace)


def test_what_a_file_changes_can_be_a_web_page(workspace, desk, put, first, tmp_path):
    """As any report."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    path = tmp_path / "changes.html"
    workspace.export_changes(found, path, report_format=ReportFormat.HTML)
    assert b"What changes from version 1.0 to version 2.0" in path.read_bytes()


def test_there_may_be_nothing_to_print(workspace, desk, put, tmp_path):
    """A checklist that is new here has no changes."""
    found = workspace.examine_checklist(put(desk.file("1.0", KEY)))

    with pytest.raises(NotAllowedError, match="no version to compare"):
        workspace.export_changes(found, tmp_path / "changes.pdf")


@pytest.mark.parametrize("accepts", [True, False])
def test_an_unsigned_file_wants_a_choice(workspace, desk, put, first, accepts):
    """It can be looked at and previewed; it is loaded, and drafts move, by the choice alone."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0"), key=None)))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]

    assert (True, True) == (found.file.sha256 in str(found.choice), "Halden" in str(found.choice))
    if accepts:
        adopted = workspace.adopt_checklist(found, BY, accept_unsigned=True, move=previews)
        assert [None] == [each.refusal for each in adopted.moved]
        (pin,) = workspace.open_audit(first).checklists
        assert ("2.0", TrustState.UNSIGNED) == (pin.version, pin.trust.state)
        assert workspace.examine_checklist(put(revised(desk.file("2.0"), key=None))).choice is None
    else:
        with pytest.raises(ChoiceNeededError):
            workspace.adopt_checklist(found, BY, move=previews)
        assert "1.0" == workspace.open_audit(first).checklists[0].version


def test_a_wrong_signature_gets_no_further(workspace, desk, put, first):
    """There is nothing to preview or to adopt, whatever anybody accepts."""
    file = desk.file("2.0", KEY)
    path = put(replace(file, data=file.data + b"# one more line\n"))
    found = workspace.examine_checklist(path)

    assert (None, TrustState.BAD) == (found.revision, found.header.verdict.state)
    assert "something in it was changed" in str(found.refusal)
    with pytest.raises(ChecklistRefusedError):
        workspace.adopt_checklist(found, BY, accept_unsigned=True)
    with pytest.raises(ChecklistRefusedError):
        workspace.read_revision(path)


def test_a_revoked_key_gets_no_further(workspace, desk, put, first):
    """It never loads."""
    desk.trust(revoked=[KEY.public.name])
    found = workspace.examine_checklist(put(desk.file("2.0", KEY)))

    assert (None, TrustState.REVOKED) == (found.revision, found.header.verdict.state)


def test_a_key_that_is_revoked_after_the_look_moves_nothing(workspace, desk, put, first):
    """It is judged again when it is loaded."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]
    desk.trust(revoked=[KEY.public.name])

    with pytest.raises(ChecklistRefusedError):
        workspace.adopt_checklist(found, BY, move=previews)
    assert "1.0" == workspace.open_audit(first).checklists[0].version


def test_every_fault_is_listed_beside_the_verdict(workspace, desk, put, first):
    """A file may be signed and have faults; a signature says who, not whether it is right."""
    file = revised(desk.file("2.0", KEY), "kind: text", "kind: texts")
    found = workspace.examine_checklist(put(file))

    assert (TrustState.KNOWN_KEY, None) == (found.header.verdict.state, found.revision)
    assert [("halden-visits.yaml", 13)] == [(each.file, each.line) for each in found.faults]
    with pytest.raises(NotAllowedError):
        workspace.adopt_checklist(found, BY)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"schema: checklist/2\nid: halden-visits\n", "is in the format checklist/2;"),
        (b"schema: sources/1\n", "checklist"),
        (b"a: [", ""),
    ],
    ids=["newer format", "another kind of file", "no YAML"],
)
def test_what_is_no_checklist_has_faults(workspace, desk, put, data, words):
    """Nothing else is known about it."""
    found = workspace.examine_checklist(put(replace(desk.file(), data=data)))

    assert (True, None) == (bool(found.faults), found.revision)
    assert any(words in str(each) for each in found.faults)


def test_a_file_that_is_not_there(workspace, tmp_path):
    """It went away between the choice and the look."""
    found = workspace.examine_checklist(tmp_path / "gone.yaml")

    assert (None, True) == (found.file, "cannot be opened" in found.faults[0].message)


def test_faults_of_the_organisation_are_told(workspace, desk, put):
    """Nobody can know whose signatures are trusted."""
    desk.organisation.write_text("schema: organisation/1\npublishers: 3\n", encoding="utf-8")
    found = workspace.examine_checklist(put(desk.file("1.0", KEY)))

    assert isinstance(found.refusal, OrganisationFileError)
    assert ["organisation.yaml"] == [each.file for each in found.faults]


def test_the_same_version_with_other_contents_is_refused(workspace, desk, put, first):
    """Both hashes are named."""
    file = revised(desk.file("1.0", KEY))
    found = workspace.examine_checklist(put(file))

    assert (None, True) == (found.revision, file.sha256 in str(found.refusal))


def test_the_version_in_use_can_be_looked_at_again(workspace, desk, put, first):
    """Nothing changed; drafts of earlier versions can still be moved to it."""
    found = workspace.examine_checklist(put(desk.file("1.0", KEY)))

    assert (True, ()) == (found.is_in_use, found.comparison.changes)
    assert "1.0" == workspace.adopt_checklist(found, BY).in_use.version


def test_an_older_version_is_warned_of_and_can_be_used(workspace, desk, put, first):
    """By choice; what an author has to look at is said of later versions only."""
    older = workspace.examine_checklist(put(revised(desk.file("0.9", KEY))))

    assert "Version 0.9 is older than version 1.0" in older.header.verdict.warning
    assert () == older.comparison.remarks
    assert "0.9" == workspace.adopt_checklist(older, BY).in_use.version
    assert "0.9" == in_use(workspace)


def test_no_version_is_pinned_that_is_in_use_anyway(workspace, desk, put, first):
    """A later one that is added by itself comes into use, as ever."""
    workspace.adopt_checklist(workspace.examine_checklist(put(desk.file("2.0", KEY))), BY)
    workspace.add_checklist(put(desk.file("3.0", KEY)), BY)

    assert "3.0" == in_use(workspace)


def test_a_withdrawn_version_says_so(workspace, desk, put, first):
    """To load it takes the withdrawal back."""
    workspace.withdraw_checklist(ID, "1.0", BY, "A question was wrong.")
    found = workspace.examine_checklist(put(desk.file("1.0", KEY)))

    assert ("A question was wrong.", None) == (found.withdrawn.reason, found.in_use)
    workspace.adopt_checklist(found, BY)
    assert "1.0" == in_use(workspace)


def test_a_shipped_file_is_known_as_such(workspace):
    """The bytes that came with the program need no signature."""
    found = workspace.examine_checklist(PROGRAM / "checklists" / "visits.yaml")

    assert (TrustState.SHIPPED, True) == (found.header.verdict.state, found.is_in_use)


def test_only_the_chosen_drafts_move(workspace, desk, put, first):
    """With who signed it in the pin; one undo takes a move back."""
    other = start_audit(workspace, ID, case_reference="HX-1")
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    previews = {each.audit_id: each.preview for each in workspace.preview_revision(found.revision)}
    told = []
    adopted = workspace.adopt_checklist(
        found, BY, move=[previews[first]], report_progress=lambda *of: told.append(of)
    )

    assert ([(first, None)], [(1, 1)]) == (
        [(each.audit_id, each.refusal) for each in adopted.moved],
        told,
    )
    (pin,) = workspace.open_audit(first).checklists
    assert ("2.0", found.file.sha256, WHO) == (pin.version, pin.sha256, pin.trust)
    assert "1.0" == workspace.open_audit(other).checklists[0].version
    undone = workspace.undo(first, Author(BY, workspace.clock())).audit
    assert "1.0" == undone.checklists[0].version
    assert "He was seen." == undone.answer(f"{ID}/SH1").value


def test_the_bytes_that_were_looked_at_are_loaded(workspace, desk, put, first):
    """Whatever lies in their place meanwhile."""
    path = put(revised(desk.file("2.0", KEY)))
    found = workspace.examine_checklist(path)
    path.write_bytes(b"something else")
    workspace.adopt_checklist(found, BY)

    assert found.file.sha256 == workspace.library.load(ID).sha256


def test_a_draft_that_is_open_is_left_alone(workspace, desk, put, first):
    """Somebody is at work in it; it stays open."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]
    workspace.open_audit(first)
    (left,) = workspace.adopt_checklist(found, BY, move=previews).moved

    assert ("This audit is open.", None) == (str(left.refusal), left.change)
    assert "1.0" == workspace.open_audit(first).checklists[0].version


def test_moving_can_be_stopped(workspace, desk, put, first):
    """The version is in use; those not reached are not among the moved."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]
    adopted = workspace.adopt_checklist(found, BY, move=previews, is_cancelled=lambda: True)

    assert ("2.0", ()) == (adopted.in_use.version, adopted.moved)


def test_a_checklist_that_cannot_be_written_moves_nothing(workspace, desk, put, first, monkeypatch):
    """The reason is the disk's."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]

    def refuse(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workspace._shelf, "keep", refuse)
    with pytest.raises(SaveFailedError, match="No space left"):
        workspace.adopt_checklist(found, BY, move=previews)
    assert "1.0" == workspace.open_audit(first).checklists[0].version


def test_a_broken_version_in_use_can_be_replaced(workspace, desk, put, first, monkeypatch):
    """There is nothing to compare with, and that keeps nobody from loading the new one."""

    def refuse(_id):
        raise ChecklistRefusedError("It was changed.")

    monkeypatch.setattr(workspace.library, "load", refuse)
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))

    assert ("1.0", None, True) == (
        found.in_use.version,
        found.comparison,
        found.revision is not None,
    )


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


def test_a_spreadsheet_is_examined_as_the_checklist_made_of_it(workspace, revised_sheet):
    """What became of its cells, what it changes, and that nobody vouches for it."""
    before = shelf(workspace)
    found = workspace.examine_checklist(revised_sheet)

    assert ("visits 2.xlsx", "visits 2.yaml") == (found.name, found.file.name)
    assert ["Ask the worker."] == [line.text for line in found.imported.of(Outcome.KEPT_AS_TEXT)]
    assert [ChangeKind.REWORDED] == [each.kind for each in found.comparison.changes]
    assert {"visits 2.yaml"} == {each.file for each in found.comparison.remarks}
    assert TrustState.UNSIGNED is found.header.verdict.state
    assert found.choice is not None
    assert before == shelf(workspace)


def test_a_spreadsheet_is_adopted_by_the_choice_alone(workspace, revised_sheet):
    """Its checklist goes on the shelf as an unsigned one, and is the one that can be saved."""
    found = workspace.examine_checklist(revised_sheet)
    with pytest.raises(ChoiceNeededError):
        workspace.adopt_checklist(found, BY)
    workspace.adopt_checklist(found, BY, accept_unsigned=True)

    assert "2.0" == in_use(workspace)
    saved = revised_sheet.with_name("visits.yaml.copy.yaml")
    workspace.save_imported(found, saved)
    assert workspace.examine_checklist(saved).is_in_use


def test_a_spreadsheet_of_a_version_that_is_here_wants_a_higher_one(workspace, sheet):
    """And says where that stands."""
    found = workspace.examine_checklist(sheet())
    assert "Version 1.0 of 'halden-visits' is here already" in str(found.refusal)
    assert "on the sheet 'settings'" in found.refusal.remedy
    assert (None, True) == (found.revision, found.imported is not None)


def test_texts_that_are_to_be_completed_are_counted(workspace, tmp_path):
    """Also once the checklist is a file of its own."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(tables("survey\n  type | name | label\n  text | q | Q?\n")))
    found = workspace.examine_checklist(path)
    assert (3, "draft") == (found.unfinished, found.header.status)
    assert found.unfinished == len(found.imported.of(Outcome.TO_COMPLETE))
    workspace.save_imported(found, tmp_path / "form.yaml")
    again = workspace.examine_checklist(tmp_path / "form.yaml")
    assert (3, None) == (again.unfinished, again.imported)


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        ("a.xls", lambda: b"", "old .xls file"),
        ("a.yaml", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a password protects"),
        ("a.xlsm", lambda: b"PK\x03\x04", "can hold macros"),
        ("a.xlsx", lambda: b"schema: checklist/1", "This is no .xlsx file"),
        ("a.xlsx", lambda: b"PK\x03\x04" + bytes(10_000_001), "more than 10 MB"),
        ("a.xlsx", lambda: workbook({"costs": [["a", "b"]]}), "no sheet called 'survey'"),
        ("a.xlsx", lambda: workbook({"survey": [["type"], ["note"]]}), "has no question"),
        ("a.xlsx", lambda: None, "cannot be opened"),
    ],
)
def test_a_spreadsheet_that_is_refused_says_why(workspace, tmp_path, name, make, expected):
    """Like any other refusal: in a sentence, and with what to do."""
    data = make()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    found = workspace.examine_checklist(tmp_path / name)
    assert expected in str(found.refusal)
    assert found.refusal.remedy
    assert (None, None, None) == (found.file, found.revision, found.imported)
    with pytest.raises(NotAllowedError):
        workspace.save_imported(found, tmp_path / "out.yaml")


def test_a_spreadsheet_of_which_no_checklist_can_be_made_lists_its_faults(workspace, tmp_path):
    """Beside the refusal."""
    text = "survey\n  type | name | label | audit_kind\n  select_one x | q | Q? | rating\n"
    (tmp_path / "form.xlsx").write_bytes(workbook(tables(text)))
    found = workspace.examine_checklist(tmp_path / "form.xlsx")
    assert "No checklist can be made of form.xlsx." == str(found.refusal)
    assert ["form.xlsx"] == [each.file for each in found.faults]


def test_reading_a_spreadsheet_can_be_stopped(workspace, revised_sheet):
    """Nothing is said about it then."""
    with pytest.raises(StoppedError):
        workspace.examine_checklist(revised_sheet, is_cancelled=lambda: True)
