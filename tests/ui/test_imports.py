# SPDX-License-Identifier: MPL-2.0
"""Test that what the window imports is imported as Python does it."""

import subprocess
import sys

from auditapp.paths import PROGRAM

SOURCES = """
import linecache, ui, auditapp.checklist.models
print(sum("auditapp" in name or "pydantic" in name for name in linecache.cache))
"""

IN_FORCE = """
import builtins
before = builtins.__import__
import ui
print(builtins.__import__ is before)
"""

STUBS = """
import sys, ui
names = ("enum_sig", "pyi_generator")
for name in names:
    parts = vars(sys.modules[f"shibokensupport.signature.lib.{name}"])
    print(name, [each for each in parts if not each.startswith("__")])
"""

MISTAKES = """
import sys, ui
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["test", "-platform", "offscreen"])
for wrong in (lambda: QLabel("words").setText(3), lambda: QLabel("words").resize("a", 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(QLabel.setText.__doc__)
"""


def said(code):
    """Return what a Python of its own prints, in which nothing of PySide is loaded before."""
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=PROGRAM, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_pyside_is_kept_from_reading_sources():
    """Neither our own modules nor those of pydantic have their sources in memory."""
    assert "0" == said(SOURCES).strip()


def test_the_import_is_python_s_own():
    """PySide puts one of its own in the place, and another below that."""
    assert "True" == said(IN_FORCE).strip()


def test_what_writes_stub_files_is_not_loaded():
    """Should PySide name it otherwise, it is loaded again, and this says so."""
    assert "enum_sig []\npyi_generator []\n" == said(STUBS)


def test_pyside_still_says_what_is_wrong_with_an_argument():
    """Without it a mistake would end the program at once."""
    without = MISTAKES.replace("import sys, ui", "import sys")
    heard = said(MISTAKES)
    assert "setText(arg__1: str, /)" in heard
    assert said(without) == heard
