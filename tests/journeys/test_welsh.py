# SPDX-License-Identifier: MPL-2.0
"""The program in Welsh, as somebody starts it: the window, and what it prints."""

import os
import subprocess
import sys

import pikepdf
import pytest

from auditapp.bootstrap.stamps import ROOT

LOOK = """
import sys
from auditapp import language
language.take_up([])
from pathlib import Path
from PySide6.QtWidgets import QAbstractButton
from auditapp.paths import find_paths
from tests.making import make_workspace
from ui.app import make_application, make_window
app = make_application()
folder = Path(sys.argv[1])
workspace = make_workspace(folder)
window = make_window(app, find_paths(folder))
window.show()
window.start_view.unlocked.emit(workspace)
app.processEvents()
for button in window.findChildren(QAbstractButton):
    sys.stdout.buffer.write((button.accessibleName() or button.text()).encode() + b"\\n")
window.close()
"""


@pytest.fixture
def surroundings():
    """Return what the program finds around it when Welsh is wanted."""
    return {
        **os.environ,
        "AUDITAPP_LANGUAGE": "cy",
        "AUDITAPP_NO_BOOTSTRAP": "1",
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_the_window_is_in_welsh(surroundings, tmp_path):
    """Its places have their Welsh names, and none of the English ones is left."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)],
        env=surroundings, cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    names = done.stdout.decode().splitlines()

    assert {"Archwiliadau", "Camau gweithredu", "Gosodiadau", "Cloi"} <= set(names)
    assert not {"Audits", "Actions", "Settings", "Lock"} & set(names)


def test_a_paper_says_that_it_is_welsh(surroundings, tmp_path):
    """So that a screen reader reads it with a Welsh voice."""
    out = tmp_path / "gwag.pdf"
    subprocess.run(
        [sys.executable, "main.py", "report", "supervision", "--kind", "blank", "-o", str(out)],
        env=surroundings, cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with pikepdf.open(out) as pdf:
        assert "cy-GB" == str(pdf.Root.Lang)
