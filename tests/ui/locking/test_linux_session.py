# SPDX-License-Identifier: MPL-2.0
"""Test what is heard on the buses of a Linux desktop: on fake ones, and on a real one if there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtDBus")

from ui.locking.linux_session import LinuxSession

PROJECT = Path(__file__).parents[3]

ON_A_BUS = """
import os
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtDBus import (
    QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject,
)
from ui.locking.linux_session import LinuxSession

application = QCoreApplication([])
session = LinuxSession(system=QDBusConnection.sessionBus)
session.going_to_sleep.connect(lambda: print("sleep", flush=True))
told = []
session.screen_locked.connect(lambda: told.append(print("locked", flush=True)))
other = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "other")

class Logind(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, bus):
        print(message.member(), *message.arguments(), flush=True)
        held = QDBusUnixFileDescriptor(os.open(os.devnull, os.O_RDONLY))
        reply = message.createReply()
        reply.setArguments([held])
        return bus.send(reply)

logind = Logind()
assert other.registerVirtualObject("/org/freedesktop/login1", logind)
assert other.registerService("org.freedesktop.login1")
session.start()
deadline = QDeadlineTimer(20000)
while session._delay is None and not deadline.hasExpired():
    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
print("held", session._delay.isValid(), flush=True)

def tell(path, interface, name, *args):
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(args))
    assert other.send(message)

manager = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
tell(*manager, "PrepareForSleep", True)
tell(*manager, "PrepareForSleep", False)
tell("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock")
tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True)
deadline = QDeadlineTimer(20000)
while len(told) < 2 and not deadline.hasExpired():
    application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 100)
"""


class FakeBus:
    """Remember what is listened to, and carry signals to whoever listens."""

    def __init__(self, *, is_there=True):
        self.is_there = is_there
        self.listeners = []

    def isConnected(self):  # noqa: N802 - Qt's name
        """Tell whether there is a bus."""
        return self.is_there

    def connect(self, *wanted):
        """Take a listener."""
        self.listeners.append(wanted)
        return True

    def disconnect(self, *wanted):
        """Let a listener go."""
        self.listeners.remove(wanted)
        return True

    def send(self, interface, name, *args):
        """Carry a signal."""
        for _service, _path, wanted, called, receiver, slot in list(self.listeners):
            if (wanted, called) == (interface, name):
                getattr(receiver, slot.lstrip("1").partition("(")[0])(*args)


class Listening(LinuxSession):
    """Count how often sleep is asked to wait."""

    asked = 0

    def _ask_for_delay(self):
        self.asked += 1


@pytest.fixture
def buses():
    """Return the two buses of a computer."""
    return FakeBus(), FakeBus()


@pytest.fixture
def session(qapp, buses):
    """Return a session that listens on both."""
    session = Listening(system=lambda: buses[0], session=lambda: buses[1])
    session.start()
    return session


@pytest.fixture
def told(session):
    """Return what the session has told so far."""
    told = []
    session.going_to_sleep.connect(lambda: told.append("sleep"))
    session.screen_locked.connect(lambda: told.append("locked"))
    return told


LOGIND = "org.freedesktop.login1"


def test_sleep_is_told_once_and_waited_for_again(session, buses, told):
    """The signal comes before sleep, and once more after it."""
    buses[0].send(f"{LOGIND}.Manager", "PrepareForSleep", True)
    buses[0].send(f"{LOGIND}.Manager", "PrepareForSleep", False)

    assert ["sleep"] == told
    assert 2 == session.asked


def test_what_holds_sleep_back_is_let_go_after_everybody_has_locked(session, buses, told):
    """Not before: the slots of the signal run while it is still held."""
    session._delay = "held"
    seen = []
    session.going_to_sleep.connect(lambda: seen.append(session._delay))
    buses[0].send(f"{LOGIND}.Manager", "PrepareForSleep", True)

    assert ["held"] == seen
    assert session._delay is None


def test_the_lock_of_the_session_and_of_each_desktop_is_told(session, buses, told):
    """A lock screen that goes away is no news."""
    buses[0].send(f"{LOGIND}.Session", "Lock")
    for name in ("freedesktop", "gnome", "cinnamon", "mate"):
        buses[1].send(f"org.{name}.ScreenSaver", "ActiveChanged", True)
        buses[1].send(f"org.{name}.ScreenSaver", "ActiveChanged", False)

    assert 5 == told.count("locked") == len(told)


def test_a_session_that_is_stopped_hears_nothing(session, buses, told):
    """Nobody is left listening."""
    session.stop()

    assert [[], []] == [each.listeners for each in buses]


def test_a_computer_without_buses_does_no_harm(qapp):
    """A bare terminal, a container."""
    absent = FakeBus(is_there=False)
    session = LinuxSession(system=lambda: absent, session=lambda: absent)
    session.start()
    session.stop()

    assert [] == absent.listeners


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="wants a message bus")
def test_a_real_bus_carries_the_signals():
    """The names of slots and the types of arguments are as Qt wants them."""
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_A_BUS],
        cwd=PROJECT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip

    assert "Traceback" not in done.stderr
    asked = "Inhibit sleep Case File Audit Saves what is typed, and locks delay"
    lines = done.stdout.splitlines()
    assert asked == lines[0]
    assert ["held True", "sleep", "locked", "locked"] == [x for x in lines if x != asked]
