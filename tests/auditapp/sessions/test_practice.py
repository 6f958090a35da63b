# SPDX-License-Identifier: MPL-2.0
"""A try-out of a checklist: it behaves as an audit does, and nothing of it is kept."""

from dataclasses import replace

import pytest

from auditapp.errors import ChecklistInvalidError, ChecklistNotFoundError, NotAllowedError
from auditapp.model.edits import Author, change_answer, change_front
from auditapp.settings import Settings, save
from tests.making import Clock, edited_checklists, make_front, make_workspace

BY = Author("R. Okafor", Clock().now)
FIRST = "visits/VS1"


def header(workspace, checklist_id="visits"):
    """Return the header of a checklist."""
    headers, _broken = workspace.checklists()
    return next(each for each in headers if each.id == checklist_id)


def files(folder):
    """Return every file below a folder, with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_kept(workspace, tmp_path):
    """Answers, their undoing and the end of the try-out leave every file as it was."""
    before = files(tmp_path)
    practice = workspace.practise(header(workspace), make_front())
    edit = change_answer(practice.open_audit(practice.id), FIRST, BY, value="not_met", note="Zebra")
    practice.commit(practice.id, edit)
    practice.undo(practice.id, BY)
    practice.redo(practice.id, BY)
    assert "Zebra" == practice.open_audit(practice.id).answer(FIRST).note
    practice.close_audit(practice.id)
    assert before == files(tmp_path)
    assert [] == workspace.audits()


def test_undo_and_redo_go_through_every_change(workspace):
    """They end where there is nothing to take back or to make again."""
    practice = workspace.practise(header(workspace), make_front())
    edit = change_answer(practice.open_audit(practice.id), FIRST, BY, value="met")
    practice.commit(practice.id, edit)
    assert practice.undo(practice.id, BY).audit.answer(FIRST).value is None
    assert practice.undo(practice.id, BY) is None
    assert "met" == practice.redo(practice.id, BY).audit.answer(FIRST).value
    assert practice.redo(practice.id, BY) is None


def test_the_kind_of_child_decides_what_is_asked(workspace):
    """Changing the groups on the front sheet changes the outline, as in an audit."""
    practice = workspace.practise(header(workspace, "education"), make_front(cohorts=()))
    few = practice.outline(practice.open_audit(practice.id))
    front = make_front(cohorts=("CP", "CIC", "CIN"))
    more = practice.commit(practice.id, change_front(front, BY)).audit
    assert len(few.questions) < len(practice.outline(more).questions)


def test_it_is_read_with_the_local_names(workspace):
    """The council's own names stand in the questions."""
    save(workspace.paths.settings, Settings().with_changes(local_names={"front_door": "Hub"}))
    practice = workspace.practise(header(workspace, "front-door"), make_front(cohorts=("CONTACT",)))
    outline = practice.outline(practice.open_audit(practice.id))
    texts = [asked.question.text for asked in outline.questions]
    assert "Did an experienced manager give clear direction at the Hub?" in texts


def test_it_names_its_checklist(workspace):
    """What is tried out is told by its id and version."""
    practice = workspace.practise(header(workspace), make_front())
    assert ("visits", header(workspace).version) == (
        practice.checklist.id,
        practice.checklist.version,
    )


def test_it_cannot_be_signed_off(workspace):
    """A try-out is no audit."""
    practice = workspace.practise(header(workspace), make_front())
    with pytest.raises(NotAllowedError, match="cannot be signed off"):
        practice.sign_off(practice.id, BY)
    with pytest.raises(NotAllowedError):
        practice.amend(practice.id, BY, "For a reason.")
    with pytest.raises(NotAllowedError):
        practice.give_up_amendment(practice.id, BY)
    assert () == practice.signed_versions(practice.id)


def test_a_checklist_with_faults_cannot_be_tried_out(tmp_path):
    """The faults are listed, and the overview of the checklist holds the same."""
    folder = edited_checklists(tmp_path, "visits.yaml", "kind: rating", "kind: ratting")
    workspace = make_workspace(tmp_path / "home", checklists=folder)
    found = header(workspace)
    with pytest.raises(ChecklistInvalidError) as caught:
        workspace.practise(found, make_front())
    assert caught.value.faults == workspace.overview(found).faults
    assert caught.value.faults
    workspace.close()


def test_a_version_that_is_gone_is_not_found(workspace):
    """What is not in the library any more is said to be missing."""
    gone = replace(header(workspace), version="0.0")
    with pytest.raises(ChecklistNotFoundError):
        workspace.overview(gone)
