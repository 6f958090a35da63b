# SPDX-License-Identifier: MPL-2.0
"""Test that the list of audits is right after whatever happened."""

import errno

import orjson
import pytest

from auditapp.errors import SaveFailedError, SchemaTooNewError
from auditapp.store.repository import AuditRepository

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"
ROW = {"reference": "A-1", "id": AUDIT}


@pytest.fixture
def catalogue_file(root):
    """Return the file of the list."""
    return root / "catalogue.seal"


@pytest.fixture
def reopen(vault):
    """Return a function that reads the workspace as after a crash: nothing was closed."""
    return lambda: AuditRepository(vault)


def sentences(repository):
    """Return what is wrong, by audit."""
    return {problem.audit_id: problem.sentence for problem in repository.problems}


def test_a_new_workspace_has_no_audits(repository):
    """And nothing is wrong with it."""
    assert [] == repository.rows()
    assert [] == repository.problems


def test_a_closed_list_is_trusted(make_audit, repository, reopen, vault, root, monkeypatch):
    """No audit is looked into, and the mark is gone until it is opened again."""
    make_audit(q1="met")
    repository.close()
    assert not (root / "in-use").exists()
    monkeypatch.setattr(vault, "peek", None)

    assert [ROW] == reopen().rows()
    assert (root / "in-use").exists()


def test_after_a_crash_the_list_is_compared(make_audit, answer, reopen):
    """A quiet field that was never written to the list is read from the audit."""
    audit = make_audit(q1="met")
    answer(audit, "q2", "met", row={"reference": "A-1", "progress": 2})

    repository = reopen()

    assert [{**ROW, "progress": 2}] == repository.rows()
    assert [] == repository.problems


def test_a_rebuilt_list_equals_the_one_that_was_kept(make_audit, answer, repository, root, reopen):
    """With the list and its previous save gone, rows and generations are the same."""
    for number in range(5):
        audit = make_audit(f"{number:032x}", q1="met")
        answer(audit, "q1", "not met", row={"reference": f"A-{number}", "status": "draft"})
    generations = [repository._catalogue.generation(row["id"]) for row in repository.rows()]
    repository.close()
    for path in root.glob("catalogue.*"):
        path.unlink()

    rebuilt = reopen()

    assert repository.rows() == rebuilt.rows()
    assert generations == [rebuilt._catalogue.generation(row["id"]) for row in rebuilt.rows()]


def test_the_list_is_written_only_when_it_looks_different(make_audit, answer, catalogue_file):
    """Progress is quiet; a changed status is not."""
    audit = make_audit(q1="met")
    before = catalogue_file.read_bytes()

    answer(audit, "q2", "met", row={"reference": "A-1", "progress": 1, "updated": "now"})
    assert before == catalogue_file.read_bytes()

    answer(audit, "q3", "met", row={"reference": "A-1", "status": "signed off"})
    assert before != catalogue_file.read_bytes()


def test_a_pause_writes_what_is_quiet(make_audit, answer, repository, catalogue_file):
    """Once; with nothing new, nothing is written."""
    answer(make_audit(q1="met"), "q2", "met", row={"reference": "A-1", "progress": 1})
    before = catalogue_file.read_bytes()

    repository.flush()
    after = catalogue_file.read_bytes()
    repository.flush()

    assert before != after
    assert after == catalogue_file.read_bytes()


def test_a_list_that_is_held_back_is_written_once(make_audit, answer, repository, catalogue_file):
    """After the block, whoever pauses in it."""
    audit = make_audit(q1="met")
    before = catalogue_file.read_bytes()
    with repository.listing_later():
        answer(audit, "q2", "met", row={"reference": "A-1", "status": "signed off"})
        repository.flush()
        assert before == catalogue_file.read_bytes()
    assert before != catalogue_file.read_bytes()


@pytest.fixture
def refuse_list(vault, monkeypatch):
    """Return a function that makes saving the list fail from then on."""

    def refuse_list():
        save = vault.save

        def refuse(place, *contents):
            if place == vault.catalogue:
                raise SaveFailedError("refused")
            return save(place, *contents)

        monkeypatch.setattr(vault, "save", refuse)

    return refuse_list


