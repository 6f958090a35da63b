# SPDX-License-Identifier: MPL-2.0
"""Test who may amend which audit, and what an amendment refuses."""

import pytest

from auditapp.checklist.revision.planning import require_draft
from auditapp.errors import AuditDamagedError, AuditLockedError, NotAllowedError
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author, put_action
from auditapp.model.follow_up import Action
from auditapp.model.history import HistoryKind
from auditapp.settings import Settings, save
from auditapp.workspace import Workspace
from tests.auditapp.operations.amendment_fixtures import (
    KEY,
    OTHER,
    amend,
    answer,
    reopened,
    sign,
    signed,
)
from tests.forging import forge
from tests.making import PASSPHRASE, WEAK

__all__ = ["amend", "answer", "sign", "signed"]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_an_amendment_needs_a_reason(workspace, audit_id, signed, amend, reason):
    """Nothing is opened without one."""
    with pytest.raises(NotAllowedError):
        amend(reason=reason)
    assert signed == reopened(workspace, audit_id)


def test_a_draft_is_not_amended(amend, answer):
    """It is changed."""
    with pytest.raises(NotAllowedError):
        amend()


def test_an_open_amendment_is_not_amended(signed, amend):
    """One after the other."""
    amend()
    with pytest.raises(NotAllowedError):
        amend()


def test_nothing_is_built_on_what_was_tampered_with(workspace, audit_id, signed, amend):
    """What was signed would be lost, and something else be kept as if it had been signed."""

    def tamper(tables):
        tables["answers"][KEY]["note"] = "All is well."

    forge(workspace, audit_id, tamper)
    with pytest.raises(AuditDamagedError, match="not what was signed"):
        amend()
    assert reopened(workspace, audit_id).sign_off is not None


def test_an_amendment_that_changes_nothing_is_not_signed(signed, amend, answer, sign):
    """Nor one whose changes were taken back."""
    amend()
    with pytest.raises(NotAllowedError, match="anything"):
        sign(OTHER)


def test_a_given_up_amendment_leaves_what_was_signed(
    workspace, audit_id, signed, amend, answer, clock
):
    """The audit is what was signed, locked; what was typed stays in the history."""
    amend()
    clock.move(minutes=5)
    answer(OTHER, note="Seen on 4 May.")
    action = Action(what="Visit", created_at=clock())
    workspace.commit(audit_id, put_action("a" * 32, action, Author(OTHER, clock())))
    change = workspace.give_up_amendment(audit_id, Author(OTHER, clock()))

    assert signed == change.audit == reopened(workspace, audit_id)
    assert all(change.touches(table) for table in ("answers", "actions", "amendment", "sign_off"))
    assert [] == workspace.signed_versions(audit_id) == workspace.signing_faults(audit_id)
    history = workspace.history(audit_id)
    assert (HistoryKind.AMENDMENT_GIVEN_UP, OTHER) == (history[-1].kind, history[-1].by)
    held = {(each.table, each.key): each.old for each in history[-1].changes}
    assert "Seen on 4 May." == held["answers", KEY]["note"]
    assert "Visit" == held["actions", "a" * 32]["what"]
    with pytest.raises(AuditLockedError):
        answer(value="met")


def test_after_giving_up_it_can_be_amended_again(workspace, audit_id, signed, amend, answer, sign):
    """The number is that of the amendments that were signed."""
    amend()
    author = Author(OTHER, workspace.clock())
    workspace.give_up_amendment(audit_id, author)
    workspace._sessions.get(audit_id).note_event(HistoryKind.EXPORTED, author, "pdf 00")
    amend()
    answer(OTHER, value="met")
    sign(OTHER)
    (version,) = workspace.signed_versions(audit_id)

    assert signed == version.outline.audit
    assert HistoryKind.EXPORTED is version.history[-1].kind
    assert [] == workspace.signing_faults(audit_id)


@pytest.mark.parametrize("state", ["draft", "signed"])
def test_there_must_be_an_amendment_to_give_up(workspace, audit_id, answer, sign, author, state):
    """Neither a draft nor what was signed goes back to anything."""
    if state == "signed":
        sign()
    with pytest.raises(NotAllowedError):
        workspace.give_up_amendment(audit_id, author())


