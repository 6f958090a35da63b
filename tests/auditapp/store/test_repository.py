# SPDX-License-Identifier: MPL-2.0
"""Test that audits are created, opened and removed, and that an old file is noticed."""

import errno

import pytest

from auditapp.errors import (
    AuditChangedOnDiskError,
    AuditNotFoundError,
    AuditRolledBackError,
    SaveFailedError,
    StoreExistsError,
)
from auditapp.store.repository import AuditRepository

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"


def test_an_audit_is_there_again_after_a_restart(make_audit, answer, repository, vault, unlock):
    """With all its answers and its row."""
    answer(make_audit(q1="met"), "q2", "not met", row={"reference": "A-2"})
    repository.close()
    vault.close()

    reopened = AuditRepository(unlock())

    assert [{"reference": "A-2", "id": AUDIT}] == reopened.rows()
    expected = {"q1": {"value": "met"}, "q2": {"value": "not met"}}
    assert expected == reopened.open(AUDIT).read().tables["answers"]


def test_an_id_is_used_once(make_audit, repository, vault):
    """Neither an audit nor a file that is there is overwritten."""
    make_audit(q1="met")
    with pytest.raises(StoreExistsError):
        make_audit(q1="other")

    vault.place_of(OTHER).path.write_bytes(b"something else")
    with pytest.raises(StoreExistsError):
        make_audit(OTHER)


def test_a_refused_audit_leaves_nothing(make_audit, repository, vault, failing_disk, monkeypatch):
    """Not even if its file had its name already; and it can be created again."""
    failing_disk(errno.EIO, only_folders=True)
    with pytest.raises(SaveFailedError):
        make_audit(q1="met")
    monkeypatch.undo()
    assert set() == vault.audit_ids()
    assert [] == repository.rows()

    make_audit(q1="met")

    assert {"q1": {"value": "met"}} == repository.open(AUDIT).read().tables["answers"]


@pytest.mark.parametrize("audit_id", [OTHER, "../../etc/passwd"])
def test_an_unknown_audit_is_not_found(repository, audit_id):
    """Neither to open nor to remove."""
    with pytest.raises(AuditNotFoundError):
        repository.open(audit_id)
    with pytest.raises(AuditNotFoundError):
        repository.remove(audit_id)


def test_a_removed_audit_leaves_nothing(make_audit, answer, repository, vault):
    """Row and files, the previous one too."""
    audit = make_audit(q1="met")
    answer(audit, "q1", "not met")

    repository.remove(AUDIT)

    assert [] == repository.rows()
    assert set() == vault.audit_ids()
    with pytest.raises(AuditNotFoundError):
        repository.open(AUDIT)
    with pytest.raises(AuditChangedOnDiskError):
        answer(audit, "q1", "met")


def test_a_removed_audit_can_come_back(make_audit, repository, vault):
    """Imported again, it is not taken for a file that was copied back."""
    make_audit(q1="met")
    repository.remove(AUDIT)

    make_audit(q1="again")

    rows = AuditRepository(vault).rows()
    assert [AUDIT] == [row["id"] for row in rows]


def test_an_older_file_is_refused(make_audit, answer, repository, vault):
    """Somebody copied an old file over a newer one."""
    audit = make_audit(q1="met")
    path = vault.place_of(AUDIT).path
    older = path.read_bytes()
    answer(audit, "q1", "not met")
    path.write_bytes(older)

    with pytest.raises(AuditRolledBackError) as refusal:
        repository.open(AUDIT)
    assert "backup" in refusal.value.remedy


def test_two_older_files_are_refused(make_audit, answer, repository, vault):
    """An old previous save does not get in by damaging the current one."""
    audit = make_audit(q1="met")
    place = vault.place_of(AUDIT)
    older = place.path.read_bytes()
    for value in "abcde":
        answer(audit, "q1", value)
    place.path.write_bytes(b"damaged")
    place.previous.write_bytes(older)

    with pytest.raises(AuditRolledBackError):
        repository.open(AUDIT)


def test_a_mended_audit_is_no_older_one(make_audit, answer, repository, vault):
    """It opens now, and it opens again after a restart."""
    answer(make_audit(q1="met"), "q1", "not met")
    vault.place_of(AUDIT).path.write_bytes(b"damaged")

    assert repository.open(AUDIT).note is not None
    assert repository.open(AUDIT).note is None
    assert AuditRepository(vault).open(AUDIT).note is None


def test_two_windows_on_one_audit_do_not_overwrite_each_other(make_audit, answer, repository):
    """The second to save hears of it."""
    first = make_audit(q1="met")
    second = repository.open(AUDIT)
    answer(first, "q1", "first")

    with pytest.raises(AuditChangedOnDiskError):
        answer(second, "q1", "second")
    assert {"q1": {"value": "first"}} == repository.open(AUDIT).read().tables["answers"]
