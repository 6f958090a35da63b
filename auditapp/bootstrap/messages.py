# SPDX-License-Identifier: MPL-2.0
"""Tell the person at the keyboard what the set-up does."""

import sys
from typing import NoReturn

_ERROR_ICON = 0x10  # MB_ICONERROR (winuser.h)


class SetupError(Exception):
    """Say why the set-up cannot go on, and what to do."""


def say(text: str) -> None:
    """Write one line about the set-up, beside what the program itself prints."""
    if sys.stderr is not None:  # there is none under pythonw.exe
        sys.stderr.write(f"[setup] {text}\n")
        sys.stderr.flush()


def leave(text: str) -> NoReturn:
    """End the program with a text that says why, where a person sees it."""
    if sys.platform == "win32" and sys.stderr is None:
        import ctypes  # noqa: PLC0415 - hardly ever needed

        ctypes.windll.user32.MessageBoxW(None, text, "Case File Audit", _ERROR_ICON)
    sys.exit(text)
