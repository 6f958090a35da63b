# SPDX-License-Identifier: MPL-2.0
"""Test that Python clears up between two events and nowhere else."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from ui.garbage import Garbage


class Ring:
    """Hold itself, so that only clearing up can end it."""

    def __init__(self):
        self.self = self


@pytest.fixture
def parent(qapp):
    """Return what the clearing up lives as long as; Python does it again after the test."""
    parent = QObject()
    Garbage(parent)
    yield parent
    parent.deleteLater()
    QApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    assert gc.isenabled()


def make_many():
    """Make more objects than Python lets gather, and return a way to see one of them."""
    ring = Ring()
    kept = [[] for _each in range(5 * gc.get_threshold()[0])]
    return weakref.ref(ring), kept


def test_nothing_is_cleared_up_in_the_middle(parent):
    """Neither here nor in another thread."""
    seen, kept = make_many()
    thread = threading.Thread(target=make_many)
    thread.start()
    thread.join()

    assert seen() is not None
    assert len(kept)


def test_it_is_cleared_up_when_events_are_looked_at(parent, qtbot):
    """A moment later."""
    seen, _kept = make_many()
    qtbot.waitUntil(lambda: seen() is None, timeout=5000)


def test_little_is_left_alone(parent):
    """As Python would leave it."""
    (garbage,) = parent.findChildren(Garbage)
    gc.collect()
    ring = Ring()
    seen = weakref.ref(ring)
    del ring
    garbage.clear_up()

    assert seen() is not None
