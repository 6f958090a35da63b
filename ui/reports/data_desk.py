# SPDX-License-Identifier: MPL-2.0
"""Export the chosen audits as data."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.file_names import data_file_name
from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.model.scorecard import ScorecardRows
from auditapp.workspace import Workspace
from ui.jobs import Job
from ui.outgoing.report_desk import ReportDesk
from ui.reports.data_dialog import DataDialog
from ui.theme.theme import Theme


class DataDesk(QObject):
    """Ask what there is to be a row for and where to; write at the desk of the page."""

    def __init__(self, theme: Theme, workspace: Workspace, desk: ReportDesk, view: QWidget) -> None:
        """Work at ``desk``, and for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._desk = desk
        self._view = view
        self._selection = Selection()
        self.dialog: DataDialog | None = None

    def ask(self, selection: Selection) -> None:
        """Begin with the dialog; the audits are those of ``selection``."""
        self._selection = selection
        self.dialog = DataDialog(self._theme, self._view)
        self.dialog.rows_chosen.connect(self._on_rows_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    # Slots

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_rows_chosen(self, rows: ScorecardRows) -> None:
        day = self._workspace.clock().astimezone().date()
        path = self._desk.ask_path(data_file_name(rows, day))
        # While a dialog was open, the window may have locked itself and put the page away.
        if path is None or not isValid(self):
            return
        note = _("It has lines about single children: keep it within the service.")
        self._desk.save(partial(_export, self._workspace, self._selection, rows), path, note)


def _export(
    workspace: Workspace, selection: Selection, rows: ScorecardRows, path: Path, job: Job
) -> Path:
    """Work away from the window: no widget is touched here."""
    workspace.export_scorecard(
        selection,
        rows,
        path,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return path
