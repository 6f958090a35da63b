# SPDX-License-Identifier: MPL-2.0
"""Clear the screen of everything that lies over the window, and memory of pictures."""

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolTip


def close_all_above() -> None:
    """Close every dialog, popup, menu and tooltip, the computer's own dialogs too.

    A dialog is closed as by Esc. What is typed in it must be settled before.
    """
    QToolTip.hideText()
    for each in QApplication.topLevelWidgets():
        if not each.isVisible() or isinstance(each, QMainWindow):
            continue
        if isinstance(each, QDialog):
            each.reject()
        else:
            each.close()


def forget_pictures() -> None:
    """Drop what Qt keeps painted for later: it could show words of a case."""
    QPixmapCache.clear()
