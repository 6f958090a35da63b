# SPDX-License-Identifier: MPL-2.0
"""Test what a checklist file that somebody may want to load is said to be."""

from dataclasses import replace

import pypdfium2
import pytest

from auditapp.checklist.revision.changes import ChangeKind
from auditapp.errors import ChecklistRefusedError, NotAllowedError, OrganisationFileError
from auditapp.fingerprints import grouped
from auditapp.model.report_format import ReportFormat
from auditapp.model.trust import TrustState
from auditapp.paths import PROGRAM
from tests.auditapp.checklist.desk import KEY
from tests.auditapp.loading_fixtures import (
    BY,
    ID,
    desk,
    first,
    in_use,
    put,
    revised,
    shelf,
    workspace,
)

__all__ = ["desk", "first", "put", "workspace"]


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

    assert (None, True) == (found.file, "There is no such file." == found.faults[0].message)


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

    assert (None, True) == (found.revision, grouped(file.sha256) in str(found.refusal))


def test_the_version_in_use_can_be_looked_at_again(workspace, desk, put, first):
    """Nothing changed; drafts of earlier versions can still be moved to it."""
    found = workspace.examine_checklist(put(desk.file("1.0", KEY)))

    assert (True, ()) == (found.is_in_use, found.comparison.changes)
    assert "1.0" == workspace.adopt_checklist(found, BY).in_use.version


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
