# SPDX-License-Identifier: MPL-2.0
"""Test what an amendment may do to the file of a signed audit, and how it is given up."""

import pytest

from auditapp.errors import AuditLockedError
from auditapp.model.records import Put
from auditapp.store.signed_lock import LockChange
from tests.auditapp.store.signed_fixtures import (
    AUDIT,
    OPENING,
    ROW,
    SIGNED,
    amending,
    commit,
    signed,
)

__all__ = ["amending", "signed"]


def test_the_last_line_of_an_amendment_may_grow(amending, repository):
    """Somebody is typing, as in any draft."""
    amending.commit([], [{"what": "changed more"}], replace_last=True, row=ROW)

    assert "changed more" == repository.open(AUDIT).read().history[-1]["what"]


def test_an_amendment_is_signed_and_amended_in_turn(amending, repository):
    """Each signed state is kept, the original first."""
    first = {**SIGNED, "answers": {"q1": {"value": "not met"}}, "amendment": {"1": {"number": 1}}}
    put = Put("sign_off", "1", {"by": "R. Okafor"})
    amending.commit([put], [{}], replace_last=False, row=ROW, lock=LockChange.SIGN)
    assert [SIGNED] == amending.read().signed
    amending.commit([], [OPENING], replace_last=False, row=ROW, lock=LockChange.AMEND)

    assert [SIGNED, first] == repository.open(AUDIT).read().signed


def test_an_amendment_given_up_leaves_what_was_signed(amending, repository):
    """All of it, and locked; the history goes on."""
    amending.commit(
        [], [{"what": "given up"}], replace_last=False, row=ROW, lock=LockChange.GIVE_UP
    )

    stored = repository.open(AUDIT).read()
    assert (SIGNED, True, []) == (stored.tables, stored.locked, stored.signed)
    assert [OPENING, {"what": "changed"}, {"what": "given up"}] == stored.history[-3:]
    with pytest.raises(AuditLockedError):
        commit(Put("answers", "q1", None))(amending)


def test_what_is_put_back_is_in_the_order_in_which_it_was_signed(make_audit, repository):
    """A report of it is the same to the byte."""
    audit = make_audit(q1="met", q2="met")
    commit(lock=LockChange.SIGN)(audit)
    commit(Put("answers", "q1", None), lock=LockChange.AMEND)(audit)
    commit(Put("answers", "q1", {"value": "met"}))(audit)
    assert ["q2", "q1"] == list(audit.read().tables["answers"])
    commit(lock=LockChange.GIVE_UP)(audit)

    assert ["q1", "q2"] == list(repository.open(AUDIT).read().tables["answers"])


@pytest.mark.parametrize("lock", [LockChange.AMEND, LockChange.GIVE_UP])
def test_a_draft_has_nothing_to_amend_or_give_up(make_audit, repository, lock):
    """The program never asks for it."""
    audit = make_audit(q1="met")
    with pytest.raises(ValueError, match="amend"):
        audit.commit([], [{}], replace_last=False, row=ROW, lock=lock)
    assert 1 == repository.open(AUDIT).generation


def test_an_amendment_is_not_given_up_by_halves(amending):
    """What is put back is what was signed, and nothing beside it."""
    with pytest.raises(ValueError, match="whole"):
        commit(Put("answers", "q1", None), lock=LockChange.GIVE_UP)(amending)


def test_a_failing_disk_opens_no_amendment(signed, repository, failing_disk, monkeypatch):
    """Locked before, locked after, in memory and on the disk."""
    failing_disk(28)
    with pytest.raises(Exception, match="disk"):
        commit(lock=LockChange.AMEND)(signed)
    monkeypatch.undo()

    assert signed.is_locked
    assert [] == signed.read().signed == repository.open(AUDIT).read().signed
    commit(lock=LockChange.AMEND)(signed)
    assert [SIGNED] == repository.open(AUDIT).read().signed


def test_contents_are_put_in_a_batch_only(signed):
    """As any row is."""
    with pytest.raises(ValueError, match="no batch"):
        signed._storage.put_contents({})
