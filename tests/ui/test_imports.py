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

EMPTY = """
import sys, ui
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["test", "-platform", "offscreen"])
QLabel("words").setText("others")
for name in ("lib.enum_sig", "lib.pyi_generator", "errorhandler", "layout", "parser"):
    parts = vars(sys.modules[f"shibokensupport.signature.{name}"])
    print(name, [each for each in parts if not each.startswith("__")])
"""

MISTAKES = """
import sys, threading, ui
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["test", "-platform", "offscreen"])
label = QLabel("words")

def try_out(wrong):
    try:
        wrong()
    except (TypeError, AttributeError, ValueError) as error:
        heard.append(str(error))

heard = []
wrong = (
    lambda: label.setText(3), lambda: label.setText(), lambda: label.resize("a", 3),
    lambda: label.resize(), lambda: QSize(1, 2, 3),
)
for each in wrong:  # not at once: then PySide's own messages may lack the names of its classes
    thread = threading.Thread(target=try_out, args=(each,))
    thread.start()
    thread.join()
print(len(heard) == len(wrong), *heard, sep="\\n")
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


def test_what_writes_stub_files_and_messages_is_not_loaded():
    """Should PySide name one of them otherwise, it is loaded again, and this says so."""
    lines = said(EMPTY).splitlines()
    assert 5 == len(lines)
    assert all(line.endswith(" []") for line in lines), lines


def test_pyside_still_says_what_is_wrong_with_an_argument():
    """In whichever thread the mistake is made; without it the program would end at once."""
    without = MISTAKES.replace("threading, ui", "threading")
    heard = said(MISTAKES)
    assert heard.startswith("True\n")
    assert "setText(arg__1: str, /)" in heard
    assert "expected at most 2 arguments, got 3" in heard
    assert said(without) == heard
