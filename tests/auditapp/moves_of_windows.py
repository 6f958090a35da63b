# SPDX-License-Identifier: MPL-2.0
"""Play how Windows moves files and folders."""

import ctypes
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

REPLACE_EXISTING, WRITE_THROUGH = 0x1, 0x8
ACCESS_DENIED, ALREADY_EXISTS = 5, 183


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
