# SPDX-License-Identifier: MPL-2.0
"""Test the line in which changes wait to be written."""

import threading

import pytest

from ui.save_line import SaveLine


@pytest.fixture
def line(qapp):
    """Return an empty line."""
    line = SaveLine()
    yield line
    line.abandon()
    line.deleteLater()


def test_writes_come_one_after_the_other(line):
    """In the order in which they were put in line, and none in the window's thread."""
    written = []
    for number in range(5):
        line.put(lambda number=number: written.append((number, threading.current_thread())))
    line.flush()

    assert [0, 1, 2, 3, 4] == [number for number, _thread in written]
    assert threading.main_thread() not in {thread for _number, thread in written}
    assert line.is_empty


def test_what_a_write_changed_is_taken_over_in_the_window(line):
    """Nothing is, where it changed nothing."""
    taken = []

    def take_over(change):
        taken.append((change, threading.current_thread()))

    line.put(lambda: "changed", take_over=take_over)
    line.put(lambda: None, take_over=take_over)
    line.flush()

    assert [("changed", threading.main_thread())] == taken


def test_it_tells_when_it_grows_and_when_it_is_empty(line, qtbot):
    """So that the window can say whether all is saved."""
    with qtbot.waitSignal(line.grew), qtbot.waitSignal(line.emptied):
        line.put(lambda: None)


def test_a_write_that_fails_stays_in_front(line, qtbot):
    """What comes after it waits, until it was tried again."""
    written, is_full = [], threading.Event()

    def write():
        if is_full.is_set():
            raise OSError("full")
        written.append("first")

    is_full.set()
    with qtbot.waitSignal(line.failed):
        line.put(write)
        line.put(lambda: written.append("second"))
    with pytest.raises(OSError, match="full"):
        line.flush()
    assert [] == written

    is_full.clear()
    with qtbot.waitSignal(line.emptied):
        line.try_again()
    assert ["first", "second"] == written
