# SPDX-License-Identifier: MPL-2.0
"""Bring an exception that nobody caught to the window, instead of losing it in a slot."""

from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from auditapp.last_resort import tell_place
from ui.main_window import MainWindow


class Unexpected(QObject):
    """Stand in for ``sys.excepthook`` while a window is open.

    One dialog at a time: what fails while the window is painted would fail again below the dialog,
    and again, until nobody could close them all.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QDialog | None = None

    def __call__(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Show ``error``, unless one is on show already; a Ctrl+C at the terminal closes.

        Where it cannot be shown, as when the window is gone, only its place is told: Python would
        write the text of both errors to the terminal.
        """
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        try:
            if self._dialog is None or not isValid(self._dialog):
                self._dialog = self._window.show_error(error)
        except Exception as failed:  # noqa: BLE001 - whatever it is, there is nobody else to tell
            tell_place(error)
            tell_place(failed)
