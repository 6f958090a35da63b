# SPDX-License-Identifier: MPL-2.0
"""Test how a signed audit is amended: through the workspace, on a real store."""

import pytest

from auditapp.errors import AuditLockedError
from auditapp.judgement.audit_states import version_name
from auditapp.model.audit import AuditStatus
from auditapp.model.chain import first_fault
from auditapp.model.history import HistoryKind
from tests.auditapp.operations.amendment_fixtures import (
    KEY,
    OTHER,
    REASON,
    amend,
    answer,
    reopened,
    sign,
    signed,
)

__all__ = ["amend", "answer", "sign", "signed"]


def test_an_amendment_is_a_draft_that_names_what_it_amends(workspace, audit_id, signed, amend):
    """Number, reason, name and the hash of what was signed; after a restart as well."""
    change = amend(reason=f"  {REASON}\n")
    amendment = change.audit.amendment

    assert (1, REASON, OTHER, signed.sign_off.content_hash) == (
        amendment.number,
        amendment.reason,
        amendment.by,
        amendment.amends,
    )
    assert change.audit.is_amending
    assert change.touches("sign_off")
    assert OTHER == change.audit.writer
    assert change.audit == reopened(workspace, audit_id)
    assert HistoryKind.AMENDED is workspace.history(audit_id)[-1].kind


def test_what_was_signed_stays_whole_and_readable(workspace, audit_id, signed, amend, answer):
    """Whatever is changed afterwards."""
    amend()
    answer(OTHER, value="met", note="Seen on 4 May.")
    reopened(workspace, audit_id)
    (version,) = workspace.signed_versions(audit_id)

    assert signed == version.outline.audit
    assert ("The original", 1) == (version_name(version.outline.audit), version.number)
    assert HistoryKind.SIGNED_OFF is version.history[-1].kind
    assert [] == workspace.signing_faults(audit_id)


def test_an_amendment_is_signed_by_whoever_made_it(
    workspace, audit_id, signed, amend, answer, sign
):
    """Its sign-off has a hash of its own, and locks the audit again."""
    amend()
    answer(OTHER, value="met")
    again = sign(OTHER).audit

    assert AuditStatus.SIGNED_OFF is again.status
    assert OTHER == again.sign_off.by
    assert signed.sign_off.content_hash != again.sign_off.content_hash
    with pytest.raises(AuditLockedError):
        answer(value="not_met")
    assert [] == workspace.signing_faults(audit_id)


def test_amendments_are_a_chain(workspace, audit_id, signed, amend, answer, sign):
    """The second amends the first, and every state can be read."""
    hashes = [signed.sign_off.content_hash]
    for value in ("met", "partly_met"):
        amend()
        answer(OTHER, value=value)
        hashes.append(sign(OTHER).audit.sign_off.content_hash)
    audit, versions = reopened(workspace, audit_id), workspace.signed_versions(audit_id)

    assert 3 == len(set(hashes))
    states = [*(each.outline.audit for each in versions), audit]
    assert hashes == [each.sign_off.content_hash for each in states]
    assert hashes[:-1] == [each.amendment.amends for each in states[1:]]
    assert ["not_met", "met", "partly_met"] == [each.answer(KEY).value for each in states]
    assert [] == workspace.signing_faults(audit_id)
    assert first_fault(workspace.history(audit_id)) is None
