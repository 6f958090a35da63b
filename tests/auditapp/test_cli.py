# SPDX-License-Identifier: MPL-2.0
"""Test the command line as a whole: what it offers, how it ends, and what it never shows."""

import errno
import gc
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

import main
from auditapp import __version__, cli
from auditapp.checklist.faults import Fault
from auditapp.commands import store
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import ChecklistInvalidError, StoreError
from auditapp.paths import PROGRAM, find_paths

HEAVY = "cryptography orjson PySide6 pydantic reportlab tinydb yaml"

SEE = "See that it is there, that you may use it and that the disk has room."


@pytest.fixture
def failing(monkeypatch):
    """Return a function that lets ``store check`` end in an error, and returns the exit code."""

    def run(error):
        def fail(_args, _say):
            raise error

        monkeypatch.setattr(store, "run", fail)
        return cli.main(["store", "check"])

    return run


@pytest.fixture
def window(monkeypatch):
    """Put somebody in the place of the window and the demo who notes what is asked of them."""
    asked = []
    for name in ("ui.app", "ui.demo"):
        part = SimpleNamespace(run=lambda *words, name=name: asked.append((name, words[0])) or 7)
        monkeypatch.setitem(sys.modules, name, part)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_need_nothing_heavy(option):
    """Both are there at once; only the command that runs pays for what it needs."""
    code = (
        "import atexit, sys\n"
        f"heavy = {HEAVY!r}.split()\n"
        "atexit.register(lambda: print(*[name for name in heavy if name in sys.modules]))\n"
        "from auditapp.cli import main\n"
        f"main([{option!r}])\n"
    )
    seen = subprocess.run(
        [sys.executable, "-c", code], cwd=PROGRAM, capture_output=True, text=True, check=False
    )

    assert (0, "") == (seen.returncode, seen.stderr)
    assert {"--version": f"Case File Audit {__version__}", "--help": "usage: main.py"}[
        option
    ] in seen.stdout
    assert "" == seen.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "words", [["nonsense"], ["store"], ["report", "HX-1"], ["--home", "~no-such-person", "demo"]]
)
def test_wrong_use_is_2(words, capsys):
    """What cannot be understood is said on the side of the errors."""
    with pytest.raises(SystemExit) as caught:
        cli.main(words)

    assert 2 == caught.value.code
    assert ("", True) == (capsys.readouterr().out, True)


def test_a_command_runs_and_its_exit_code_is_handed_on(capsys):
    """The output of a command is what it says."""
    assert 0 == cli.main(["timescale", "list"])
    assert "assessment " in capsys.readouterr().out


def test_a_command_runs_with_its_garbage_collected():
    """What turns that off is the start, for what it loads."""
    gc.disable()
    try:
        cli.main(["timescale", "list"])
        assert gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ([], True),
        (["--home", "folder"], True),
        (["--language", "cy", "--home", "folder"], True),
        (["--home=folder"], False),
        (["--home"], False),
        (["--home", ""], False),
        (["--home", "--help"], False),
        (["--help"], False),
        (["--home", "folder", "audit", "list"], False),
        (["nonsense"], False),
    ],
)
def test_what_opens_the_window_loads_no_commands(words, opens):
    """Where that is not sure they are loaded, and say what is wrong."""
    assert opens == cli._opens_window(words)


@pytest.mark.parametrize("words", [["audit", "list"], []])
@pytest.mark.parametrize("named", ["", "~nobody-of-that-name/audits"])
def test_a_home_that_names_no_folder_is_wrong_use(capsys, words, named):
    """As of a script whose variable is empty: audits do not begin wherever it happens to run."""
    with pytest.raises(SystemExit) as caught:
        cli.main(["--home", named, *words])
    assert 2 == caught.value.code
    assert f"there is no home folder '{named}'" in capsys.readouterr().err


def test_home_reaches_the_command(tmp_path, capsys):
    """Given before the command, it picks the workspace."""
    assert 1 == cli.main(["--home", str(tmp_path), "audit", "list"])
    assert capsys.readouterr().err.startswith(f"There are no audits in {tmp_path}. ")


def test_the_window_opens_where_there_is_a_screen(window, monkeypatch, tmp_path):
    """Without a command; with the workspace that was picked."""
    monkeypatch.setattr(cli, "have_display", lambda: True)

    assert 7 == cli.main(["--home", str(tmp_path)])
    assert [("ui.app", find_paths(tmp_path))] == window


def test_the_demo_runs_where_there_is_none(window, monkeypatch, capsys):
    """It says why, and what it does instead."""
    monkeypatch.setattr(cli, "have_display", lambda: False)

    assert 7 == cli.main([])
    assert [("ui.demo", cli.DEMO_FOLDER)] == window
    assert capsys.readouterr().out.startswith("No screen was found")