def test_undo_stops_at_what_was_signed(workspace, audit_id, signed, amend, answer, author):
    """In the amendment its own changes can be taken back, and no more; after a restart as well."""
    amend()
    answer(OTHER, value="met")
    reopened(workspace, audit_id)

    assert "not_met" == workspace.undo(audit_id, author(OTHER)).audit.answer(KEY).value
    assert workspace.undo(audit_id, author(OTHER)) is None
    assert "met" == workspace.redo(audit_id, author(OTHER)).audit.answer(KEY).value
    assert workspace.redo(audit_id, author(OTHER)) is None
    assert workspace.open_audit(audit_id).is_amending


def test_redo_does_not_reach_behind_a_sign_off(workspace, audit_id, answer, sign, amend, author):
    """What was undone before is not made again in an amendment."""
    answer(value="met")
    workspace.undo(audit_id, author())
    sign()
    amend()

    assert workspace.redo(audit_id, author(OTHER)) is None


def test_an_amendment_is_judged_by_the_standards_that_were_signed(
    workspace, audit_id, signed, amend, answer, sign
):
    """Another choice in the settings does not change what nobody amended."""
    amend()
    chosen = {"cp_visits": {"on": True, "number": 3}}
    save(workspace.paths.settings, Settings(local_standards=chosen, local_names={"tool": "Ladder"}))
    reopened(workspace, audit_id)
    answer(OTHER, value="met")

    assert signed.standards == sign(OTHER).audit.standards


def test_an_amendment_stays_with_its_checklists(signed, amend):
    """It puts something right; it is no other audit."""
    with pytest.raises(AuditLockedError, match="stays with the checklist"):
        require_draft(amend().audit)


def test_the_list_shows_the_amendment(workspace, audit_id, signed, amend, answer, sign):
    """From the opening on; rows from before there were amendments have none."""
    (row,) = workspace.audits()
    assert (0, AuditStatus.SIGNED_OFF) == (row.amendment, row.status)
    amend()
    (row,) = workspace.audits()
    assert (1, AuditStatus.DRAFT) == (row.amendment, row.status)
    answer(OTHER, value="met")
    sign(OTHER)
    (row,) = workspace.audits()
    assert (1, AuditStatus.SIGNED_OFF) == (row.amendment, row.status)


def test_all_of_it_is_there_after_a_restart(workspace, audit_id, signed, amend, answer):
    """From the disk, with the passphrase."""
    amend()
    answer(OTHER, value="met")
    workspace.close()
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)
    try:
        assert again.open_audit(audit_id).is_amending
        assert [signed] == [each.outline.audit for each in again.signed_versions(audit_id)]
        assert [] == again.signing_faults(audit_id)
        assert [] == list(again.problems)
    finally:
        again.close()


def _swap(tables):
    version = tables["signed_versions"]["1"]["tables"]
    version["answers"][KEY]["note"] = "All is well."


def _drop(tables):
    del tables["signed_versions"]["1"]


def _renumber(tables):
    tables["amendment"]["1"]["number"] = 2


def _other_checklist(tables):
    tables["signed_versions"]["1"]["tables"]["checklists"]["visits"]["data"] = ""


def _unsigned(tables):
    version = tables["signed_versions"]["1"]["tables"]
    version["sign_off"], version["audit"]["1"]["status"] = {}, "draft"


@pytest.mark.parametrize(
    ("tamper", "fault"),
    [
        (_swap, "Signed version 1 is not what was signed off."),
        (_unsigned, "Signed version 1 is not what was signed off."),
        (_drop, "What was signed before its amendments is missing."),
        (_renumber, "Amendment 1 does not follow from what was signed before it."),
        (_other_checklist, "The checklist inside this audit is not the one"),
    ],
)
def test_what_is_wrong_with_a_signed_version_is_found(
    workspace, audit_id, signed, amend, tamper, fault
):
    """Each signed state is checked, and that they follow from each other."""
    amend()
    forge(workspace, audit_id, tamper)
    found = workspace.signing_faults(audit_id)

    assert any(each.startswith(fault) for each in found), found


def test_an_audit_whose_checklist_was_exchanged_does_not_open(workspace, audit_id, signed):
    """The hash that was signed stands for the bytes, so they are compared."""

    def tamper(tables):
        row = tables["checklists"]["visits"]
        row["sha256"] = "0" * 64

    forge(workspace, audit_id, tamper)
    with pytest.raises(AuditDamagedError, match="checklist inside"):
        workspace.open_audit(audit_id)
