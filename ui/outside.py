# SPDX-License-Identifier: MPL-2.0
"""The dialogs and programs of the computer that files and pages are handed to.

One small object, handed in, so that a test or the demo can stand in for the whole outside world.

PySide makes a class of Qt when it is first asked for, and these have many enumerations. So they are
asked of their module where they are used, long after the first paint.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Outside:
    """Ask for a file or a printer by the computer's own dialogs, and open files.

    These dialogs keep the rest waiting, as the system's do. The window may lock itself meanwhile:
    whoever asked looks whether it is still there before it goes on.
    """

    def ask_save_path(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Ask where to save a file, with ``name`` as the suggestion; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        folder = QtCore.QStandardPaths.writableLocation(documents)
        suffix = Path(name).suffix
        kind = _("{kind} files (*{suffix})").format(kind=suffix[1:].upper(), suffix=suffix)
        dialog = QtWidgets.QFileDialog(parent, title, folder, kind)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QtWidgets.QFileDialog(
            parent, title, QtCore.QStandardPaths.writableLocation(documents)
        )
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
        dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def ask_checklist_path(self, parent: QWidget) -> Path | None:
        """Ask which checklist file to load; None when cancelled."""
        downloads = QtCore.QStandardPaths.StandardLocation.DownloadLocation
        kinds = _("Checklists and spreadsheets (*.yaml *.yml *.xlsx)")
        return _ask_path(parent, _("Choose a checklist"), downloads, kinds)

    def ask_layout_path(self, parent: QWidget) -> Path | None:
        """Ask which layout of reports to look at; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        kinds = _("Layouts (*.yaml *.yml)")
        return _ask_path(parent, _("Choose a layout"), documents, kinds)

    def ask_case_list_path(self, parent: QWidget) -> Path | None:
        """Ask which list of cases to read; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        kinds = _("Lists of cases (*.csv *.txt *.xlsx)")
        return _ask_path(parent, _("Choose a list of cases"), documents, kinds)

    def ask_backup_path(self, parent: QWidget) -> Path | None:
        """Ask which backup to open; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        return _ask_path(parent, _("Choose a backup"), documents, _("Backups (*.zip)"))

    def ask_package_path(self, parent: QWidget) -> Path | None:
        """Ask which package of audits to open; None when cancelled."""
        downloads = QtCore.QStandardPaths.StandardLocation.DownloadLocation
        kinds = _("Packages of audits (*.cfaudit)")
        return _ask_path(parent, _("Choose a package"), downloads, kinds)

    def ask_certificate_path(self, parent: QWidget) -> Path | None:
        """Ask which certificate to seal with; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        kinds = _("Certificates (*.p12 *.pfx)")
        return _ask_path(parent, _("Choose a certificate"), documents, kinds)

    def ask_report_path(self, parent: QWidget) -> Path | None:
        """Ask which report to check; None when cancelled."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        kinds = _("Reports (*.pdf *.html *.docx *.xlsx *.csv)")
        return _ask_path(parent, _("Choose a report"), documents, kinds)

    def ask_printer(self, parent: QWidget, page_count: int = 1) -> "QPrinter | None":
        """Ask for a printer and which of the pages to print; None when cancelled."""
        # Looking for printers takes a while, and most people never print.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, page_count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, page_count > 1)
        is_chosen = bool(dialog.exec())
        dialog.deleteLater()
        return printer if is_chosen else None

    def open_file(self, path: Path) -> bool:
        """Open a file in the program that the computer uses for its kind; tell whether it did."""
        return path.is_file() and QtGui.QDesktopServices.openUrl(
            QtCore.QUrl.fromLocalFile(str(path))
        )


def _ask_path(
    parent: QWidget, title: str, place: "QtCore.QStandardPaths.StandardLocation", kinds: str
) -> Path | None:
    """Ask for a file that is there, beginning in one of the person's folders."""
    dialog = QtWidgets.QFileDialog(
        parent, title, QtCore.QStandardPaths.writableLocation(place), kinds
    )
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
