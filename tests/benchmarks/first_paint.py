# SPDX-License-Identifier: MPL-2.0
"""Show one window until it has been painted, then end: ``-m tests.benchmarks.first_paint KIND``.

``KIND`` is ``ours FOLDER``, the program as ``main.py --home FOLDER`` starts it, from its first line
on; or ``bare``, the least window that Qt can show. Each runs in a process of its own, measured from
outside. What is painted is the first start over an empty folder and the lock screen over any other,
whole and ready to be typed in.
"""

import os
import sys


def end_after_paint(window):
    """End the process as soon as ``window``, with all that is in it, is painted once."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class End(QObject):
        """Wait for the first painting."""

        def eventFilter(self, _watched, event):  # noqa: N802 - overrides Qt's
            """Leave once the event, and with it the window, is done."""
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, lambda: os._exit(0))
            return False

    end = End(window)
    window.installEventFilter(end)


def run_ours(home):
    """Start as a person does; only that there may be no screen is passed over."""
    import main  # before Qt, as it would be
    from auditapp.bootstrap import display
    from ui import app

    make_window = app.make_window

    def make_watched_window(*arguments):
        window = make_window(*arguments)
        end_after_paint(window)
        return window

    have_display = display.have_display
    display.have_display = lambda: have_display() or True
    app.make_window = make_watched_window
    main.start(["--home", home])


def run_bare():
    """Show an empty window of Qt's."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    end_after_paint(window)
    window.show()
    application.exec()


if __name__ == "__main__":
    if sys.argv[1] == "ours":
        run_ours(sys.argv[2])
    else:
        run_bare()
