# SPDX-License-Identifier: MPL-2.0
"""Tell screen readers where the focus really is.

Classes of Qt with many enumerations are asked of their module where they are used: PySide makes a
class when it is first asked for, and the first paint need not wait for these.
"""

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget


class ToldFocus(QObject):
    """Tell of the focus once more when a page that got it handed it on.

    Qt tells screen readers of a widget only after that widget has dealt with getting the focus. So
    what it handed the focus on to is told first, and the page itself last: an empty panel, to hear.
    """

    # Of the class: the application may tell this while Python takes the object apart.
    _changes = 0

    def __init__(self, application: QApplication, parent: QObject) -> None:
        """Watch the focus of ``application`` for as long as ``parent`` is there."""
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._changes += 1
            self._soon.start()

    @Slot()
    def _on_soon(self) -> None:
        has_moved_on, self._changes = self._changes > 1, 0
        focus = QApplication.focusWidget()
        if has_moved_on and focus is not None:
            event = QtGui.QAccessibleEvent(focus, QtGui.QAccessible.Event.Focus)
            QtGui.QAccessible.updateAccessibility(event)
