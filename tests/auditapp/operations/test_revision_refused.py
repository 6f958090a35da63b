# SPDX-License-Identifier: MPL-2.0
"""Test when a draft is not moved to a revised checklist, or with a warning."""

import pytest

from auditapp.errors import (
    AuditLockedError,
    ChecklistConflictError,
    ChecklistInvalidError,
    NotAllowedError,
    SaveFailedError,
)
from auditapp.fingerprints import grouped
from tests.auditapp.operations.revision_fixtures import (
    NEW_TEXT,
    OLD_TEXT,
    answer,
    draft,
    read,
    reopened,
    stored,
)
from tests.making import start_audit

__all__ = ["answer", "draft", "read"]


def test_a_draft_that_changed_since_its_preview_is_not_moved(workspace, draft, read, by, answer):
    """Something else would come of it than was shown; the others are moved all the same."""
    other = start_audit(workspace, "visits")
    revision = read()
    previews = [each.preview for each in workspace.preview_revision(revision)]
    answer(draft, VS2={"value": "met"})
    moved = {each.audit_id: each for each in workspace.move_drafts(previews, revision, by)}

    assert isinstance(moved[draft].refusal, NotAllowedError)
    assert "This audit has changed since it was looked at." == str(moved[draft].refusal)
    assert (None, None) == (moved[draft].change, moved[other].refusal)


def test_a_draft_that_cannot_be_opened_has_its_error(workspace, draft, read, by):
    """One damaged file keeps no other draft from being looked at."""
    lost = start_audit(workspace, "visits", case_reference="HX-9")
    workspace.close_audit(lost)
    for path in (workspace.paths.store / "audits").glob(f"{lost}*"):
        path.unlink()
    found = {each.case_reference: each for each in workspace.preview_revision(read())}

    assert found["HX-2047"].refusal is None
    assert (None, True) == (found["HX-9"].preview, bool(str(found["HX-9"].refusal)))


def test_a_save_that_fails_moves_nothing(workspace, draft, read, by, monkeypatch):
    """The draft is as it was, in memory and on the disk, and can be moved later."""
    revision = read()
    preview = workspace.preview_move(draft, revision)
    before = stored(workspace, draft)

    def refuse(*_args, **_options):
        raise SaveFailedError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(workspace._sessions.get(draft)._file._storage._folder, "save", refuse)
        (moved,) = workspace.move_drafts([preview], revision, by)
    assert isinstance(moved.refusal, SaveFailedError)
    assert "1.0" == reopened(workspace, draft).checklists[1].version
    assert before == stored(workspace, draft)
    assert workspace.move_drafts([preview], revision, by)[0].refusal is None


def test_a_signed_audit_is_refused(workspace, draft, read, by):
    """With its sentence, whatever the file."""
    workspace._sessions.get(draft).sign_off(by)

    with pytest.raises(AuditLockedError, match="stays with the checklist it was signed with"):
        workspace.preview_move(draft, read())


def test_the_same_version_with_other_words_is_refused(workspace, draft, read):
    """Both hashes are named; in the preview of all drafts it stands beside the draft."""
    revision = read((OLD_TEXT, NEW_TEXT))

    with pytest.raises(ChecklistConflictError, match=grouped(revision.sha256)) as caught:
        workspace.preview_move(draft, revision)
    assert grouped(workspace.open_audit(draft).checklists[1].sha256) in str(caught.value)
    (found,) = workspace.preview_revision(revision)
    assert isinstance(found.refusal, ChecklistConflictError)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("schema: checklist/1\n", "schema: checklist/2\n", "is in the format checklist/2;"),
        ('version: "1.0"', 'version: "2.0"\nmin_app: "99.0"', "needs version 99.0 of the program."),
        ("rule: visits_in_care", "rule: visits_in_cars", "no timescale rule 'visits_in_cars'"),
    ],
)
def test_a_file_for_a_newer_program_is_refused(read, old, new, sentence):
    """As is one with faults: nothing is planned with it."""
    with pytest.raises(ChecklistInvalidError) as caught:
        read((old, new))

    assert [True] == [sentence in str(fault) for fault in caught.value.faults]


def test_going_back_to_an_older_version_is_warned_of(workspace, draft, read, by):
    """It can be done, and is said."""
    older = read(('version: "1.0"', 'version: "0.9"'))

    assert ("Version 0.9 is older than version 1.0, which the audit uses.",) == (
        workspace.preview_move(draft, older).plan.warnings
    )
