# SPDX-License-Identifier: MPL-2.0
"""Play how Windows moves and locks files and folders."""

import ctypes
import errno
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

REPLACE_EXISTING, WRITE_THROUGH = 0x1, 0x8
ACCESS_DENIED, ALREADY_EXISTS = 5, 183

OPEN_FILES = Path("/proc/self/fd")


def is_held(name):
    """Tell whether this process has a file open, or one in a folder: then it cannot be moved."""
    path, found = os.path.realpath(name), set()
    for each in OPEN_FILES.iterdir():
        try:
            found.add(str(each.readlink()))
        except FileNotFoundError:  # the look itself opened it
            continue
    return any(held == path or held.startswith(f"{path}{os.sep}") for held in found)


@pytest.fixture
def moves_of_windows():
    """Play ``MoveFileExW``, as its documentation says; return the flags of each call."""
    asked, last = [], []

    def move(source, target, flags):
        asked.append(flags)
        wants_replacing = bool(flags & REPLACE_EXISTING)
        if wants_replacing and (Path(source).is_dir() or Path(target).is_dir()):
            last.append(ACCESS_DENIED)
        elif Path(target).exists() and not wants_replacing:
            last.append(ALREADY_EXISTS)
        elif is_held(source) or is_held(target):
            last.append(ACCESS_DENIED)
        else:
            os.replace(source, target)  # noqa: PTH105 - as the program
            return 1
        return 0

    errors = {ACCESS_DENIED: PermissionError, ALREADY_EXISTS: FileExistsError}
    library = SimpleNamespace(MoveFileExW=move)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ctypes, "WinDLL", lambda _name, **_options: library, raising=False)
        patch.setattr(ctypes, "get_last_error", last.pop, raising=False)
        patch.setattr(ctypes, "WinError", lambda code: errors[code](code), raising=False)
        patch.setattr(sys, "platform", "win32")
        yield asked


@pytest.fixture
def locks_of_windows():
    """Play the locks of Windows, which outlive the file that they were taken with for a while.

    They lie on the bytes from where the file stands. Return what is locked.
    """
    locked = set()

    def locking(descriptor, mode, count):
        place = (os.fstat(descriptor).st_ino, os.lseek(descriptor, 0, os.SEEK_CUR), count)
        if (place in locked) == (mode == "lock"):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        locked.symmetric_difference_update({place})

    played = SimpleNamespace(locking=locking, LK_NBLCK="lock", LK_UNLCK="unlock")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "msvcrt", played)
        patch.setattr(sys, "platform", "win32")
        yield locked
