# SPDX-License-Identifier: MPL-2.0
"""Fail with words of a case where nobody can be told of it in the window."""

import sys
import threading

from PySide6.QtWidgets import QWidget

from auditapp.last_resort import take_hooks
from ui.unexpected import Unexpected


def raise_with(words):
    """Fail with words of a case in the text of the error and in the variables of the call."""
    note_in_scope = words
    raise KeyError(note_in_scope)


class FailingLate:
    """Fails with words of a case when it is put away, where nobody can catch it."""

    def __init__(self, words):
        self.words = words

    def __del__(self):
        """Fail."""
        raise_with(self.words)


def fail_unheard(word):
    """Fail where no dialog can say so: while something is put away, in a thread, without a window.

    The runner of tests has hooks of its own, which would fail the test.
    """
    before = sys.unraisablehook, threading.excepthook
    take_hooks()
    FailingLate(word("error while put away"))
    thread = threading.Thread(target=raise_with, args=[word("error in a thread")])
    thread.start()
    thread.join()
    sys.unraisablehook, threading.excepthook = before
    error = KeyError(word("error without a window"))
    Unexpected(QWidget())(type(error), error, None)
