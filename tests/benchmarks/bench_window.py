# SPDX-License-Identifier: MPL-2.0
"""Measure the window: until it is first painted, and from one question to the next.

A checklist of 500 questions has 25 sections of the 20 questions of the short one, and in both
audits every question is answered, so that nothing but the length differs.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import cycle
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from auditapp.paths import AppPaths
from auditapp.store.vault import Vault
from auditapp.workspace import Workspace
from tests.benchmarks.bench_store import put_small_audits
from tests.benchmarks.figure import Figure, median_ratio
from tests.benchmarks.long_audit import answer_everything, write_library
from tests.benchmarks.watch import Watch
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit
from ui.app import make_application
from ui.audits.audits_view import AuditsView
from ui.jobs import Jobs
from ui.main_window import USUAL_SIZE, MainWindow
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.steps import Step, StepKind

try:
    import resource
except ImportError:
    resource = None

LISTED = 10_000
LAP = 10
"""Questions gone on to in one round, so that one that is slower than the rest weighs little."""


def figures() -> Iterator[Figure]:
    """Yield the figures of the window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _first_paints(folder)
        os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # or else the platform waits 5 ms each time
        application = QApplication.instance() or make_application()
        theme = Theme()
        theme.apply(application)
        few = _Walker(application, theme, folder / "few", sections=1)
        many = _Walker(application, theme, folder / "many", sections=25)
        ratio = median_ratio(many.lap, few.lap, rounds=21)
        yield Figure("next question, at 500 questions against 20", ratio, 1.2)
        few.close()
        many.close()
        short, long = (_Lister(theme, folder / f"list-{n}", n) for n in (10, LISTED))
        words = f"showing the list of {LISTED:,} audits, against one of ten"
        yield Figure(words, median_ratio(long.show, short.show, rounds=11), 2.0)
        short.close()
        long.close()


def _first_paints(folder: Path) -> Iterator[Figure]:
    """Yield the time to the first screen that can be used, over no audits yet and over some.

    From the start of Python to the first painting, by the processor: what else the machine does is
    left out. The set-up is passed over, as a package does.
    """
    # All find their byte code where the first run of each, which is not measured, left it.
    environment = os.environ | {
        "AUDITAPP_NO_BOOTSTRAP": "1",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def show(*words: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.first_paint", *words]
        subprocess.run(command, env=environment, check=True)

    make_workspace(folder / "some").close()
    for home, what in (("none", "first start"), ("some", "lock screen")):
        words = str(folder / home)
        ratio = median_ratio(
            partial(show, "ours", words), partial(show, "bare"), 31, _seconds_of_children
        )
        yield Figure(f"first painted window, {what}, against a bare one of Qt's", ratio, 1.5)


def _seconds_of_children() -> float:
    if resource is None:  # Windows, where they are not counted
        return perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # finer than ``os.times``
    return used.ru_utime + used.ru_stime


class _Walker:
    """Hold a window with an open audit, and go through its questions."""

    def __init__(
        self, application: QApplication, theme: Theme, folder: Path, sections: int
    ) -> None:
        paths = AppPaths(home=folder / "home", checklists=folder / "checklists")
        write_library(paths.checklists, sections)
        preferences, jobs = Preferences(paths.settings), Jobs()
        self._window = MainWindow(application, theme, paths, preferences, jobs, Outside())
        self._window.show_fitting()
        workspace, _recovery_key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
        audit_id = start_audit(workspace, "long")
        answer_everything(workspace, audit_id)
        self._window.start_view.created.emit(workspace)
        self._window.home_view.audit_chosen.emit(audit_id)
        self._view = self._window.audit_view
        self._sections = cycle(range(sections))
        # The request to paint all that has changed; it is handled last, after the layouts.
        self._painting = Watch(self._window, QEvent.Type.UpdateRequest)

    def lap(self) -> None:
        """Start at the first question of a section and press "Next" some times."""
        section = next(self._sections)
        self._view.show_step(Step(StepKind.QUESTION, f"long/Q{section}-0"))
        self._view.footer.next.update()  # the question may be on show already
        self._painting.wait()
        for _number in range(LAP):
            self._view.footer.next.click()
            self._painting.wait()

    def close(self) -> None:
        """Close the window."""
        self._window.close()


class _Lister:
    """Hold a workspace with so many audits, and show the list of them in a window of its own."""

    def __init__(self, theme: Theme, home: Path, audits: int) -> None:
        self._theme = theme
        workspace = make_workspace(home)
        workspace.close()
        with closing(Vault.unlock(workspace.paths.store, PASSPHRASE, WEAK)) as vault:
            put_small_audits(vault, audits)
        self._workspace = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK)
        self._preferences = Preferences(workspace.paths.settings)

    def show(self) -> None:
        """Make the view, show it and wait until it is painted."""
        view = AuditsView(self._theme, self._workspace, self._preferences)
        view.resize(USUAL_SIZE)
        painting = Watch(view, QEvent.Type.UpdateRequest)
        view.show()
        painting.wait()
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Lock the workspace."""
        self._workspace.close()
