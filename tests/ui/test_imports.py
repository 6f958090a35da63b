# SPDX-License-Identifier: MPL-2.0
"""Test that what the window imports is imported as Python does it."""

import builtins
import subprocess
import sys

import PySide6.QtCore

import ui
from auditapp.paths import PROGRAM

CODE = """
import linecache, ui, auditapp.checklist.models
print(sum("auditapp" in name or "pydantic" in name for name in linecache.cache))
"""


def test_pyside_is_kept_from_reading_sources():
    """Neither our own modules nor those of pydantic have their sources in memory."""
    run = subprocess.run(
        [sys.executable, "-c", CODE], cwd=PROGRAM, capture_output=True, text=True, check=True
    )
    assert "0" == run.stdout.strip()


def test_what_is_put_back_is_what_pyside_found():
    """Should PySide stop keeping it, nothing is put back, and this says so."""
    assert PySide6.QtCore.__name__ in sys.modules
    assert ui.__name__ in sys.modules
    assert builtins.__orig_import__ is builtins.__import__
