# SPDX-License-Identifier: MPL-2.0
"""Test that a front sheet that is being filled in is kept, sealed, until it is used."""

import errno
import json

import pytest

from auditapp.errors import AuditDamagedError, SaveFailedError, SchemaTooNewError
from auditapp.store.draft_front import DraftFront
from auditapp.store.repository import AuditRepository

FIELDS = {"reference": "HX-2047 \ud83d", "caseload": "1x", "ticks": ["CIC"], "is_independent": True}


@pytest.fixture
def draft(vault):
    """Return the keeper of a new workspace."""
    return DraftFront(vault)


def files(root):
    """Return the names of the files of the draft."""
    return {path.name for path in root.iterdir() if path.name.startswith("draft")}


def test_what_was_kept_comes_back(draft, vault, unlock):
    """After a restart, field by field, whether it makes sense or not."""
    assert draft.read() is None
    draft.keep({"reference": "H"})
    draft.keep(FIELDS)
    vault.close()

    assert FIELDS == DraftFront(unlock()).read()


def test_nobody_else_can_read_it(draft, root):
    """It is sealed like an audit, and is none."""
    draft.keep(FIELDS)

    assert b"HX-2047" not in (root / "draft-front.seal").read_bytes()


def test_it_is_no_audit(draft, vault):
    """It does not show in the list."""
    draft.keep(FIELDS)

    assert [] == AuditRepository(vault).rows()


def test_what_was_dropped_is_gone(draft, root):
    """With the copy saved before; dropping nothing is fine."""
    draft.keep(FIELDS)
    draft.keep(FIELDS)
    draft.drop()
    draft.drop()

    assert draft.read() is None
    assert set() == files(root)


def test_damage_costs_the_last_typing_at_most(draft, root):
    """The save before stands in."""
    draft.keep({"reference": "H"})
    draft.keep(FIELDS)
    (root / "draft-front.seal").write_bytes(b"damaged")

    assert {"reference": "H"} == draft.read()


def test_what_cannot_be_read_is_said_once_and_kept(draft, root):
    """The form begins empty, and nothing is overwritten."""
    draft.keep(FIELDS)
    draft.keep(FIELDS)
    for name in files(root):
        (root / name).write_bytes(b"damaged")
    with pytest.raises(AuditDamagedError, match="front sheet"):
        draft.read()

    assert draft.read() is None
    draft.keep(FIELDS)
    assert {b"damaged"} == {path.read_bytes() for path in root.glob("draft-front.*.damaged-1")}
    assert FIELDS == draft.read()


def test_a_newer_form_is_refused(draft, vault):
    """It is not taken for fields of ours."""
    body = json.dumps({"schema": 2}).encode()
    vault.save(vault.draft_front, 1, b"{}", body)
    with pytest.raises(SchemaTooNewError):
        draft.read()


def test_a_full_disk_leaves_what_was_kept_before(draft, failing_disk, monkeypatch):
    """The refusal says what to do."""
    draft.keep(FIELDS)
    failing_disk(errno.ENOSPC)
    with pytest.raises(SaveFailedError, match="disk is full"):
        draft.keep({"reference": "lost"})
    monkeypatch.undo()

    assert FIELDS == draft.read()
