# SPDX-License-Identifier: MPL-2.0
"""Test the command line on consoles that lack letters or readers, and on none at all."""

import ast
import errno
import io
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest

from auditapp import cli
from auditapp.commands.terminal import OutputLostError
from auditapp.paths import PROGRAM
from auditapp.standards import LOCAL_NAMES


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


def test_help_that_the_code_page_lacks_letters_for_is_shown(monkeypatch):
    """That of Windows has no Welsh ŵ, and help is printed before any command runs."""
    with io.TextIOWrapper(io.BytesIO(), "cp1252") as output:
        monkeypatch.setattr(sys, "stdout", output)
        monkeypatch.setattr(cli, "_", lambda text: f"ŵ {text}")
        with pytest.raises(SystemExit) as ended:
            cli.main(["--help"])
        output.seek(0)

        assert 0 == ended.value.code
        assert "\\u0175 " in output.read()


def test_a_program_without_a_console_does_what_it_is_told(monkeypatch):
    """On Windows the one for the window has neither output nor errors to write to."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert 0 == cli.main(["timescale", "list"])
    assert 2 == cli.main(["checklist", "check", "none.yaml"])


class Unread(io.StringIO):
    """An output of Windows whose reader has gone."""

    def flush(self):
        """Refuse, as the system does there."""
        raise OSError(errno.EINVAL, "Invalid argument")

    def fileno(self):
        """Stand for a file that nothing else writes to."""
        return self.null

    null = 0


def test_a_reader_who_leaves_early_on_windows_is_no_error(monkeypatch):
    """There it is an "invalid argument"; so is much else, and that is told."""
    with open(os.devnull, "w") as null:  # noqa: PTH123 - nothing is written
        output = Unread()
        output.null = null.fileno()
        monkeypatch.setattr(sys, "stdout", output)
        assert 0 == cli.main(["timescale", "list"])


@pytest.mark.parametrize("error", [BrokenPipeError(), OutputLostError("Full.", "Look.")])
def test_a_demo_whose_output_ends_does_not_blame_its_folder(monkeypatch, capfd, tmp_path, error):
    """Its report is where it belongs."""

    def end(_folder, _say):
        raise error

    monkeypatch.setitem(sys.modules, "ui.demo", SimpleNamespace(run=end))
    for name in ("QT_QPA_PLATFORM", "QT_LOGGING_RULES"):  # the demo sets both
        monkeypatch.setenv(name, os.environ.get(name, ""))
    with open(os.devnull, "w") as null:  # noqa: PTH123 - nothing is written
        monkeypatch.setattr(sys, "stdout", null)
        code = cli.main(["demo", str(tmp_path)])
    said = capfd.readouterr().err
    assert (code, said) in [(0, ""), (1, "Full. Look.\n")]
    assert bool(said) == isinstance(error, OutputLostError)


def test_json_needs_no_letters_that_a_code_page_may_lack():
    """It is UTF-8 (RFC 8259), and Windows writes what is redirected in a code page of its own."""
    printed = [*(PROGRAM / "auditapp" / "commands").glob("*.py")]
    printed.append(PROGRAM / "auditapp" / "checklist" / "xlsform" / "report.py")
    spelling = {
        path.name
        for path in printed
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "ensure_ascii"
    }
    assert set() == spelling


def test_a_schema_is_ascii(capsys):
    """It is printed as it lies beside the checklists."""
    for command in ("checklist", "layout"):
        cli.main([command, "schema"])
    assert capsys.readouterr().out.isascii()
