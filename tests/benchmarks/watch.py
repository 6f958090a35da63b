# SPDX-License-Identifier: MPL-2.0
"""Wait until a widget has been painted."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Watch(QObject):
    """Wait until a kind of event has been handled by a widget."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__()
        self._kind = kind
        self._has_come = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt's
        """Remember the event, and let it go on."""
        self._has_come = self._has_come or event.type() == self._kind
        return False

    def wait(self) -> None:
        """Handle events until one of the kind was among them."""
        self._has_come = False
        while not self._has_come:
            QApplication.processEvents()
