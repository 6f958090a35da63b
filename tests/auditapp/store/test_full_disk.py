# SPDX-License-Identifier: MPL-2.0
"""Test that a full disk, or one that fails, loses nothing that was saved."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp import files
from auditapp.errors import SaveFailedError
from auditapp.store.sealed_folder import RESERVE_SIZE

PROJECT = Path(__file__).parents[3]
AUDIT = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_costs_the_reserve(folder, place, monkeypatch, number):
    """The first save on a full disk succeeds, in the space that the reserve leaves."""
    reserve = place.path.parent.parent / "reserve"
    fsync = os.fsync

    def refuse_while_there_is_a_reserve(descriptor):
        if reserve.exists():
            raise OSError(number, "full")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_while_there_is_a_reserve)
    assert not folder.is_disk_full

    folder.save(place, 3, b"row", b"saved")

    assert b"saved" == folder.load(place).body
    assert folder.is_disk_full


def test_a_disk_that_stays_full_is_a_failed_save(folder, place, failing_disk, monkeypatch):
    """The old contents stay, with and without a reserve, and saving goes on later."""
    failing_disk(errno.ENOSPC)
    for _ in range(2):
        with pytest.raises(SaveFailedError, match="disk is full") as refusal:
            folder.save(place, 3, b"row", b"lost")
    monkeypatch.undo()

    assert "Free some space" in refusal.value.remedy
    assert b"new" == folder.load(place).body
    folder.save(place, 3, b"row", b"saved")
    assert b"saved" == folder.load(place).body


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EIO, "reported an error"),
        (errno.EACCES, "does not allow saving"),
        (errno.EROFS, "does not allow saving"),
        (errno.ENODEV, "cannot be found any more"),
    ],
)
def test_other_faults_leave_the_reserve(folder, place, failing_disk, number, sentence):
    """Space is not what is missing."""
    failing_disk(number)

    with pytest.raises(SaveFailedError, match=sentence):
        folder.save(place, 3, b"row", b"lost")
    assert not folder.is_disk_full
    assert b"new" == folder.load(place).body


def test_a_reserve_that_does_not_fit_is_done_without(folder, failing_disk, tmp_path):
    """A workspace on a nearly full disk still opens."""
    (tmp_path / "reserve").unlink()
    failing_disk(errno.ENOSPC)

    folder.make_reserve()

    assert folder.is_disk_full


LIMITED = """
import resource, sys
from pathlib import Path
from auditapp.errors import SaveFailedError
from auditapp.store.sealed_folder import SealedFolder
folder = SealedFolder(Path(sys.argv[1]), bytes(16), bytes(32))
place = folder.place_of(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
try:
    folder.save(place, 3, b"row", b"x" * 10_000)
except SaveFailedError as error:
    print(error)
print(folder.load(place).body)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
folder.save(place, 3, b"row", b"later")
print(folder.load(place).body)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_real_limit_is_survived(folder, place):
    """The system itself refuses in the middle of a write; the same process goes on afterwards."""
    command = [sys.executable, "-c", LIMITED, str(place.path.parent.parent), AUDIT]

    outcome = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)

    assert ["The disk is full.", "b'new'", "b'later'"] == outcome.stdout.splitlines()
    assert b"later" == folder.load(place).body


def test_the_reserve_has_its_size(folder, tmp_path):
    """One megabyte that no file system can squeeze."""
    contents = files.read_bytes(tmp_path / "reserve")

    assert RESERVE_SIZE == len(contents)
    assert len(set(contents)) > 200
