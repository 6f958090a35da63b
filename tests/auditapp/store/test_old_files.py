# SPDX-License-Identifier: MPL-2.0
"""Test that workspaces written by every version so far open, with frozen files kept for ever."""

import shutil
from pathlib import Path

import pytest

from auditapp.model.audit import PinnedTrust
from auditapp.model.chain import first_fault
from auditapp.model.edits import Author, change_answer
from auditapp.model.tables import content_hash
from auditapp.model.trust import TrustState
from auditapp.paths import find_paths
from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock

OLD_FILES = Path(__file__).with_name("old_files")
OPEN = "0123456789abcdef0123456789abcdef"
SIGNED = "fedcba9876543210fedcba9876543210"
REMOVED = "00000000000000000000000000000001"


@pytest.fixture
def version_1(tmp_path):
    """Return a copy of the workspace that version 1 wrote."""
    return shutil.copytree(OLD_FILES / "version_1", tmp_path / "version_1")


@pytest.fixture
def real_audits(tmp_path):
    """Return a function that unlocks a copy of a frozen workspace with real audits in it."""
    opened = []

    def unlock(name):
        home = shutil.copytree(OLD_FILES / name, tmp_path / name)
        opened.append(Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK))
        return opened[-1]

    yield unlock
    for workspace in opened:
        workspace.close()


@pytest.mark.parametrize("name", ["version_1_audits", "version_2_audits"])
def test_signed_audits_of_every_version_are_what_was_signed(real_audits, name):
    """The hash of what was signed still fits, and so does the history."""
    workspace = real_audits(name)
    rows = {row.case_reference: row.id for row in workspace.audits()}
    audit, history = workspace.open_audit(rows["HX-2047"]), workspace.history(rows["HX-2047"])
    assert audit.sign_off.content_hash == content_hash(audit, audit.sign_off.history_head)
    assert first_fault(history) is None
    assert "Seen alone three times." == audit.answers["visits/VS1"].note
    assert [] == list(workspace.problems)


def test_audits_of_version_1_do_not_say_where_their_checklists_came_from(real_audits):
    """And go on being changed; the first save brings them to the form of today."""
    workspace = real_audits("version_1_audits")
    (audit_id,) = [row.id for row in workspace.audits() if row.case_reference == "HX-2048"]
    audit = workspace.open_audit(audit_id)
    assert [None] == [pin.trust for pin in audit.checklists]
    by = Author("R. Okafor", Clock().now)
    workspace.commit(audit_id, change_answer(audit, "chronology/CH1", by, note="Still here."))
    workspace.close_audit(audit_id)
    assert "Still here." == workspace.open_audit(audit_id).answers["chronology/CH1"].note


def test_audits_of_version_2_keep_the_verdict_of_their_day(real_audits):
    """Whatever the organisation says today: it says nothing about this publisher."""
    workspace = real_audits("version_2_audits")
    pins = {
        pin.id: pin.trust
        for row in workspace.audits()
        for pin in workspace.open_audit(row.id).checklists
    }
    assert PinnedTrust(state=TrustState.SHIPPED) == pins["visits"]
    assert (
        PinnedTrust(state=TrustState.KNOWN_KEY, signer="Halden Council", key_id="13FD039B504F53AC")
        == pins["halden-visits"]
    )


def test_amendments_of_version_3_are_what_was_signed(real_audits):
    """One signed and one open; the original of each is there, whole."""
    workspace = real_audits("version_3_audits")
    rows = {row.case_reference: row for row in workspace.audits()}
    assert [1, 1] == [row.amendment for row in rows.values()]
    signed, still_open = (rows[name].id for name in ("HX-2047", "HX-2048"))
    assert [[], []] == [list(workspace.signing_faults(each)) for each in (signed, still_open)]
    (original,) = workspace.signed_versions(signed)
    assert "Seen alone three times." == original.audit.answers["visits/VS1"].note
    now = workspace.open_audit(signed)
    assert "Seen alone four times." == now.answers["visits/VS1"].note
    assert ("A. Manager", original.audit.sign_off.content_hash) == (
        now.sign_off.by,
        now.amendment.amends,
    )
    assert workspace.open_audit(still_open).is_amending
    by = Author("R. Okafor", Clock().now)
    assert (
        "As signed."
        == workspace.give_up_amendment(still_open, by).audit.answers["chronology/CH1"].note
    )
    assert [] == list(workspace.problems)


@pytest.mark.parametrize("name", ["version_1_audits", "version_2_audits"])
def test_signed_audits_of_every_version_can_be_amended(real_audits, name):
    """What was signed then is kept as it was hashed then."""
    workspace = real_audits(name)
    (audit_id,) = [row.id for row in workspace.audits() if row.case_reference == "HX-2047"]
    signed = workspace.open_audit(audit_id)
    by = Author("A. Manager", Clock().now)
    workspace.amend(audit_id, by, "A visit was overlooked.")
    edit = change_answer(workspace.open_audit(audit_id), "visits/VS1", by, note="Four times.")
    workspace.commit(audit_id, edit)
    workspace.close_audit(audit_id)
    (original,) = workspace.signed_versions(audit_id)
    assert signed == original.audit
    assert [] == list(workspace.signing_faults(audit_id))


@pytest.mark.parametrize("secret", ["open sesame", "BXGP-5EDP-VJ5S-AMMA-DCKX-LYNU-GT56-QBRD-JWWH"])
def test_version_1_opens(version_1, weak, secret):
    """With both secrets; list, answers, history and locks are as they were written."""
    with Vault.unlock(version_1, secret, weak) as vault:
        repository = AuditRepository(vault)
        stored = repository.open(OPEN).read()
        signed = repository.open(SIGNED).read()
        rows = repository.rows()
        assert [] == repository.problems

    assert [
        {"reference": "A-1", "status": "draft", "id": OPEN},
        {"reference": "A-2", "status": "signed off", "id": SIGNED},
    ] == rows
    assert {"value": "met", "note": "Seen alone three times."} == stored.tables["answers"][
        "visits/seen-alone"
    ]
    assert [{"what": "created"}, {"what": "answered"}] == stored.history
    assert not stored.locked
    assert signed.locked


def test_version_1_remembers_what_was_removed(version_1, weak):
    """A removed audit that is copied back stays removed."""
    removed = version_1 / "audits" / f"{REMOVED}.seal"
    removed.write_bytes(b"copied back")

    with Vault.unlock(version_1, "open sesame", weak) as vault:
        assert REMOVED not in [row["id"] for row in AuditRepository(vault).rows()]

    assert not removed.exists()
