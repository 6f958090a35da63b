# SPDX-License-Identifier: MPL-2.0
"""Test that a change to an audit is stored whole, in one write, or not at all."""

import errno
import os

import orjson
import pytest

from auditapp.errors import AuditLockedError, SaveFailedError, SchemaTooNewError
from auditapp.model.records import Put
from auditapp.store.audit_file import StoredAudit
from auditapp.store.signed_lock import LockChange

AUDIT = "0123456789abcdef0123456789abcdef"
ROW = {"reference": "A-1"}


@pytest.fixture
def audit(make_audit):
    """Return an audit with one answer and one entry in its history."""
    return make_audit(q1="met")


@pytest.fixture
def reopened(repository):
    """Return a function that reads the audit from the disk."""
    return lambda: repository.open(AUDIT).read()


def test_a_new_audit_is_stored(audit, reopened):
    """Records, history and lock come back."""
    expected = StoredAudit(
        tables={"answers": {"q1": {"value": "met"}}}, history=[{"what": "created"}], locked=False
    )

    assert expected == audit.read()
    assert expected == reopened()
    assert audit.note is None


def test_an_audit_without_any_record_is_stored(make_audit, reopened):
    """Nothing has been answered yet."""
    make_audit()

    assert {} == reopened().tables


def test_rows_are_put_and_removed(audit, reopened):
    """In any table, several in one commit."""
    puts = [
        Put("answers", "q2", {"value": "not met"}),
        Put("actions", "a1", {"what": "visit", "key": "a field of its own"}),
        Put("answers", "q1", None),
    ]

    audit.commit(puts, [{"what": "changed"}], replace_last=False, row=ROW)

    expected = {
        "answers": {"q2": {"value": "not met"}},
        "actions": {"a1": {"what": "visit", "key": "a field of its own"}},
    }
    assert expected == audit.read().tables
    assert expected == reopened().tables
    assert 2 == audit.generation


def test_a_row_can_be_removed_and_put_again_in_one_commit(audit, reopened):
    """The last put counts."""
    puts = [Put("answers", "q1", None), Put("answers", "q1", {"value": "again"})]

    audit.commit(puts, [], replace_last=False, row=ROW)

    assert {"q1": {"value": "again"}} == reopened().tables["answers"]


def test_the_history_keeps_its_order(audit, repository, reopened):
    """Within a commit, from commit to commit, and after opening again."""
    audit.commit([], [{"n": 1}, {"n": 2}], replace_last=False, row=ROW)
    again = repository.open(AUDIT)
    again.commit([], [{"n": 3}], replace_last=False, row=ROW)

    assert [{"what": "created"}, {"n": 1}, {"n": 2}, {"n": 3}] == reopened().history


def test_a_typing_run_goes_on_in_the_last_entry(audit, reopened):
    """The first entry takes the place of the last stored one, others follow."""
    audit.commit([], [{"text": "s"}], replace_last=False, row=ROW)
    audit.commit([], [{"text": "se"}], replace_last=True, row=ROW)
    audit.commit([], [{"text": "see"}, {"n": 2}], replace_last=True, row=ROW)
    audit.commit([], [{"n": 3}], replace_last=False, row=ROW)

    assert [{"what": "created"}, {"text": "see"}, {"n": 2}, {"n": 3}] == reopened().history


def test_there_must_be_an_entry_to_replace(repository, make_audit, audit):
    """Neither with nothing, nor in an empty history."""
    with pytest.raises(ValueError, match="no entry"):
        audit.commit([], [], replace_last=True, row=ROW)

    empty = repository.create("f" * 32, [], [], ROW)
    with pytest.raises(ValueError, match="no entry"):
        empty.commit([], [{"n": 1}], replace_last=True, row=ROW)


@pytest.mark.parametrize("table", ["history", "meta"])
def test_the_tables_of_the_store_are_its_own(audit, reopened, table):
    """A put there is a mistake in the program, and nothing of the commit is stored."""
    before = audit.read()
    puts = [Put("answers", "q2", {"value": "met"}), Put(table, "1", {})]

    with pytest.raises(ValueError, match=table):
        audit.commit(puts, [{"n": 1}], replace_last=False, row=ROW)

    assert before == audit.read()
    assert before == reopened()


