# SPDX-License-Identifier: MPL-2.0
"""The start on Windows, where no process takes the place of another, and some have no console."""

import ctypes
import signal
import sys
from types import SimpleNamespace

import pytest

from auditapp import bootstrap
from auditapp.bootstrap import messages


@pytest.fixture
def boxes(monkeypatch):
    """Play a Windows; return what its message boxes say."""
    shown = []
    library = SimpleNamespace(MessageBoxW=lambda *words: shown.append(words[1]))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=library), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return shown


def test_without_a_console_a_box_says_what_is_wrong(boxes, monkeypatch):
    """What is told on the way goes nowhere, and does no harm: so it is under pythonw.exe."""
    monkeypatch.setattr(sys, "stderr", None)
    messages.say("making a Python environment")
    with pytest.raises(SystemExit) as ended:
        messages.leave("The packages could not be installed.")

    assert ["The packages could not be installed."] == boxes
    assert "The packages could not be installed." == ended.value.code


def test_with_a_console_it_is_said_there(boxes, capsys):
    """No box keeps a script waiting."""
    messages.say("stopped")
    with pytest.raises(SystemExit):
        messages.leave("It cannot be done.")

    assert [] == boxes
    assert "[setup] stopped\n" == capsys.readouterr().err


def test_a_start_without_a_console_goes_on_without_one(monkeypatch, tmp_path):
    """python.exe would open one for as long as the window is there."""
    python = tmp_path / "python.exe"
    monkeypatch.setattr(sys, "stderr", None)
    assert python == bootstrap._same_kind(python)
    (tmp_path / "pythonw.exe").touch()
    assert tmp_path / "pythonw.exe" == bootstrap._same_kind(python)
    monkeypatch.undo()

    assert python == bootstrap._same_kind(python)


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal to a process")
def test_the_program_alone_deals_with_ctrl_c(monkeypatch):
    """It may be in the middle of something, and says itself that it was stopped."""
    before = signal.getsignal(signal.SIGINT)
    code = "import os, signal; os.kill(os.getppid(), signal.SIGINT); print('done'); exit(7)"
    try:
        assert 7 == bootstrap._wait_for([sys.executable, "-c", code])
    finally:
        signal.signal(signal.SIGINT, before)
