# SPDX-License-Identifier: MPL-2.0
"""Test what commands print, and where it cannot be printed."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress

import pytest

from auditapp import cli
from auditapp.paths import PROGRAM
from auditapp.standards import LOCAL_NAMES


def test_a_terminal_is_not_made_to_act(capsys):
    """Words from a case may hold control characters and marks that reorder a line."""
    cli.say("a\tb\nc\x1b[31m\x9b1m\u202e\ud800é")
    cli.complain("\x07")

    assert ("a\tb\nc\ufffd[31m\ufffd1m\ufffd\ufffdé\n", "\ufffd\n") == capsys.readouterr()


def test_a_reader_who_leaves_early_is_no_error(monkeypatch):
    """``| head`` ends the output, not with a traceback."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as output:  # noqa: PTH123 - a descriptor
        monkeypatch.setattr(sys, "stdout", output)
        assert 0 == cli.main(["checklist", "schema"])


def test_what_the_console_cannot_show_is_spelt_out(tmp_path):
    """A code page without a character is no reason to stop."""
    file = shutil.copy(PROGRAM / "checklists" / LOCAL_NAMES, tmp_path / "nö—t.yaml")
    seen = subprocess.run(
        [sys.executable, "main.py", "checklist", "check", file],
        cwd=PROGRAM,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "") == (seen.returncode, seen.stderr)
    assert "n\\xf6\\u2014t" in seen.stdout


def test_without_a_place_for_output_commands_work(monkeypatch, tmp_path):
    """As where a program without a console starts one."""
    monkeypatch.setattr(sys, "stdout", None)
    assert 0 == cli.main(["--home", str(tmp_path), "checklist", "schema"])


@pytest.mark.skipif(sys.platform != "linux", reason="it has no device that is always full")
def test_output_that_cannot_be_written_is_told(monkeypatch, capsys):
    """As that of the output, and not of a file of the audits."""
    with open("/dev/full", "w", encoding="utf-8", buffering=1) as full:  # noqa: PTH123 - a device
        monkeypatch.setattr(sys, "stdout", full)
        assert 1 == cli.main(["checklist", "list"])
        with suppress(OSError):
            full.close()
    said = capsys.readouterr().err
    assert said.startswith("The output of this command could not be written: No space left")


def test_without_a_place_for_complaints_they_are_no_output(monkeypatch, capsys, tmp_path):
    """Another program reads the output, and takes what stands there for an answer."""
    monkeypatch.setattr(sys, "stderr", None)
    assert 2 == cli.main(["checklist", "check", str(tmp_path / "missing.yaml")])
    assert "" == capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="it has no device that is always full")
def test_a_complaint_that_cannot_be_written_changes_no_exit_code(monkeypatch, tmp_path):
    """A script goes by it."""
    with open("/dev/full", "w", encoding="utf-8", buffering=1) as full:  # noqa: PTH123 - a device
        monkeypatch.setattr(sys, "stderr", full)
        assert 2 == cli.main(["checklist", "check", str(tmp_path / "missing.yaml")])
        with suppress(OSError):
            full.close()
