# SPDX-License-Identifier: MPL-2.0
"""Open one window, wait, and print what it takes: ``-m tests.benchmarks.open_memory KIND``.

``KIND`` is ``ours FOLDER``, the window of the application over the workspace in a folder, unlocked;
``ours FOLDER ID``, the same with an audit open; or ``bare MODULE …``, the least window that Qt can
show, with these modules loaded beside it. Each runs in a process of its own and prints two numbers,
in KiB: what is resident (RSS), and what of that no other process shares (USS).

Each imports what it shows where it shows it, in the order of the program: `ui` has PySide leave out
what it would load for developers.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow

    from auditapp.workspace import Workspace

WAIT_MS = 4000
"""Milliseconds in which what is loaded after the first paint is there too."""


def show_bare(*modules: str) -> tuple[QApplication, QMainWindow, None]:
    """Show an empty window of Qt's, with modules in memory that it does not need."""
    for module in modules:
        importlib.import_module(module)
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    return application, window, None


def show_ours(folder: str, audit_id: str = "") -> tuple[QApplication, QMainWindow, Workspace]:
    """Show the window as it is after the passphrase was typed, with an audit open if one is named.

    Of the benchmarks nothing else is loaded: it would be counted.
    """
    from auditapp.paths import AppPaths
    from auditapp.workspace import Workspace
    from tests.making import PASSPHRASE, WEAK
    from ui.app import make_application, make_window

    application = make_application()
    paths = AppPaths(home=Path(folder, "home"), checklists=Path(folder, "checklists"))
    window = make_window(application, paths)
    window.show_fitting()
    workspace = Workspace.unlock(paths, PASSPHRASE, strength=WEAK)
    window.start_view.unlocked.emit(workspace)
    if audit_id:
        window.home_view.audit_chosen.emit(audit_id)
    return application, window, workspace


def resident() -> tuple[int, int]:
    """Return what of this process is in memory, and what of that is nobody else's, in KiB."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    found = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return found["Rss"], found["Private_Clean"] + found["Private_Dirty"]


def main(kind: str, *words: str) -> None:
    """Show the window, wait and print."""
    show = show_bare if kind == "bare" else show_ours
    application, _window, workspace = show(*words)
    from PySide6.QtCore import QTimer

    QTimer.singleShot(WAIT_MS, application.exit)
    application.exec()
    print(*resident(), flush=True)
    if workspace is not None:
        workspace.close()  # or the next start would look for what a crash left


if __name__ == "__main__":
    main(*sys.argv[1:])
    os._exit(0)  # closing is not measured