@pytest.mark.parametrize("folder", ["a-file", "a-file/below"])
def test_a_demo_that_cannot_leave_its_report_says_so(tmp_path, folder):
    """In one sentence with what to do."""
    (tmp_path / "a-file").touch()
    seen = subprocess.run(
        [sys.executable, str(PROGRAM / "main.py"), "demo", folder],
        cwd=tmp_path,
        env={**os.environ, "AUDITAPP_NO_BOOTSTRAP": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (2, 1) == (seen.returncode, seen.stderr.count("\n"))
    assert seen.stderr.startswith(f"The demo cannot leave its report in {folder}: ")
    assert "Name another folder" in seen.stderr


def test_a_demo_for_want_of_a_screen_may_find_no_room(window, monkeypatch, capsys):
    """Then the same is said of the usual folder."""

    def fail(*_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cli, "have_display", lambda: False)
    monkeypatch.setattr(sys.modules["ui.demo"], "run", fail)

    assert 2 == cli.main([])
    said = capsys.readouterr().err
    assert f"in {cli.DEMO_FOLDER}: No space left on device." in said


@pytest.mark.parametrize(("asked", "platform"), [("", "offscreen"), ("1", "xcb")])
@pytest.mark.usefixtures("window")
def test_the_demo_is_unseen_unless_it_is_asked_for(monkeypatch, tmp_path, asked, platform):
    """Whoever tries a package can watch it; anybody else's screen stays theirs."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv(cli.DEMO_ON_SCREEN, asked)

    cli.main(["demo", str(tmp_path)])

    assert platform == os.environ["QT_QPA_PLATFORM"]


def test_a_packaged_program_goes_by_its_own_name(monkeypatch, capsys):
    """Whoever has a package has no main.py to start."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(PROGRAM / "case-file-audit"))
    with pytest.raises(SystemExit):
        cli.main(["--help"])

    assert capsys.readouterr().out.startswith("usage: case-file-audit ")


def test_the_demo_runs_in_the_folder_given(window, tmp_path):
    """The window never comes up, whatever there is to show it on."""
    assert 7 == cli.main(["demo", str(tmp_path)])
    assert [("ui.demo", tmp_path)] == window
    assert "offscreen" == os.environ["QT_QPA_PLATFORM"]


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (StoreError("It is shut.", "Open it."), 1, "It is shut. Open it.\n"),
        (StoreError("It is shut."), 1, "It is shut.\n"),
        (WrongUseError("No such thing.", "Look."), 2, "No such thing. Look.\n"),
        (
            ChecklistInvalidError("Bad.", (Fault("a.yaml", 1, 2, "Odd.", "Write even."),)),
            1,
            "Bad.\na.yaml:1:2: Odd. Write even.\n",
        ),
        (
            PermissionError(13, "Permission denied", "secret.seal"),
            1,
            f"This computer refused a file operation with secret.seal: Permission denied. {SEE}\n",
        ),
        (
            OSError(28, "No space left on device", "folder/0123456789abcdef.tmp"),
            1,
            f"This computer refused a file operation with folder: No space left on device. {SEE}\n",
        ),
        (OSError("secret"), 1, "This computer refused a file operation: OSError.\n"),
        (KeyboardInterrupt(), 1, "Stopped.\n"),
    ],
)
def test_every_error_is_a_sentence(failing, capsys, error, code, said):
    """On the side of the errors, so that it does not mix with the output."""
    assert code == failing(error)
    assert ("", said) == capsys.readouterr()


def test_an_unexpected_error_is_told_without_its_words(failing, capsys):
    """Its text might be words from a case; its kind and place are enough to look for it."""
    assert 1 == failing(ValueError("Jane Doe of 12 High Street"))
    said = capsys.readouterr().err

    assert said.startswith("Something unexpected went wrong (ValueError, test_cli.py:")
    assert "Jane" not in said
    assert "Traceback" not in said


def test_the_start_can_be_interrupted(monkeypatch, capsys):
    """While the program loads, too, nobody is shown the inside of it."""

    def interrupt(_purpose):
        raise KeyboardInterrupt

    monkeypatch.setattr(main.bootstrap, "ensure", interrupt)
    monkeypatch.setattr(main.gc, "disable", lambda: None)
    assert 1 == main.start([])
    assert ("", "Stopped.\n") == capsys.readouterr()


def test_an_invalid_argument_elsewhere_is_told(failing, capsys):
    """It is no reader who left: the output takes what is written."""
    assert 1 == failing(OSError(errno.EINVAL, "Invalid argument"))
    assert "Invalid argument" in capsys.readouterr().err