def test_a_list_that_cannot_be_written_costs_nothing(
    make_audit, answer, repository, reopen, refuse_list, root
):
    """The audit is durable; the mark stays, and the next start reads the row from the audit."""
    audit = make_audit(q1="met")
    refuse_list()

    answer(audit, "q1", "met", row={"reference": "A-2"})
    repository.close()

    assert (root / "in-use").exists()
    assert "A-2" == reopen().rows()[0]["reference"]


def test_a_full_disk_does_not_keep_the_list_from_opening(make_audit, reopen, refuse_list):
    """What cannot be written now is compared again at the next start."""
    make_audit(q1="met")
    refuse_list()

    assert [ROW] == reopen().rows()


@pytest.mark.parametrize("previous", ["kept", "damaged"])
def test_a_damaged_list_is_mended(make_audit, repository, reopen, root, previous):
    """From its previous save, or from the audits; the damaged file is kept and the user told."""
    make_audit(q1="met")
    repository.close()
    (root / "catalogue.seal").write_bytes(b"damaged")
    if previous == "damaged":
        (root / "catalogue.prev").write_bytes(b"damaged")

    repository = reopen()

    assert [ROW] == repository.rows()
    assert "The list of audits was damaged" in sentences(repository)[None]
    assert b"damaged" == (root / "catalogue.seal.damaged-1").read_bytes()
    repository.close()
    assert [] == reopen().problems


def test_a_lost_list_with_a_damaged_copy_is_made_again(make_audit, repository, reopen, root):
    """The damaged copy is kept like any damaged file, and nobody is locked out."""
    make_audit(q1="met")
    repository.close()
    (root / "catalogue.seal").unlink()
    (root / "catalogue.prev").write_bytes(b"damaged")

    repository = reopen()

    assert [ROW] == repository.rows()
    assert "made again" in sentences(repository)[None]
    assert b"damaged" == (root / "catalogue.prev.damaged-1").read_bytes()


def test_a_list_of_a_newer_version_is_refused(make_audit, repository, reopen, vault):
    """It is not made again from the audits."""
    make_audit(q1="met")
    repository.close()
    vault.save(vault.catalogue, 99, b"{}", orjson.dumps({"schema": 3}))

    with pytest.raises(SchemaTooNewError):
        reopen()


def test_a_refused_removal_removes_nothing(make_audit, repository, failing_disk, monkeypatch):
    """The audit is still there, in its place in the list."""
    make_audit(q1="met")
    make_audit(OTHER, q1="met")
    before = repository.rows()
    failing_disk(errno.EIO)
    with pytest.raises(SaveFailedError):
        repository.remove(AUDIT)
    monkeypatch.undo()

    assert before == repository.rows()
    assert {"q1": {"value": "met"}} == repository.open(AUDIT).read().tables["answers"]


def test_rows_cannot_be_changed(make_audit, repository):
    """They are the list's own, because copies of thousands are dear."""
    make_audit(q1="met")

    with pytest.raises(TypeError):
        repository.rows()[0]["reference"] = "changed"


def test_a_save_that_was_refused_and_kept_is_found(
    make_audit, answer, repository, reopen, failing_disk, monkeypatch
):
    """Only the flush of the folder failed: the new file is in place, and the list learns of it."""
    audit = make_audit(q1="met")
    failing_disk(errno.EIO, only_folders=True)
    with pytest.raises(SaveFailedError):
        answer(audit, "q1", "not met", row={"reference": "A-2"})
    monkeypatch.undo()
    repository.close()

    assert ["A-2"] == [row["reference"] for row in reopen().rows()]


# Two windows, where a drive does not keep the lock


def test_a_list_that_two_windows_wrote_is_compared(make_audit, answer, repository, reopen, root):
    """The one that writes last knows nothing of what the other did."""
    audit = make_audit(q1="met")
    other = reopen()
    answer(audit, "q1", "not met", row={"reference": "A-2"})
    other.create(OTHER, [], [{"what": "created"}], {"reference": "B-1"}).close()
    repository.close()
    other.close()

    assert (root / "in-use").exists()
    assert {"A-2", "B-1"} == {row["reference"] for row in reopen().rows()}


def test_a_mark_that_another_window_took_away_is_made_again(make_audit, answer, root):
    """Or the next start would trust a list that is behind."""
    audit = make_audit(q1="met")
    (root / "in-use").unlink()
    answer(audit, "q2", "met")

    assert (root / "in-use").exists()
