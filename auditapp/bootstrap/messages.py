# SPDX-License-Identifier: MPL-2.0
"""Tell the person at the keyboard what the set-up does."""

import sys


class SetupError(Exception):
    """Say why the set-up cannot go on, and what to do."""


def say(text: str) -> None:
    """Write one line about the set-up, beside what the program itself prints."""
    sys.stderr.write(f"[setup] {text}\n")
    sys.stderr.flush()
