# SPDX-License-Identifier: MPL-2.0
"""Test how a command comes by the passphrase."""

import getpass
import os
import re
import subprocess
import sys

import pytest

from auditapp.commands.audit_exchange import CODE_VARIABLE
from auditapp.commands.conventions import WrongUseError
from auditapp.commands.unlocking import (
    REPORT_VARIABLE,
    VARIABLE,
    PassphraseUnfitError,
    new_passphrase,
    new_password,
    passphrase,
    typed_line,
    unlocked,
)
from auditapp.paths import PROGRAM
from tests.making import PASSPHRASE


@pytest.fixture
def answers(monkeypatch):
    """Return a list for what the person will type, and a list of what was asked."""
    monkeypatch.delenv(VARIABLE, raising=False)
    typed, asked = [], []

    def ask(prompt):
        asked.append(prompt)
        answer = typed.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(getpass, "getpass", ask)
    return typed, asked


def test_the_passphrase_is_asked_for(answers):
    """Whatever is typed is handed on as it is."""
    typed, asked = answers
    typed.append(" with spaces ")

    assert " with spaces " == passphrase()
    assert ["Passphrase: "] == asked


def test_a_new_passphrase_is_typed_twice(answers):
    """A slip in something that nobody can look up would cost everything."""
    typed, asked = answers
    typed += [PASSPHRASE, PASSPHRASE]

    assert PASSPHRASE == new_passphrase()
    assert ["New passphrase: ", "The same again: "] == asked


@pytest.mark.parametrize(
    ("typed_words", "fault"),
    [
        (["twelve chars", "twelve chars."], "not the same"),
        (["eleven char"], "Too short"),
        (["password 2026"], "first that anybody would try"),
        (["okafor lantern"], "Your own name"),
    ],
)
def test_an_unfit_new_passphrase_is_refused(answers, typed_words, fault):
    """The rules are those of the window; one that will not do is not asked for again."""
    typed, _asked = answers
    typed += typed_words
    with pytest.raises(PassphraseUnfitError, match=fault) as caught:
        new_passphrase("R. Okafor" if "lantern" not in typed_words[0] else "Okafor")

    assert not any(word in str(caught.value) for word in typed_words)


@pytest.mark.parametrize("fault", [EOFError(), getpass.GetPassWarning()])
def test_without_a_terminal_the_file_is_suggested(answers, fault):
    """Nothing is read where it would show."""
    typed, _asked = answers
    typed.append(fault)
    with pytest.raises(WrongUseError, match="no terminal") as caught:
        passphrase()

    assert VARIABLE in caught.value.remedy


def test_without_a_console_nobody_is_asked(answers, monkeypatch):
    """On Windows getpass would take the want of one for letters, and never come to the end."""
    _typed, asked = answers
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(WrongUseError, match="no terminal"):
        passphrase()
    with pytest.raises(WrongUseError, match="no terminal"):
        typed_line("The key: ")

    assert [] == asked


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("audit import {folder}/p.cfaudit", "Code of the package"),
        ("report HX-1 --encrypt -o {folder}/r.pdf", "Password of the report"),
    ],
)
def test_what_is_asked_for_is_named(typed, tmp_path, monkeypatch, line, what):
    """A code is no passphrase; neither is what a variable names a file for."""
    (tmp_path / "p.cfaudit").touch()

    def nobody(_prompt):
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", nobody)
    with pytest.raises(WrongUseError, match=f"at which to ask for “{what}”"):
        typed(line.format(folder=tmp_path))
    for variable in (REPORT_VARIABLE, CODE_VARIABLE):
        monkeypatch.setenv(variable, str(tmp_path / "none"))
    with pytest.raises(WrongUseError, match=f"“{what}” cannot be read from"):
        typed(line.format(folder=tmp_path))


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_file_holds_one_line(passphrase_file, start, end):
    """However an editor ended the line, and whatever mark it began the file with."""
    passphrase_file.write_bytes(f"{start} drei Wörter ".encode() + end.encode())

    assert " drei Wörter " == passphrase()
    assert " drei Wörter " == new_passphrase()


@pytest.mark.parametrize("data", [b"", b"\n", b"one\ntwo\n", b"\xff\xfe\n"])
def test_an_unfit_file_is_refused(passphrase_file, data):
    """It is named, and nothing of what it holds is."""
    passphrase_file.write_bytes(data)
    with pytest.raises(WrongUseError, match=re.escape(str(passphrase_file))) as caught:
        passphrase()

    assert "one" not in str(caught.value).replace("hold one line", "")


def test_a_file_that_is_not_there_is_named(passphrase_file):
    """The terminal does not stand in for it."""
    passphrase_file.unlink()
    with pytest.raises(WrongUseError, match="cannot be read"):
        passphrase()


def test_the_workspace_is_locked_afterwards(workspace_home, passphrase_file):
    """Whatever happens inside the block."""
    with pytest.raises(ZeroDivisionError), unlocked(workspace_home) as workspace:
        workspace.clock = 1 / len(workspace.audits())
    with unlocked(workspace_home) as workspace:
        assert [] == workspace.audits()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals to play with")
def test_what_is_typed_at_a_terminal_does_not_show(tmp_path):
    """A real terminal shows the prompts and the recovery key, and never the passphrase."""
    ours, theirs = os.openpty()
    command = [sys.executable, "main.py", "--home", str(tmp_path / "new"), "store", "create"]
    program = subprocess.Popen(
        [sys.executable, "-c", _IN_TERMINAL, *command],
        cwd=PROGRAM,
        env={name: value for name, value in os.environ.items() if name != VARIABLE},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    for prompt in (b"New passphrase: ", b"The same again: "):
        while not shown.endswith(prompt):
            shown += os.read(ours, 1000)
        os.write(ours, PASSPHRASE.encode() + b"\n")
    while more := _read(ours):
        shown += more
    os.close(ours)

    assert 0 == program.wait()
    assert PASSPHRASE.encode() not in shown
    assert re.search(rb"Recovery key: ([A-Z2-7]{4}-){8}[A-Z2-7]{4}\r\n", shown)


_IN_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Makes the terminal the one that the program belongs to, as a shell does."""


def _read(terminal):
    """Return what the program wrote next, nothing once it has ended."""
    try:
        return os.read(terminal, 1000)
    except OSError:  # how Linux says so
        return b""


@pytest.mark.parametrize(
    ("typed_words", "words"),
    [
        (["eleven char"], "This password will not do. Too short"),
        (["okafor lantern"], "This password will not do. Your own name"),
        (["lantern harbour " * 9], "The password is too long for a PDF."),
        (["twelve chars", "twelve chars."], "The two are not the same."),
    ],
)
def test_a_password_is_called_one_throughout(answers, typed_words, words):
    """The prompt, the refusal and the option have one word for it."""
    typed, asked = answers
    typed += typed_words
    with pytest.raises(PassphraseUnfitError, match=re.escape(words)):
        new_password("Okafor")
    assert "Password of the report: " == asked[0]
