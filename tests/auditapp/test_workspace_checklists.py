# SPDX-License-Identifier: MPL-2.0
"""Load checklists through the workspace, and start audits on them."""

import pytest

from auditapp.errors import ChoiceNeededError, NotAllowedError, SaveFailedError
from auditapp.model.audit import PinnedTrust
from auditapp.model.trust import TrustState
from tests.auditapp.checklist.desk import KEY, Desk
from tests.auditapp.loading_fixtures import BY, ID, put, workspace
from tests.making import start_audit

__all__ = ["put", "workspace"]


@pytest.fixture
def desk(tmp_path):
    """Return what makes files of checklists, and the file of an organisation."""
    return Desk(tmp_path)


def pins(workspace, audit_id):
    """Return what each checklist of an audit was pinned with."""
    return {pin.id: pin.trust for pin in workspace.open_audit(audit_id).checklists}


def test_an_audit_keeps_who_signed_its_checklist(workspace, desk, put):
    """Beside those that came with the program."""
    desk.trust()
    added = workspace.add_checklist(put(desk.file("1.0", KEY)), BY)
    assert added.is_in_use
    audit_id = start_audit(workspace, ID, "visits")
    assert {
        ID: PinnedTrust(
            state=TrustState.KNOWN_KEY, signer="Halden Council", key_id=KEY.public.name
        ),
        "visits": PinnedTrust(state=TrustState.SHIPPED),
    } == pins(workspace, audit_id)


def test_an_audit_on_an_unsigned_checklist_says_so(workspace, desk, put):
    """Although somebody chose to load it."""
    path = put(desk.file("1.0"))
    with pytest.raises(ChoiceNeededError):
        workspace.add_checklist(path, BY)
    workspace.add_checklist(path, BY, accept_unsigned=True)
    assert {ID: PinnedTrust(state=TrustState.UNSIGNED)} == pins(
        workspace, start_audit(workspace, ID)
    )


def test_an_audit_outlives_the_trust_in_its_checklist(workspace, desk, put):
    """It carries the bytes: the key is revoked, the shelf is gone, and it opens and changes."""
    desk.trust()
    workspace.add_checklist(put(desk.file("1.0", KEY)), BY)
    audit_id = start_audit(workspace, ID)
    desk.trust(revoked=[KEY.public.name])
    for path in workspace.paths.shelf.iterdir():
        path.unlink()
    workspace.close_audit(audit_id)
    workspace.library.refresh()
    audit = workspace.open_audit(audit_id)
    assert TrustState.KNOWN_KEY is audit.checklists[0].trust.state
    assert ["SH1"] == [each.question.id for each in workspace.outline(audit).questions]


def test_a_version_is_put_in_use_and_withdrawn(workspace, desk, put):
    """New audits follow; the ones that are there do not."""
    for version in ("1.0", "2.0"):
        workspace.add_checklist(put(desk.file(version)), BY, accept_unsigned=True)
    on_new = start_audit(workspace, ID)
    assert "1.0" == workspace.use_checklist(ID, "1.0", BY).version
    on_old = start_audit(workspace, ID)
    workspace.withdraw_checklist(ID, "1.0", BY, "Outdated.")
    versions = [workspace.open_audit(each).checklists[0].version for each in (on_new, on_old)]
    assert ["2.0", "1.0"] == versions
    assert "2.0" == workspace.library.load(ID).checklist.version
    with pytest.raises(NotAllowedError):
        workspace.withdraw_checklist(ID, "2.0", BY, "")


def test_what_cannot_be_used_is_among_the_problems(workspace, desk, put):
    """So that nobody wonders why a checklist is not offered any more."""
    desk.trust()
    workspace.add_checklist(put(desk.file("1.0", KEY)), BY)
    assert [] == list(workspace.problems)
    desk.trust(revoked=[KEY.public.name])
    (problem,) = workspace.problems
    assert f"The checklist {ID} 1.0 is not offered." in problem


def test_a_full_disk_is_told(workspace, desk, put, monkeypatch):
    """As for an audit."""

    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("auditapp.checklist.shelf.write_atomically", fail)
    with pytest.raises(SaveFailedError, match="could not be saved: No space left on device"):
        workspace.add_checklist(put(desk.file("1.0")), BY, accept_unsigned=True)
