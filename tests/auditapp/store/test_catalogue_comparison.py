# SPDX-License-Identifier: MPL-2.0
"""Test what the list of audits makes of files that are missing, damaged, old, or new to it."""

import pytest

from auditapp.store.repository import AuditRepository

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"
ROW = {"reference": "A-1", "id": AUDIT}


@pytest.fixture
def reopen(vault):
    """Return a function that reads the workspace as after a crash: nothing was closed."""
    return lambda: AuditRepository(vault)


@pytest.fixture
def audit_path(vault):
    """Return the file of the audit."""
    return vault.place_of(AUDIT).path


def sentences(repository):
    """Return what is wrong, by audit."""
    return {problem.audit_id: problem.sentence for problem in repository.problems}


def test_a_missing_file_is_reported(make_audit, repository, reopen, audit_path):
    """With and without a crash; the row stays, so that the audit can be restored."""
    make_audit(q1="met")
    repository.close()
    audit_path.unlink()

    repository = reopen()

    assert "missing" in sentences(repository)[AUDIT]
    assert [ROW] == repository.rows()


def test_a_damaged_file_is_reported_and_opens_one_save_earlier(
    make_audit, answer, reopen, audit_path
):
    """The list says so before the audit is opened."""
    answer(make_audit(q1="met"), "q1", "not met")
    audit_path.write_bytes(b"damaged")

    repository = reopen()

    assert "one save earlier" in sentences(repository)[AUDIT]
    audit = repository.open(AUDIT)
    assert "one save earlier" in audit.note
    assert {"q1": {"value": "met"}} == audit.read().tables["answers"]
    assert [] == reopen().problems


def test_an_earlier_save_does_not_take_back_the_row(
    make_audit, answer, repository, reopen, audit_path
):
    """The list knows the row of the damaged file."""
    answer(make_audit(q1="met"), "q1", "not met", row={"reference": "A-2"})
    repository.close()
    audit_path.unlink()
    audit_path.parent.parent.joinpath("in-use").touch()

    repository = reopen()

    assert "one save earlier" in sentences(repository)[AUDIT]
    assert "A-2" == repository.rows()[0]["reference"]


def test_a_damaged_file_without_a_previous_one_is_reported(make_audit, reopen, audit_path):
    """Its row stays; a file that is in no list makes no row."""
    make_audit(q1="met")
    audit_path.write_bytes(b"damaged")
    audit_path.with_name(f"{OTHER}.seal").write_bytes(b"something else")

    repository = reopen()

    assert {AUDIT, OTHER} == sentences(repository).keys()
    assert [ROW] == repository.rows()


def test_an_older_file_is_reported(make_audit, answer, repository, reopen, audit_path):
    """The row stays at what the list knows."""
    audit = make_audit(q1="met")
    older = audit_path.read_bytes()
    for value in ("a", "b", "c"):
        answer(audit, "q1", value, row={"reference": "A-2"})
    repository.close()
    audit_path.write_bytes(older)
    audit_path.with_name("extra.txt").write_bytes(b"")
    (audit_path.parent.parent / "in-use").touch()

    repository = reopen()

    assert "older" in sentences(repository)[AUDIT]
    assert "A-2" == repository.rows()[0]["reference"]


def test_a_file_of_no_list_is_adopted(make_audit, repository, reopen, root):
    """The program was stopped between the audit and the list."""
    make_audit(q1="met")
    contents = (root / "catalogue.seal").read_bytes()
    make_audit(OTHER, q1="met")
    (root / "catalogue.seal").write_bytes(contents)

    assert {AUDIT, OTHER} == {row["id"] for row in reopen().rows()}


def test_a_removal_that_was_interrupted_is_finished(
    make_audit, repository, reopen, vault, audit_path, monkeypatch
):
    """Recorded in the list, but the files were still there."""
    make_audit(q1="met")
    with monkeypatch.context() as patch:
        patch.setattr(vault, "delete", lambda _place: None)
        repository.remove(AUDIT)
    assert audit_path.exists()

    assert [] == reopen().rows()
    assert not audit_path.exists()


def test_a_removed_audit_that_is_copied_back_stays_removed(
    make_audit, repository, reopen, audit_path
):
    """The list remembers removals."""
    make_audit(q1="met")
    contents = audit_path.read_bytes()
    repository.remove(AUDIT)
    repository.close()
    audit_path.write_bytes(contents)

    assert [] == reopen().rows()
