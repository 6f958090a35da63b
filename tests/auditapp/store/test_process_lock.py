# SPDX-License-Identifier: MPL-2.0
"""Test that one process at a time holds the workspace."""

import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.errors import StoreInUseError
from auditapp.store.process_lock import ProcessLock

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

    with pytest.raises(StoreInUseError) as refusal:
        ProcessLock(tmp_path / "lock")
    assert "other window" in refusal.value.remedy
    lock.release()


def test_a_released_lock_is_free(tmp_path):
    """It can be taken again at once."""
    ProcessLock(tmp_path / "lock").release()

    ProcessLock(tmp_path / "lock").release()


def test_another_process_is_refused_until_the_holder_dies(tmp_path, holder):
    """A killed holder leaves nothing behind that would have to be cleared away."""
    with pytest.raises(StoreInUseError):
        ProcessLock(tmp_path / "lock")

    holder.kill()
    holder.wait()

    ProcessLock(tmp_path / "lock").release()
