# SPDX-License-Identifier: MPL-2.0
"""Open the window and run it until it is closed.

Only Qt and the start screen are imported before the first paint; the rest is fetched while the
person types the passphrase.
"""

import sys
from typing import Final

from PySide6.QtWidgets import QApplication

from auditapp.i18n import ENGLISH, language
from auditapp.paths import APP_NAME, AppPaths
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.unexpected import Unexpected

DESKTOP_ENTRY: Final = "case-file-audit"
"""The name of the menu entry in packages for Linux: a desktop finds icon and group by it."""


def make_application() -> QApplication:
    """Make the application object, with nothing of ours in it yet."""
    # The style as an argument: ``setStyle`` returns it, and a first look at one takes 10 ms.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName(APP_NAME)
    application.setDesktopFileName(DESKTOP_ENTRY)
    if language() != ENGLISH:
        from ui.qt_words import QtWords  # noqa: PLC0415 - in English Qt has its words

        application.installTranslator(QtWords(application))
    Garbage(application)
    return application


def make_window(
    application: QApplication, paths: AppPaths, outside: Outside | None = None
) -> MainWindow:
    """Put the window together for the workspace of ``paths``."""
    preferences = Preferences(paths.settings, paths.organisation)
    theme = Theme()
    theme.prepare(application)
    window = MainWindow(application, theme, paths, preferences, Jobs(), outside or Outside())
    theme.apply(application)
    return window


def run(paths: AppPaths) -> int:
    """Show the window; return the exit code when it is closed."""
    application = make_application()
    window = make_window(application, paths)
    window.show_fitting()
    sys.excepthook = Unexpected(window)
    return application.exec()