def test_a_record_that_json_cannot_hold_stores_nothing(audit, answer, reopened):
    """And the audit goes on working."""
    puts = [Put("answers", "q2", {"value": "met"}), Put("answers", "q3", {"value": object()})]
    with pytest.raises(TypeError):
        audit.commit(puts, [{"n": 1}], replace_last=False, row=ROW)

    answer(audit, "q4", "met")

    assert ["q1", "q4"] == list(reopened().tables["answers"])
    assert 2 == len(reopened().history)


def test_a_refused_commit_leaves_everything_as_it_was(
    audit, answer, reopened, failing_disk, monkeypatch
):
    """Records, history and lock, in memory and on the disk; the next commit works."""
    before = audit.read()
    failing_disk(errno.ENOSPC)
    with pytest.raises(SaveFailedError):
        audit.commit(
            [Put("answers", "q1", {"value": "lost"})],
            [{}],
            replace_last=False,
            row=ROW,
            lock=LockChange.SIGN,
        )
    monkeypatch.undo()

    assert before == audit.read()
    assert before == reopened()
    answer(audit, "q2", "met")
    assert {"q1": {"value": "met"}, "q2": {"value": "met"}} == reopened().tables["answers"]
    assert [{"what": "created"}, {"what": "met"}] == reopened().history


def test_what_was_read_or_committed_belongs_to_the_caller(audit, reopened):
    """Changing it afterwards changes nothing that is stored."""
    record = {"evidence": ["page 1"]}
    audit.commit([Put("answers", "q2", record)], [], replace_last=False, row=ROW)
    record["evidence"].append("page 2")
    audit.read().tables["answers"].clear()

    audit.commit([], [{"n": 1}], replace_last=False, row=ROW)

    assert {"evidence": ["page 1"]} == reopened().tables["answers"]["q2"]


def test_signing_off_locks_in_the_same_write(audit, repository, reopened):
    """The last change and the lock are one generation."""
    put = Put("grades", "overall", {"grade": "good"})

    audit.commit([put], [{"what": "signed off"}], replace_last=False, row=ROW, lock=LockChange.SIGN)

    assert 2 == audit.generation
    assert audit.is_locked
    assert repository.open(AUDIT).is_locked
    assert {"overall": {"grade": "good"}} == reopened().tables["grades"]


def test_a_locked_audit_refuses_changes_but_logs(audit, answer, reopened):
    """An export is an entry in the history, not a change."""
    audit.commit([], [{"what": "signed off"}], replace_last=False, row=ROW, lock=LockChange.SIGN)

    with pytest.raises(AuditLockedError):
        answer(audit, "q1", "not met")
    with pytest.raises(AuditLockedError):
        audit.commit(
            [Put("answers", "q1", None)], [], replace_last=False, row=ROW, lock=LockChange.SIGN
        )
    with pytest.raises(AuditLockedError):
        audit.commit([], [{"what": "rewritten"}], replace_last=True, row=ROW)
    audit.commit([], [{"what": "exported"}], replace_last=False, row=ROW)

    assert {"q1": {"value": "met"}} == reopened().tables["answers"]
    assert "exported" == reopened().history[-1]["what"]
    assert reopened().locked


def test_a_commit_flushes_twice_and_reads_no_more_than_a_header(audit, answer, monkeypatch):
    """What it costs does not depend on how much there is."""
    answer(audit, "q2", "met")
    flushes, reads = [], []
    fsync, read = os.fsync, os.read
    monkeypatch.setattr(os, "fsync", lambda handle: flushes.append(handle) or fsync(handle))
    monkeypatch.setattr(os, "read", lambda handle, size: reads.append(size) or read(handle, size))

    answer(audit, "q2", "not met")

    assert 2 == len(flushes)
    assert [80] == reads


def test_an_audit_of_a_newer_version_is_refused_and_left_alone(audit, vault, repository):
    """Opening changes nothing on the disk."""
    place = vault.place_of(AUDIT)
    tables = orjson.loads(vault.load(place).body)
    tables["meta"]["1"]["schema"] = 99
    vault.save(place, 2, b"{}", orjson.dumps(tables))
    before = place.path.read_bytes()

    with pytest.raises(SchemaTooNewError):
        repository.open(AUDIT)
    assert before == place.path.read_bytes()


def test_a_closed_audit_holds_no_contents(audit):
    """Nothing of a case stays in memory."""
    audit.close()

    assert StoredAudit(tables={}, history=[], locked=False) == audit.read()
