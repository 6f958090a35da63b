# SPDX-License-Identifier: MPL-2.0
"""Test that a person can change what opens their audits, and that it is written down."""

import re

import pytest

from auditapp.errors import AuditDamagedError, NotAllowedError, WrongPassphraseError
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, change_answer
from auditapp.model.logbook import LogKind
from auditapp.model.tables import content_hash
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit

NEW = "lantern tuba gravel mint"


@pytest.fixture
def made(tmp_path):
    """Make a workspace with an audit that was answered; return it with its recovery key."""
    workspace, key = Workspace.create(
        find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock()
    )
    answered(workspace)
    yield workspace, key
    workspace.close()


@pytest.fixture
def workspace(made):
    """Return the workspace."""
    return made[0]


@pytest.fixture
def reopened(workspace):
    """Return a function that locks the workspace and unlocks it again."""
    opened = []

    def reopened(secret=PASSPHRASE):
        workspace.close()
        for each in opened:
            each.close()
        opened.append(Workspace.unlock(workspace.paths, secret, strength=WEAK, clock=Clock()))
        return opened[-1]

    yield reopened
    for each in opened:
        each.close()


def answered(workspace):
    """Start an audit, answer a question of it and close it; return its id."""
    audit_id = start_audit(workspace)
    by = Author("R. Okafor", workspace.clock())
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, "visits/VS2", by, value="met", note="Seen."))
    workspace.close_audit(audit_id)
    return audit_id


def kinds(workspace):
    """Return what the logbook says happened."""
    return [line.kind for line in workspace.logbook()]


def seal_anew(workspace, **more):
    """Seal a workspace anew with the weakest passphrase; return the outcome."""
    key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
    return workspace.reseal(PASSPHRASE, key, strength=WEAK, **more)


def test_the_passphrase_is_changed(workspace, reopened):
    """The new one opens, the old one does not, and the logbook knows."""
    workspace.change_passphrase(PASSPHRASE, NEW, strength=WEAK)

    with pytest.raises(WrongPassphraseError):
        reopened()
    again = reopened(NEW)
    assert LogKind.PASSPHRASE_CHANGED in kinds(again)
    assert NEW not in str(again.logbook())


def test_a_wrong_passphrase_changes_nothing(workspace, reopened):
    """And is no line of the logbook."""
    with pytest.raises(WrongPassphraseError):
        workspace.change_passphrase("open sesame", NEW, strength=WEAK)

    assert LogKind.PASSPHRASE_CHANGED not in kinds(reopened())


def test_the_recovery_key_is_replaced(made, reopened):
    """The old one stops working, and the logbook knows."""
    workspace, old = made
    key = workspace.offer_recovery_key(PASSPHRASE)
    assert workspace.is_offered(key.lower())
    workspace.use_recovery_key(key)

    assert [True, False] == [workspace.opens_with(each) for each in (key, old)]
    assert LogKind.RECOVERY_KEY_REPLACED in kinds(reopened(key))


def test_a_weak_passphrase_is_strengthened_and_written_down(workspace, true_guesses):
    """At the next unlock, once."""
    workspace.close()
    for expected in (1, 1):
        again = Workspace.unlock(workspace.paths, PASSPHRASE, clock=Clock())
        assert expected == kinds(again).count(LogKind.KEYS_STRENGTHENED)
        again.close()


def test_sealing_anew_keeps_everything(workspace, reopened):
    """A signed audit stays the one that was signed; the histories and the logbook hold."""
    signed_id = workspace.audits()[0].id
    workspace._sessions.get(signed_id).sign_off(Author("R. Okafor", workspace.clock()))
    signed, history = workspace.open_audit(signed_id), workspace.history(signed_id)
    workspace.close_audit(signed_id)
    draft_id = answered(workspace)
    gone_id = answered(workspace)
    workspace.remove_audit(gone_id)
    workspace.keep_draft_front({"case_reference": "HX-1"})
    rows = workspace.audits()

    resealed = seal_anew(workspace)

    again = reopened()
    assert 0 == resealed.left_behind
    assert rows == again.audits()
    assert signed == again.open_audit(signed_id)
    assert history == again.history(signed_id)
    assert content_hash(signed, signed.sign_off.history_head) == signed.sign_off.content_hash
    assert "Seen." == again.open_audit(draft_id).answers["visits/VS2"].note
    assert {"case_reference": "HX-1"} == again.draft_front()
    assert first_fault(again.logbook()) is None
    line = next(each for each in again.logbook() if each.kind is LogKind.SEALED_ANEW)
    assert str(resealed.objects) == line.detail
    assert [] == again.problems


def test_work_goes_on_after_sealing_anew(workspace, reopened):
    """In the same window, without unlocking."""
    seal_anew(workspace)
    audit_id = answered(workspace)

    assert 2 == len(reopened().audits())
    assert workspace.paths.store.joinpath("audits", f"{audit_id}.prev").exists()


def test_an_open_audit_must_be_closed_first(workspace):
    """Nothing could tell its next save which key to use."""
    audit_id = workspace.audits()[0].id
    workspace.open_audit(audit_id)
    with pytest.raises(NotAllowedError, match="An audit is open"):
        seal_anew(workspace)

    workspace.close_audit(audit_id)
    assert seal_anew(workspace)


def test_cancelled_sealing_is_not_written_down(made, reopened):
    """And the old recovery key still opens."""
    workspace, key = made
    assert seal_anew(workspace, is_cancelled=lambda: True) is None

    assert LogKind.SEALED_ANEW not in kinds(reopened(key))


def test_the_recovery_key_cannot_seal_anew(made):
    """That is said before a new one is shown."""
    workspace, key = made
    with pytest.raises(WrongPassphraseError, match="not the passphrase of"):
        workspace.offer_recovery_key(key, for_resealing=True)


def test_a_damaged_audit_is_named(workspace):
    """By its case reference, with what to do; the list of audits by what it is."""
    row = workspace.audits()[0]
    for path in (
        workspace.paths.store / "audits" / f"{row.id}.seal",
        workspace.paths.store / "catalogue.seal",
    ):
        workspace._repository.flush()
        contents = path.read_bytes()
        path.unlink()
        path.write_bytes(contents[:-1])
    with pytest.raises(AuditDamagedError, match="2 files are damaged") as refusal:
        seal_anew(workspace)

    assert "the list of audits, HX-2047" in str(refusal.value)
    assert "unlock them" in refusal.value.remedy


def test_a_workspace_has_a_number_for_people(workspace, reopened):
    """The same for ever, also under another key."""
    number = workspace.short_id
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", number)
    seal_anew(workspace)

    assert number == reopened().short_id


def test_a_locked_workspace_changes_no_key(workspace):
    """It locked itself while somebody was reading the dialog."""
    workspace.close()

    assert not workspace.is_open
    assert not workspace.is_offered("")
    for change in (
        lambda: workspace.change_passphrase(PASSPHRASE, NEW),
        lambda: workspace.offer_recovery_key(PASSPHRASE),
        lambda: workspace.use_recovery_key("AAAA"),
        lambda: workspace.reseal(PASSPHRASE, "AAAA"),
    ):
        with pytest.raises(NotAllowedError, match="locked meanwhile"):
            change()
