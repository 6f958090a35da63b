# SPDX-License-Identifier: MPL-2.0
"""Test what is loaded when the window is painted for the first time: as little as can be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.paths import PROGRAM
from tests.making import make_workspace

CORE = {
    "auditapp", "auditapp.bootstrap", "auditapp.bootstrap.display", "auditapp.bootstrap.messages",
    "auditapp.bootstrap.stamps", "auditapp.cli", "auditapp.commands",
    "auditapp.commands.conventions", "auditapp.commands.terminal", "auditapp.errors",
    "auditapp.file_moves", "auditapp.files", "auditapp.i18n", "auditapp.keychain",
    "auditapp.language", "auditapp.last_resort", "auditapp.long_work", "auditapp.model",
    "auditapp.model.report_format", "auditapp.paths", "auditapp.settings",
}  # fmt: skip
"""What of the core the first screen needs. Whatever joins it has to be wanted there."""

FOLDERS = {"help", "keys", "locking", "start", "theme", "widgets"}
"""Folders of ``ui`` with something that the first screen needs."""

OUTSIDE = {
    "PySide6", "platformdirs", "shiboken6",
    "__feature__", "shibokensupport", "signature_bootstrap",  # parts of PySide
}  # fmt: skip
"""Libraries that it needs."""

PAINT = """
import sys
before = {*sys.modules, "main"}
import main
from auditapp.bootstrap import display
from PySide6.QtCore import QTimer
from ui import app, main_window

def leave():
    print(*{*sys.modules} - before, sep="\\n", flush=True)
    window.close()
    app.QApplication.exit(0)

def paint(self, event, usual=main_window.MainWindow.paintEvent):
    global window
    window = self
    assert self.start_view.isVisible() and self.start_view.focusWidget() is not None
    print(type(self.start_view).__name__)
    leave()

display.have_display = lambda: True
main_window.MainWindow.paintEvent = paint
main.start(["--home", sys.argv[1]])
"""
"""Start as ``main.py`` does; at the first paint name the screen and all that is loaded, and end."""


def painted(home: Path) -> tuple[str, set[str]]:
    """Return the first screen over ``home``, and the modules that are loaded when it is painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "AUDITAPP_NO_BOOTSTRAP": "1"}
    run = subprocess.run(
        [sys.executable, "-c", PAINT, str(home)],
        cwd=PROGRAM, env=environment, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    screen, *modules = run.stdout.split()
    return screen, set(modules)


@pytest.fixture(scope="module", params=["FirstStartView", "UnlockView"])
def loaded(request, tmp_path_factory):
    """Start over an empty folder and over a workspace; return what is loaded at the first paint."""
    home = tmp_path_factory.mktemp("home")
    if request.param == "UnlockView":
        make_workspace(home).close()
    screen, modules = painted(home)
    assert request.param == screen
    return modules


def test_nothing_is_loaded_that_the_first_screen_does_not_need(loaded):
    """Of the core, of the window and of libraries; the lists are what may be there, and all."""
    core = {name for name in loaded if name.partition(".")[0] == "auditapp"}
    folders = {name.split(".")[1] for name in loaded if name.count(".") > 1 and name[:3] == "ui."}
    libraries = {name.partition(".")[0] for name in loaded} - {"auditapp", "ui"}

    assert set() == core - CORE
    assert set() == folders - FOLDERS
    assert set() == libraries - OUTSIDE - sys.stdlib_module_names


def test_nothing_heavy_is_loaded(loaded):
    """By name, so that a library of another kind is not overlooked."""
    heavy = {
        "PIL", "PySide6.QtDBus", "PySide6.QtPrintSupport", "argon2", "asyncio",
        "concurrent.futures", "cryptography", "docx", "hashlib", "importlib.metadata", "keyring",
        "lxml", "numpy", "openpyxl", "orjson", "pikepdf", "platform", "pydantic", "pydantic_core",
        "pypdfium2", "reportlab", "socket", "sqlite3", "subprocess", "tinydb", "yaml", "zxcvbn",
    }  # fmt: skip

    assert set() == heavy & loaded
