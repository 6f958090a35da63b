# SPDX-License-Identifier: MPL-2.0
"""Test that idleness and sleep are noticed, whatever somebody does to the computer's clock."""

import time

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit

from ui.locking import idle_watch
from ui.locking.idle_watch import SLEPT, TICK, IdleWatch, running_seconds


class Clock:
    """Tell seconds that only move when the test says so."""

    seconds = 1000.0

    def __call__(self):
        """Return the seconds."""
        return self.seconds


@pytest.fixture
def clock():
    """Return a clock that stands."""
    return Clock()


@pytest.fixture
def watch(qapp, clock):
    """Return a watch that is on."""
    watch = IdleWatch(qapp, 10, clock=clock)
    watch.start()
    yield watch
    watch.stop()


@pytest.fixture
def told(watch):
    """Return what the watch has told so far."""
    told = []
    watch.slept.connect(lambda: told.append("slept"))
    watch.went_idle.connect(lambda: told.append("idle"))
    return told


def test_a_gap_before_an_event_is_a_sleep(qapp, watch, clock, told):
    """It is told before the event is carried out, so nothing is painted first."""
    order = []

    class Painted(QObject):
        def event(self, event):
            order.append(event.type())
            return True

    watch.slept.connect(lambda: order.append("slept"))
    clock.seconds += SLEPT
    qapp.sendEvent(Painted(), QEvent(QEvent.Type.UpdateRequest))

    assert ["slept", QEvent.Type.UpdateRequest] == order
    assert ["slept"] == told


def test_no_gap_is_no_sleep(qapp, watch, clock, told):
    """Many ticks in a row make no gap."""
    for _each in range(20):
        clock.seconds += TICK
        qapp.sendEvent(QObject(), QEvent(QEvent.Type.User))

    assert [] == told


def test_a_tick_alone_notices_a_sleep(qtbot, watch, clock, told):
    """Where nothing else happens."""
    watch._tick.setInterval(0)
    clock.seconds += SLEPT + 1

    qtbot.waitUntil(lambda: "slept" in told)


def test_a_touch_that_ends_a_sleep_does_not_start_a_watch_that_was_stopped(qtbot, watch, clock):
    """The window locks and stops the watch while the touch is still on its way."""
    line = QLineEdit()
    qtbot.addWidget(line)
    watch.slept.connect(watch.stop)
    clock.seconds += SLEPT
    qtbot.keyClick(line, "a")

    assert not watch._timer.isActive()


def test_a_watch_that_is_off_notices_nothing(qapp, watch, clock, told):
    """And starting again counts from then."""
    watch.stop()
    clock.seconds += SLEPT
    qapp.sendEvent(QObject(), QEvent(QEvent.Type.User))
    watch.start()
    qapp.sendEvent(QObject(), QEvent(QEvent.Type.User))

    assert [] == told


@pytest.mark.parametrize("days", [-400, 400])
def test_setting_the_clock_changes_nothing(monkeypatch, days):
    """Neither does the window stay open for ever, nor does it lock at once."""
    set_to = time.time() + days * 86400
    before = running_seconds()
    monkeypatch.setattr(idle_watch.time, "time", lambda: set_to)

    assert 0 <= running_seconds() - before < SLEPT


def test_idleness_is_counted_by_a_timer_of_qt(watch, told, qtbot):
    """Those run by a monotonic clock (QElapsedTimer), which nobody can set."""
    watch._timer.setInterval(0)
    watch._timer.start()

    qtbot.waitUntil(lambda: ["idle"] == told)


@pytest.mark.parametrize(("minutes", "warned_after"), [(10, 540_000), (2, 60_000), (1, 30_000)])
def test_a_warning_comes_in_time(qapp, clock, minutes, warned_after):
    """A minute before, and half of it where the whole wait is a minute."""
    watch = IdleWatch(qapp, minutes, clock=clock)

    assert warned_after == watch._warning.interval()
    assert minutes * 60_000 == watch._timer.interval()


def test_a_key_after_the_warning_puts_it_off(qtbot, watch, told):
    """Whoever is there says so by any key, and the wait begins anew, warning and all."""
    watch.idle_soon.connect(lambda: told.append("soon"))
    watch.came_back.connect(lambda: told.append("back"))
    watch._warning.stop()
    watch._warning.timeout.emit()
    field = QLineEdit()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "a")

    assert ["soon", "back"] == told
    assert watch._warning.isActive()


def test_a_window_that_comes_up_under_the_mouse_is_no_touch(qtbot, qapp, watch, told):
    """Windows tells of a move then, to where the mouse is already."""
    watch.came_back.connect(lambda: told.append("back"))
    field = QLineEdit()
    qtbot.addWidget(field)
    for place in (QPointF(50, 60), QPointF(50, 60), QPointF(50, 61)):
        watch._warning.stop()
        told.append((place.x(), place.y()))
        qapp.sendEvent(field, moved_to(place))

    assert [(50, 60), "back", (50, 60), (50, 61), "back"] == told


def moved_to(place):
    """Return the event of a mouse that has moved, in a window at the corner of the screen."""
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, place, place, no_button, no_button, no_key)
