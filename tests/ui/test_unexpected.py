# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of an error that nobody caught, where the window cannot show it either."""

import pytest
from shiboken6 import delete

from tests.ui.window_fixtures import audit_id, paths, unlock, window
from ui.error_dialog import ErrorDialog
from ui.unexpected import Unexpected

__all__ = ["audit_id", "paths", "unlock", "window"]

WORD = "Zoq4711"


def tell(hook):
    """Give a hook an error with words of a case."""
    error = KeyError(WORD)
    hook(KeyError, error, error.__traceback__)


def test_one_error_is_shown_at_a_time(window, capsys):
    """Nothing of it goes to the terminal."""
    hook = Unexpected(window)
    for _time in range(2):
        tell(hook)
    (dialog,) = window.findChildren(ErrorDialog)
    dialog.accept()
    assert "" == capsys.readouterr().err


def test_an_error_that_cannot_be_shown_is_told_by_its_place(window, capsys, monkeypatch):
    """With the one that kept it from being shown, and the words of neither."""

    def fail(_error):
        raise ValueError(WORD)

    monkeypatch.setattr(window, "show_error", fail)
    tell(Unexpected(window))
    told = capsys.readouterr().err
    assert WORD not in told
    assert ("KeyError" in told, "ValueError\n  ui/unexpected.py:" in told) == (True, True)


def test_without_a_window_it_is_told_by_its_place(qapp, capsys, qtbot):
    """What fails while the program closes."""
    from PySide6.QtWidgets import QWidget

    gone = QWidget()
    hook = Unexpected(gone)
    delete(gone)
    tell(hook)
    told = capsys.readouterr().err
    assert ("KeyError" in told, WORD in told) == (True, False)


@pytest.mark.parametrize("kind", [KeyboardInterrupt])
def test_ctrl_c_at_the_terminal_closes(window, kind, capsys, monkeypatch):
    """It is no fault."""
    closed = []
    monkeypatch.setattr("ui.unexpected.QCoreApplication.quit", lambda: closed.append(True))
    Unexpected(window)(kind, kind(), None)
    assert ([True], "") == (closed, capsys.readouterr().err)
