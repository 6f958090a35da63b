# SPDX-License-Identifier: MPL-2.0
"""Open the dialogs of the system in which a file or a printer is chosen."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from auditapp.i18n import _


class SystemDialogs(QObject):
    """Ask for a file to write or for a printer. Tests hand in one that answers by itself.

    Signals:
        file_chosen: the path of the file.
        printer_chosen: a ``QPagedPaintDevice`` to print on.
    """

    file_chosen = Signal(str)
    printer_chosen = Signal(object)

    def ask_file(self, parent: QWidget, name: str) -> None:
        """Ask where to write a text file, and suggest to call it ``name``."""
        location = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(location))
        dialog = QFileDialog(parent, _("Save the recovery key"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_printer(self, parent: QWidget) -> None:
        """Ask for a printer."""
        # Loading the printers takes a while, and most people never print.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, parent)
        dialog.finished.connect(self._on_print_dialog_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _on_print_dialog_finished(self, result: int) -> None:
        if result:
            self.printer_chosen.emit(self._printer)
