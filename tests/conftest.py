# SPDX-License-Identifier: MPL-2.0
"""Keep every test away from the person's own files, and from the tests that follow it."""

import gc
import logging
import os
import sys
import threading
import time
from inspect import signature

import pytest
from hypothesis import settings

from auditapp import store_place_facts
from auditapp.exchange import sealed_package
from auditapp.report import worker
from auditapp.store import keyed_folder, vault
from tests.making import WEAK
from tests.warm_workers import CAN_WARM, warm_context

if sys.platform.startswith("linux") and not os.environ.get("AUDITAPP_TEST_ON_SCREEN"):
    # Before Qt is imported: the pictures are the same, and nothing pops up while one works.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A plugin without a window manager says so for each window; pytest-qt would fail the test.
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"

os.environ["AUDITAPP_NO_BOOTSTRAP"] = "1"  # what a test starts runs in this environment

settings.register_profile("suite", deadline=None)  # a busy machine is not a fault
settings.load_profile("suite")

PATIENCE = 5.0
"""How many seconds a thread may take to end after its test."""


def pytest_collection_finish():
    """Let Python's collector of garbage pass over the tests themselves: they stay to the end."""
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_args():
    """Return the arguments of the application under test: the style that ``ui.app`` asks for."""
    return ["pytest", "-style", "fusion"]


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path_factory):
    """Give each test a home folder of its own, empty, and return its path."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for variable, name in {
        "XDG_CACHE_HOME": ".cache",
        "XDG_CONFIG_DIRS": "etc/xdg",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(variable, str(folder / name))
    return folder


@pytest.fixture(autouse=True)
def ordinary_disk(monkeypatch, tmp_path_factory):
    """Keep everything on an ordinary disk, as far as the program can see, wherever that is."""
    table = tmp_path_factory.getbasetemp() / "mountinfo"
    if not table.exists():
        table.write_text("29 1 0:1 / / rw - ext4 /dev/disk rw\n")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)


@pytest.fixture
def true_guesses():
    """Let a guess of a passphrase cost what it costs everybody: for tests of just that."""


@pytest.fixture(autouse=True)
def cheap_guesses(request, monkeypatch):
    """Let a guess cost next to nothing, or a third of all the time would go into guesses."""
    if "true_guesses" not in request.fixturenames:
        monkeypatch.setattr(vault, "DEFAULT_STRENGTH", WEAK)
        monkeypatch.setattr(vault, "strength_here", lambda: WEAK)
        monkeypatch.setattr(keyed_folder, "strength_here", lambda: WEAK)
        monkeypatch.setattr(sealed_package, "DEFAULT_STRENGTH", WEAK)


@pytest.fixture
def true_workers():
    """Let the process that makes a report start from nothing: for tests of just that."""


@pytest.fixture(autouse=True)
def warm_workers(request, monkeypatch):
    """Let the process that makes a report find its libraries loaded, which is most of its time."""
    if CAN_WARM and "true_workers" not in request.fixturenames:
        monkeypatch.setattr(worker, "get_context", warm_context)


@pytest.fixture(autouse=True)
def nothing_left_over(home):
    """Fail the test that leaves a thread, pool work or a window to the tests after it."""
    before = set(threading.enumerate())
    yield
    left = _busy_pool() + _visible_windows() + _living_threads(before)
    _delete_closed_windows()
    assert [] == left


@pytest.fixture(autouse=True)
def garbage_between_events(request):
    """Clear up as the program does where there are widgets, or Qt may lose one that it styles."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QEvent, QObject  # not at the head: most tests need no Qt
    from PySide6.QtWidgets import QApplication

    from ui.garbage import Garbage

    parent = QObject()
    garbage = Garbage(parent)
    yield
    garbage.clear_up()
    parent.deleteLater()
    QApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_warning_logged(request):
    """Fail the test that logs a warning, unless it takes ``caplog`` to look at it."""
    if "caplog" in signature(request.function).parameters:
        yield
        return
    seen = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: seen.append(f"{record.name}: {record.getMessage()}")
    loggers = [logging.getLogger("auditapp"), logging.getLogger("ui")]
    for logger in loggers:
        logger.addHandler(handler)
    yield
    for logger in loggers:
        logger.removeHandler(handler)
    assert [] == seen


def _living_threads(before):
    """Name the threads that are still there after `PATIENCE` seconds."""
    end = time.monotonic() + PATIENCE
    left = []
    for thread in set(threading.enumerate()) - before:
        # A thread that Qt made leaves a dummy behind for ever, alive or not.
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, end - time.monotonic()))
            left += [f"thread {thread.name}"] if thread.is_alive() else []
    return left


def _busy_pool():
    """Say whether Qt's thread pool is still at work after `PATIENCE` seconds."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)):
        return []
    return ["work in the thread pool"]


def _visible_windows():
    """Name the windows on the screen, and close them for the sake of the next test."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return []
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.hide()
    return [f"window {type(window).__name__}" for window in left]


def _delete_closed_windows():
    """Delete what waits to be: no loop of events does it, and each test would style it anew."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        deletion = sys.modules["PySide6.QtCore"].QEvent.Type.DeferredDelete
        widgets.QApplication.sendPostedEvents(None, deletion)
