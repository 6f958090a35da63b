# SPDX-License-Identifier: MPL-2.0
"""Warn of a PySide6 that would end the program in the middle of an audit.

PySide6 6.12.0 drops one reference to ``True`` with every signal that is emitted, and Python 3.11
aborts when the last one of about 570 is gone. See ``docs/decisions/0002-pin-pyside6.md``.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    """Something that can ring.

    Signals:
        rung: it rang.
    """

    rung = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True cannot die since Python 3.12")
def test_emitting_a_signal_keeps_the_references_to_true():
    """Two hundred signals leave the reference count of True where it was, give or take 50."""
    bell = Bell()
    bell.rung.connect(bell.objectName)
    before = sys.getrefcount(True)

    for _ in range(200):
        bell.rung.emit()

    assert abs(sys.getrefcount(True) - before) <= 50
