# SPDX-License-Identifier: MPL-2.0
"""Test that everything held on a case reference is found and given out."""

import json

import pytest

from auditapp.case_holdings import reference_pattern
from auditapp.errors import NotAllowedError, UnsafePathError
from auditapp.model.edits import Author, change_answer
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from tests.making import Clock, start_audit


def answer(workspace, audit_id, note):
    """Write a note in an audit."""
    by = Author("R. Okafor", Clock().now)
    edit = change_answer(workspace.open_audit(audit_id), "visits/VS2", by, note=note)
    workspace.commit(audit_id, edit)


@pytest.fixture
def audits(workspace):
    """Return two audits of HX-2047, one of another child that mentions it, and one apart."""
    ids = [start_audit(workspace) for _number in range(2)]
    for reference, note in (("HX-9", "Brother of hx 2047."), ("HX-20471", "HX-20472")):
        ids.append(start_audit(workspace, case_reference=reference))
        answer(workspace, ids[-1], note)
    for audit_id in ids:
        workspace.close_audit(audit_id)
    return ids


@pytest.mark.parametrize("reference", ["HX-2047", "hx2047", " HX 2047", "hx/2047"])
def test_everything_on_a_reference_is_found(workspace, audits, reference):
    """However it is typed: its audits, mentions in others, and the front sheet that was begun."""
    workspace.keep_draft_front({"case_reference": "HX-2047", "team": "North"})
    found = workspace.find_case(reference)

    assert set(audits[:2]) == {each.row.id for each in found.audits}
    assert [(audits[2], ("answers/visits/VS2/note",))] == [
        (each.row.id, each.places) for each in found.mentions
    ]
    assert {"case_reference": "HX-2047", "team": "North"} == found.draft_front
    assert () == found.unreadable
    assert {} == workspace._sessions._open


def test_what_was_written_once_is_found(workspace, audits):
    """The history still has it, although nobody sees it in the audit any more."""
    answer(workspace, audits[2], "Sister of HX-31.")
    answer(workspace, audits[2], "Has a sister.")
    (mention,) = workspace.find_case("HX-31").mentions

    assert (audits[2], ("history/answers/visits/VS2/note",)) == (mention.row.id, mention.places)


def test_a_front_sheet_of_another_case_is_not_given_out(workspace, audits):
    """It is about somebody else."""
    workspace.keep_draft_front({"case_reference": "HX-3"})
    assert workspace.find_case("HX-2047").draft_front is None
    assert workspace.find_case("nothing").is_empty


def test_a_damaged_front_sheet_is_told(workspace, audits):
    """It may have been about this case, and nobody can say."""
    workspace.keep_draft_front({"case_reference": "HX-2047"})
    (workspace.paths.store / "draft-front.seal").write_bytes(b"")

    assert workspace.find_case("HX-2047").draft_front is None
    assert [True] == ["front sheet" in problem for problem in workspace.problems]


def test_no_reference_is_refused(workspace):
    """It would be found everywhere."""
    with pytest.raises(NotAllowedError):
        reference_pattern(" - ")


def test_a_search_can_be_stopped(workspace, audits):
    """With hundreds of audits it takes a while."""
    with pytest.raises(NotAllowedError, match="stopped"):
        workspace.find_case("HX-2047", is_cancelled=lambda: True)


def test_an_audit_that_cannot_be_read_is_named(workspace, audits):
    """Nobody may take the answer for complete when it is not."""
    place = workspace._vault.place_of(audits[3])
    for path in (place.path, place.previous):
        path.write_bytes(b"")
    assert (audits[3],) == workspace.find_case("HX-2047").unreadable


def test_everything_is_written_and_recorded(workspace, audits, tmp_path):
    """A report for each audit and one file with all of it; no name of a file tells whose."""
    answer(workspace, audits[0], "Words of the case.")
    by = Author("R. Okafor", Clock().now)
    workspace.avoid_names(audits[0], ("Aisha",), by)
    folder = tmp_path / "out"
    folder.mkdir()
    steps = []
    files = workspace.export_case(
        workspace.find_case("HX-2047"), folder, report_progress=lambda *step: steps.append(step)
    )

    assert ["audit-1.pdf", "audit-2.pdf", "everything.json"] == [path.name for path in files]
    assert all(path.read_bytes().startswith(b"%PDF") for path in files[:2])
    held = json.loads(files[2].read_text("utf-8"))
    first = next(each for each in held["audits"] if each["audit"]["id"] == audits[0])
    assert "Words of the case." == first["audit"]["answers"]["visits/VS2"]["note"]
    assert "exported" == first["history"][-1]["kind"]
    assert 1 == first["names_to_be_avoided"]
    assert "Aisha" not in files[2].read_text("utf-8")
    assert [(1, 2), (2, 2)] == steps
    lines = workspace.logbook()[-2:]
    assert [LogKind.CASE_EXPORTED] * 2 == [line.kind for line in lines]
    assert set(audits[:2]) == {line.audit_id for line in lines}
    assert HistoryKind.EXPORTED is workspace.history(audits[1])[-1].kind


def test_only_a_mention_is_given_out_as_well(workspace, tmp_path):
    """The places, and not the audit of the other child."""
    audit_id = start_audit(workspace, case_reference="HX-9")
    answer(workspace, audit_id, "Brother of HX-2047.")
    files = workspace.export_case(workspace.find_case("HX-2047"), tmp_path)

    held = json.loads(files[0].read_text("utf-8"))
    assert [{"audit": audit_id, "places": ["answers/visits/VS2/note"]}] == held["mentioned_in"]
    assert "Brother" not in files[0].read_text("utf-8")
    assert (LogKind.CASE_EXPORTED, "") == (
        workspace.logbook()[-1].kind,
        workspace.logbook()[-1].audit_id,
    )


def test_no_file_is_replaced(workspace, audits, tmp_path):
    """Nothing is written when one would be."""
    (tmp_path / "everything.json").write_text("mine")
    with pytest.raises(NotAllowedError):
        workspace.export_case(workspace.find_case("HX-2047"), tmp_path)
    assert [] == list(tmp_path.glob("*.pdf"))


def test_it_is_not_written_among_the_audits(workspace, audits):
    """The store holds nothing in clear."""
    with pytest.raises(UnsafePathError):
        workspace.export_case(workspace.find_case("HX-2047"), workspace.paths.store)
