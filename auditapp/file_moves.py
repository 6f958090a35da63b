# SPDX-License-Identifier: MPL-2.0
"""Give files and folders other names, each in one step, as the system does it durably.

On Windows a folder cannot be flushed, so the renaming itself has to be written through. No function
here waits for a file that is held; ``auditapp.files`` does.
"""

import os
import sys
from pathlib import Path
from typing import Final

_REPLACE_EXISTING: Final = 0x1
_WRITE_THROUGH: Final = 0x8
"""Flags of ``MoveFileExW`` (winbase.h). The first is for files alone; of a folder it is refused."""


def put_in_place(source: str, target: str) -> None:
    """Let the file ``source`` take the place of ``target``, whether there is one or not.

    Raises:
        OSError: The system refused it.
    """
    if sys.platform == "win32":
        _move_on_windows(source, target, _REPLACE_EXISTING | _WRITE_THROUGH)
    else:
        # Names, not Path objects, which cost a tenth of the save of an answer.
        os.replace(source, target)  # noqa: PTH105 - see above


def rename(source: Path, target: Path) -> None:
    """Give a file or a folder a name that is free.

    Raises:
        OSError: The system refused it, on Windows also because there is something of that name.
    """
    if sys.platform == "win32":
        _move_on_windows(str(source), str(target), _WRITE_THROUGH)
    else:
        source.rename(target)


def _move_on_windows(source: str, target: str, flags: int) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed on Windows only

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        if not kernel.MoveFileExW(source, target, flags):
            raise ctypes.WinError(ctypes.get_last_error())
