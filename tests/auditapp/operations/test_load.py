# SPDX-License-Identifier: MPL-2.0
"""Test that a file is loaded as it was examined, and moves the drafts that were chosen."""

import pytest

from auditapp.errors import ChecklistRefusedError, ChoiceNeededError, SaveFailedError
from auditapp.fingerprints import grouped
from auditapp.model.audit import PinnedTrust
from auditapp.model.edits import Author
from auditapp.model.trust import TrustState
from tests.auditapp.checklist.desk import KEY
from tests.auditapp.loading_fixtures import (
    BY,
    ID,
    desk,
    first,
    in_use,
    put,
    revised,
    revised_sheet,
    sheet,
    workspace,
)
from tests.making import start_audit

__all__ = ["desk", "first", "put", "revised_sheet", "sheet", "workspace"]

WHO = PinnedTrust(state=TrustState.KNOWN_KEY, signer="Halden Council", key_id=KEY.public.name)


@pytest.mark.parametrize("accepts", [True, False])
def test_an_unsigned_file_wants_a_choice(workspace, desk, put, first, accepts):
    """It can be looked at and previewed; it is loaded, and drafts move, by the choice alone."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0"), key=None)))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]

    for words in (grouped(found.file.sha256), "Halden"):
        assert words in str(found.choice)
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


def test_a_key_that_is_revoked_after_the_look_moves_nothing(workspace, desk, put, first):
    """It is judged again when it is loaded."""
    found = workspace.examine_checklist(put(revised(desk.file("2.0", KEY))))
    previews = [each.preview for each in workspace.preview_revision(found.revision)]
    desk.trust(revoked=[KEY.public.name])

    with pytest.raises(ChecklistRefusedError):
        workspace.adopt_checklist(found, BY, move=previews)
    assert "1.0" == workspace.open_audit(first).checklists[0].version


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
