# SPDX-License-Identifier: MPL-2.0
"""Test that one process at a time holds the workspace."""

import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.errors import StoreInUseError
from auditapp.store.process_lock import ProcessLock
from tests.auditapp.moves_of_windows import locks_of_windows

__all__ = ["locks_of_windows"]

PROJECT = Path(__file__).parents[3]

HOLD = """
import sys
from pathlib import Path
from auditapp.store.process_lock import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Start a process that holds the lock until it is killed."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert b"held\n" == process.stdout.readline()
        yield process
        process.kill()


def test_a_second_lock_in_the_same_process_is_refused(tmp_path):
    """Two windows of one process are two windows."""
    lock = ProcessLock(tmp_path / "lock")

    with pytest.raises(StoreInUseError, match=r"in another window, since \d\d:\d\d") as refusal:
        ProcessLock(tmp_path / "lock")
    assert "other window" in refusal.value.remedy
    lock.release()


def holder_says(path, text):
    """Return what a refused one is told when the holder says ``text``."""
    lock = ProcessLock(path)
    path.write_bytes(text.encode())
    with pytest.raises(StoreInUseError) as refusal:
        ProcessLock(path)
    lock.release()
    return f"{refusal.value} {refusal.value.remedy}"


def test_another_computer_is_named(tmp_path):
    """On a drive that two share, one of them is to be closed."""
    said = holder_says(
        tmp_path / "lock", '\n{"computer": "NORTH-7", "since": "2026-05-04T11:05:00+00:00"}'
    )

    assert "on another computer, NORTH-7, since" in said
    assert "4 May 2026" in said
    assert "Close them there first." in said


@pytest.mark.parametrize("text", ["", "\n", "\n[]", '\n{"since": 3}', "\n{", "\nnull"])
def test_a_holder_that_says_nothing_is_not_named(tmp_path, text):
    """The lock of an earlier version is empty; a damaged one is no reason to fail."""
    assert "These audits are already open in another window." in holder_says(
        tmp_path / "lock", text
    )


def test_the_lock_says_nothing_once_it_is_released(tmp_path):
    """What is left is an empty mark."""
    path = tmp_path / "lock"
    ProcessLock(path).release()

    assert b"" == path.read_bytes()


def test_a_full_disk_keeps_nobody_out(tmp_path, monkeypatch):
    """The lock is held, though it cannot say by whom."""

    def refuse(*_args):
        raise OSError(28, "full")

    monkeypatch.setattr("auditapp.store.process_lock.os.write", refuse)
    lock = ProcessLock(tmp_path / "lock")
    with pytest.raises(StoreInUseError, match="in another window\\."):
        ProcessLock(tmp_path / "lock")
    lock.release()


def test_a_released_lock_is_free(tmp_path):
    """It can be taken again at once."""
    ProcessLock(tmp_path / "lock").release()

    ProcessLock(tmp_path / "lock").release()


def test_another_process_is_refused_until_the_holder_dies(tmp_path, holder):
    """A killed holder leaves nothing behind that would have to be cleared away."""
    with pytest.raises(StoreInUseError, match="in another window, since"):
        ProcessLock(tmp_path / "lock")

    holder.kill()
    holder.wait()

    ProcessLock(tmp_path / "lock").release()


def test_windows_is_told_that_the_lock_is_given_back(tmp_path, locks_of_windows):
    """Closing the file alone lets go of it "when the system has time", and unlocking is refused."""
    lock = ProcessLock(tmp_path / "lock")
    assert locks_of_windows
    with pytest.raises(StoreInUseError, match=r"in another window, since \d\d:\d\d"):
        ProcessLock(tmp_path / "lock")
    lock.release()

    assert not locks_of_windows
    ProcessLock(tmp_path / "lock").release()
