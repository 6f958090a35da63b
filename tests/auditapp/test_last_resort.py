# SPDX-License-Identifier: MPL-2.0
"""Tests of what is told of errors that end nowhere: where they were, never what they say."""

import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from auditapp import fault_report, last_resort
from auditapp.last_resort import take_hooks, tell_place

WORD = "Zoq4711"


@pytest.fixture
def hooks():
    """Take the hooks for one test."""
    before = sys.unraisablehook, threading.excepthook
    take_hooks()
    yield
    sys.unraisablehook, threading.excepthook = before


class Failing:
    """Fails when it is put away, and is called after a case."""

    def __repr__(self):
        """Say what a default message would quote."""
        return WORD

    def __del__(self):
        """Fail with words of a case, after another error with them."""
        raise ValueError(WORD) from KeyError(WORD)


def test_what_fails_while_it_is_put_away_is_told_by_its_place(hooks, capsys):
    """And by the kind of each error in line; not by its text, nor by what it came from."""
    Failing()
    told = capsys.readouterr().err
    assert WORD not in told
    assert "ValueError\n  auditapp/test_last_resort.py:" in told
    assert "KeyError" in told


def test_what_ends_a_thread_is_told_by_its_place(hooks, capsys):
    """But not a thread that ends on purpose."""

    def fail():
        raise KeyError(WORD)

    for work in (fail, sys.exit):
        thread = threading.Thread(target=work, name=WORD)
        thread.start()
        thread.join()
    told = capsys.readouterr().err
    assert 1 == told.count("Case File Audit")
    assert (True, False) == ("KeyError" in told, WORD in told)


def test_an_error_without_a_value_has_a_kind(hooks, capsys):
    """Python may have no room left to make one."""
    given = SimpleNamespace(exc_type=MemoryError, exc_value=None, object=WORD, err_msg=WORD)
    sys.unraisablehook(given)
    threading.excepthook(given)
    told = capsys.readouterr().err
    assert (2, False) == (told.count("MemoryError"), WORD in told)


def test_without_a_terminal_nothing_is_told(monkeypatch):
    """A packaged program on Windows has none."""
    monkeypatch.setattr(sys, "stderr", None)
    tell_place(KeyError(WORD))


def test_where_the_report_fails_the_kind_is_left(monkeypatch, capsys):
    """While Python is taken down, modules are gone."""

    def fail(_error):
        raise ImportError(WORD)

    monkeypatch.setattr(fault_report, "fault_report", fail)
    tell_place(KeyError(WORD))
    assert "KeyError\n" == capsys.readouterr().err


def test_the_program_takes_the_hooks(tmp_path):
    """Before any command, and before the window."""
    code = (
        "import main, sys, threading\n"
        "try: main.start(['--version'])\n"
        "except SystemExit: pass\n"
        "from auditapp import last_resort as taken\n"
        "assert sys.unraisablehook is taken._on_unraisable\n"
        "assert threading.excepthook is taken._on_thread_failed\n"
    )
    root = last_resort.__file__.rpartition("auditapp")[0]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert (b"", 0) == (done.stderr, done.returncode)
