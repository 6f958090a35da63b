# SPDX-License-Identifier: MPL-2.0
"""Test that an audit survives being stored as tables, and what its content hash covers."""

import pytest

from auditapp.model import tables
from auditapp.model.audit import AuditStatus, ChecklistPin, Overall, PinnedTrust, SignOff
from auditapp.model.records import Put
from auditapp.model.trust import TrustState
from tests.auditapp.model.test_edits import BY, EVERY_EDIT, answered


def full_audit():
    """Return an audit with a row in every table that edits can fill."""
    pin = ChecklistPin(id="visits", version="1.0", sha256="0" * 64, title="Visits")
    audit = answered(value="met", note="Seen alone.").model_copy(update={"checklists": (pin,)})
    for edit in EVERY_EDIT:
        if edit.puts[0].record is not None:
            audit = tables.apply(audit, edit.puts)
    return audit


def as_tables(audit):
    """Return the audit as the store gives it back."""
    held = {}
    for put in tables.to_puts(audit):
        held.setdefault(put.table, {})[put.key] = put.record
    return held


def test_an_audit_from_before_verdicts_keeps_its_rows():
    """What was signed then is hashed as it was then."""
    held = as_tables(full_audit())
    assert {"id", "version", "sha256", "title"} == held["checklists"]["visits"].keys()
    audit = tables.from_tables(held)
    assert audit.checklists[0].trust is None
    assert held == as_tables(audit)


def test_the_verdict_on_a_checklist_is_stored_and_signed():
    """Another verdict would be another audit."""
    audit = full_audit()
    trust = PinnedTrust(state=TrustState.KNOWN_KEY, signer="Halden Council", key_id="0" * 16)
    pin = audit.checklists[0].model_copy(update={"trust": trust})
    judged = audit.model_copy(update={"checklists": (pin,)})
    assert judged == tables.from_tables(as_tables(judged))
    assert tables.content_hash(audit, "h") != tables.content_hash(judged, "h")


def test_an_audit_comes_back_from_its_tables():
    """Nothing is lost or changed between the model and the store."""
    audit = full_audit()

    assert audit == tables.from_tables(as_tables(audit))


def test_a_signed_audit_comes_back_signed():
    """Status and sign-off are stored like everything else."""
    sign_off = SignOff(by="R. Okafor", at=BY.now, content_hash="0" * 64, history_head="1" * 64)
    audit = full_audit()
    audit = audit.model_copy(update={"sign_off": sign_off, "status": AuditStatus.SIGNED_OFF})

    assert audit == tables.from_tables(as_tables(audit))


def test_applying_a_header_changes_the_status():
    """The row of the audit itself carries its status."""
    audit = full_audit()
    header = {**tables.row_of(audit, "audit", "1"), "status": "signed_off"}

    assert AuditStatus.SIGNED_OFF is tables.apply(audit, [Put("audit", "1", header)]).status


@pytest.mark.parametrize("edit", EVERY_EDIT, ids=lambda edit: edit.kind.value)
def test_the_content_hash_covers_every_table(edit):
    """Any change of what an audit says gives another hash."""
    audit = answered(value="met")
    changed = tables.apply(audit, edit.puts)

    assert tables.content_hash(audit, "h") != tables.content_hash(changed, "h")


def test_the_content_hash_covers_the_history_and_not_the_status():
    """The hash is of what was said and how it came about; signing does not change it."""
    audit = full_audit()
    signed = audit.model_copy(update={"status": AuditStatus.SIGNED_OFF})

    assert tables.content_hash(audit, "h") != tables.content_hash(audit, "other")
    assert tables.content_hash(audit, "h") == tables.content_hash(signed, "h")


def test_a_table_with_one_row_can_be_put_back():
    """The overall picture has one row, replaced as a whole."""
    audit = full_audit()
    puts = [Put("overall", "1", Overall(summary="Anew").record())]

    assert Overall(summary="Anew") == tables.apply(audit, puts).overall
