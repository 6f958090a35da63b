# SPDX-License-Identifier: MPL-2.0
"""Test that an audit survives being stored as tables, and what its content hash covers."""

import pytest

from auditapp.model import tables
from auditapp.model.answer import Answer
from auditapp.model.audit import AuditStatus, ChecklistPin, Overall, PinnedTrust, SignOff
from auditapp.model.records import Put
from auditapp.model.trust import TrustState
from tests.auditapp.model.test_edits import BY, EVERY_EDIT, answered
from tests.making import make_audit

HASH_OF_0_1_0 = "a150bb64c087639939bc7270e95be359607212842d436d6648188de510824c1c"


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


def test_a_pin_gives_way_to_another_in_its_place():
    """The order of the checklists stays; the bytes are in the row and not in the hash."""
    pins = [
        ChecklistPin(id=name, version="1.0", sha256="0" * 64, title=name, data="old")
        for name in ("a", "b")
    ]
    audit = make_audit().model_copy(update={"checklists": tuple(pins)})
    new = pins[0].model_copy(update={"version": "2.0", "data": "new"})
    after = tables.apply(audit, [Put("checklists", "a", new.row())])

    assert (new, pins[1]) == after.checklists
    assert [Put("checklists", "a", new.row())] == list(tables.puts_between(audit, after))
    assert "new" == tables.row_of(after, "checklists", "a")["data"]
    assert tables.row_of(after, "checklists", "c") is None
    only_bytes = tables.apply(audit, [Put("checklists", "a", pins[0].row() | {"data": "x"})])
    assert tables.content_hash(audit, "h") == tables.content_hash(only_bytes, "h")
    with pytest.raises(ValueError, match="every checklist"):
        tables.apply(audit, [Put("checklists", "a", None)])


def test_rows_between_two_states_lead_from_one_to_the_other():
    """Only what differs is put, and what is gone is removed."""
    before = make_audit().model_copy(
        update={"answers": {"a/1": Answer(value="met"), "a/2": Answer(note="x")}}
    )
    after = before.model_copy(
        update={
            "answers": {"a/2": Answer(note="x"), "a/3": Answer(value="met")},
            "overall": Overall(summary="Well."),
        }
    )
    puts = tables.puts_between(before, after)

    assert [("answers", "a/1"), ("answers", "a/3"), ("overall", "1")] == [
        (put.table, put.key) for put in puts
    ]
    assert after == tables.apply(before, puts)
    assert () == tables.puts_between(after, after)


def test_the_hash_of_an_audit_without_revisions_is_what_it_always_was():
    """Audits that were signed before there were revisions still match what was signed.

    The hash was made by version 0.1.0; it must never change.
    """
    audit = full_audit().model_copy(update={"id": "0" * 32})
    for table in ("actions", "concerns"):
        assert getattr(audit, table)

    assert HASH_OF_0_1_0 == tables.content_hash(audit, "h")


def test_an_audit_from_before_there_were_revisions_opens():
    """Tables and fields that it does not have are empty."""
    held = {}
    for put in tables.to_puts(full_audit()):
        held.setdefault(put.table, {})[put.key] = put.record
    held["set_aside"] = {
        "visits/VS9": {
            "question_text": "x?",
            "answer_text": "Met",
            "answer": held["answers"]["visits/VS2"],
            "why": "x",
            "checklist_version": "0.9",
        }
    }
    assert not held.keys() & {"to_confirm", "earlier_wordings"}
    audit = tables.from_tables(held)

    assert ({}, {}) == (audit.to_confirm, audit.earlier_wordings)
    assert (None, ()) == (
        audit.set_aside["visits/VS9"].question,
        audit.set_aside["visits/VS9"].beside,
    )
