# SPDX-License-Identifier: MPL-2.0
"""Show one window until it has been painted, then end: ``-m tests.benchmarks.first_paint KIND``.

``KIND`` is ``ours FOLDER``, the window of the application over an empty home, or ``bare``, the
least window that Qt can show. Each runs in a process of its own, to be measured from outside.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class Watch(QObject):
    """Wait until a kind of event has been handled by a widget."""

    def __init__(self, widget, kind):
        super().__init__()
        self._kind = kind
        self._has_come = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - overrides Qt's
        """Remember the event, and let it go on."""
        self._has_come = self._has_come or event.type() == self._kind
        return False

    def wait(self):
        """Handle events until one of the kind was among them."""
        self._has_come = False
        while not self._has_come:
            QApplication.processEvents()


def show_ours(home):
    """Show the window as a person sees it who starts the application for the first time."""
    from auditapp.paths import find_paths
    from ui.app import make_application, make_window

    application = make_application()
    window = make_window(application, find_paths(home))
    window.show_fitting()
    return application, window


def show_bare():
    """Show an empty window of Qt's."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    return application, window


def main(kind, *folder):
    """Show the window and return once it has been painted."""
    _application, window = show_ours(Path(*folder)) if kind == "ours" else show_bare()
    Watch(window, QEvent.Type.Paint).wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
    os._exit(0)  # what comes after the first paint is not measured
