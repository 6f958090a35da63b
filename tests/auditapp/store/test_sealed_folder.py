# SPDX-License-Identifier: MPL-2.0
"""Test that a damaged file is mended from the save before it, and that full disks lose nothing."""

import errno
from pathlib import Path

import pytest

from auditapp.errors import AuditDamagedError, AuditNotFoundError, SchemaTooNewError

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"


def damage(path):
    """Flip one bit in the middle of a file."""
    contents = bytearray(path.read_bytes())
    contents[len(contents) // 2] ^= 1
    path.write_bytes(contents)


def test_the_last_save_is_loaded(folder, place):
    """With its generation, and without a note."""
    loaded = folder.load(place)

    assert (2, b"new row", b"new") == (loaded.header.generation, loaded.summary, loaded.body)
    assert not loaded.is_recovered


def test_a_damaged_file_is_mended_from_the_save_before(folder, place):
    """The damaged file is kept, and the mended one is newer than it was."""
    damage(place.path)
    damaged = place.path.read_bytes()

    loaded = folder.load(place)

    assert loaded.is_recovered
    assert (3, b"old row", b"old") == (loaded.header.generation, loaded.summary, loaded.body)
    assert damaged == place.path.with_name(f"{AUDIT}.seal.damaged-1").read_bytes()
    assert not folder.load(place).is_recovered


def test_a_lost_file_is_mended_from_the_save_before(folder, place):
    """And the save before is still there for the next time."""
    place.path.unlink()

    assert folder.load(place).is_recovered
    assert b"old" == folder.load(place).body
    place.path.unlink()
    assert folder.load(place).is_recovered


def test_a_file_that_the_disk_cannot_read_is_mended(folder, place, monkeypatch):
    """A bad block is damage."""
    monkeypatch.setattr(type(place.path), "read_bytes", failing_for(place.path, errno.EIO))

    assert folder.load(place).is_recovered


def test_a_file_without_permission_is_not_taken_for_damaged(folder, place, monkeypatch):
    """An older save must not replace a file that is sound."""
    before = place.path.stat()
    monkeypatch.setattr(type(place.path), "read_bytes", failing_for(place.path, errno.EACCES))

    with pytest.raises(AuditDamagedError, match="does not allow reading"):
        folder.load(place)
    assert before.st_ino == place.path.stat().st_ino


@pytest.mark.parametrize("previous", ["damaged", "missing"])
def test_without_a_good_file_nothing_is_changed(folder, place, previous):
    """The remedy is a backup, and a specialist finds what is left."""
    damage(place.path)
    if previous == "damaged":
        damage(place.previous)
    else:
        place.previous.unlink()

    with pytest.raises(AuditDamagedError) as refusal:
        folder.load(place)
    assert "backup" in refusal.value.remedy
    assert place.path.exists()


def test_an_audit_without_files_is_not_found(folder):
    """Which is something else than damaged."""
    with pytest.raises(AuditNotFoundError):
        folder.load(folder.place_of(OTHER))


def test_a_lost_file_and_a_damaged_one_are_damage(folder, place):
    """There was an audit."""
    place.path.unlink()
    damage(place.previous)

    with pytest.raises(AuditDamagedError):
        folder.load(place)


def test_the_file_of_another_audit_is_damage(folder, place):
    """A file under another name does not open."""
    other = folder.place_of(OTHER)
    folder.save(other, 5, b"row", b"other")
    place.previous.unlink()
    place.path.write_bytes(other.path.read_bytes())

    with pytest.raises(AuditDamagedError):
        folder.load(place)


def test_a_newer_file_is_refused_and_left_alone(folder, place):
    """It is not damage: the previous save must not take its place."""
    contents = place.path.read_bytes()
    newer = contents[:6] + b"\x00\x02" + contents[8:]
    place.path.write_bytes(newer)

    with pytest.raises(SchemaTooNewError):
        folder.load(place)
    assert newer == place.path.read_bytes()


def test_the_summary_is_read_from_the_front(folder, place):
    """With the generation, short or long."""
    peeked = folder.peek(place)
    folder.save(place, 3, b"long row " * 1000, b"body")

    assert (2, b"new row", False) == (peeked.generation, peeked.summary, peeked.is_previous)
    assert b"long row " * 1000 == folder.peek(place).summary


def test_the_summary_of_a_damaged_file_is_that_of_the_save_before(folder, place):
    """A file that is too short is damaged, whatever its front says."""
    place.path.write_bytes(place.path.read_bytes()[:-1])

    peeked = folder.peek(place)

    assert (1, b"old row", True) == (peeked.generation, peeked.summary, peeked.is_previous)


def test_a_damaged_length_does_not_fill_the_memory(folder, place):
    """Four gigabytes are not asked for because the header says so."""
    contents = bytearray(place.path.read_bytes())
    contents[48] ^= 0xFF
    place.path.write_bytes(contents)
    place.previous.unlink()

    with pytest.raises(AuditDamagedError):
        folder.peek(place)


def test_the_header_is_that_of_the_last_save(folder, place):
    """None stands for a file that is missing or is something else."""
    header = folder.save(place, 3, b"row", b"body")
    assert header == folder.header(place)

    place.path.write_bytes(b"something else")
    assert folder.header(place) is None
    assert folder.header(folder.place_of(OTHER)) is None


def test_everything_of_an_audit_is_deleted(folder, place):
    """Damaged copies hold a child's record too."""
    damage(place.path)
    folder.load(place)
    folder.save(folder.place_of(OTHER), 1, b"row", b"other")

    folder.delete(place)

    assert [f"{OTHER}.seal"] == [path.name for path in place.path.parent.iterdir()]


def failing_for(refused, number):
    """Return a ``read_bytes`` that fails for one path."""

    def read_bytes(path):
        if path == refused:
            raise OSError(number, "refused")
        with Path.open(path, "rb") as file:
            return file.read()

    return read_bytes
