# SPDX-License-Identifier: MPL-2.0
"""Save a report of each of the chosen audits into a folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.orders import ReportAcross, ReportCopy
from auditapp.i18n import _, ngettext
from auditapp.operations.batch import Batch
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import Message
from ui.outgoing.report_desk import ReportDesk
from ui.outgoing.seal_fields import SealFields
from ui.outside import Outside
from ui.reports.choices import Choices
from ui.reports.outgoing_desk import OutgoingDesk
from ui.reports.save_each_dialog import SaveEachDialog
from ui.theme.theme import Theme


class BatchDesk(QObject):
    """Ask which report, as what and where to; work at the desk of the page; say what came of it."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        desk: ReportDesk,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialogs open, by its ``desk``."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._desk = desk
        self._view = view
        self.outgoing = OutgoingDesk(theme, workspace, desk, view)
        self._choices: Choices | None = None
        self.dialog: SaveEachDialog | None = None

    def ask(self, choices: Choices) -> None:
        """Begin with the dialog; the audits are those of ``choices``."""
        self._choices = choices
        name = self._workspace.settings().auditor
        seal = SealFields(self._theme, self._workspace, self._jobs, self._outside)
        self.dialog = SaveEachDialog(
            self._theme, seal, name, is_shared=choices.is_shared, parent=self._view
        )
        self.dialog.copy_chosen.connect(self._on_copy_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    # Slots

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_copy_chosen(self, copy: ReportCopy) -> None:
        dialog, choices = self.sender(), self._choices
        if not isinstance(dialog, SaveEachDialog) or choices is None:
            return
        wanted = ReportAcross(dialog.kind, choices.selection)
        go_on = partial(self._save, wanted, copy)
        self.outgoing.pass_on(wanted, copy, _("Save them all the same"), go_on, is_each=True)

    # Inside

    def _save(self, wanted: ReportAcross, copy: ReportCopy) -> None:
        title = _("Choose the folder for the reports")
        folder = self._outside.ask_folder(self._view.window(), title)
        # While the dialog was open, the window may have locked itself and put the page away.
        if folder is None or not isValid(self):
            return
        self._desk.start(
            partial(_export_each, self._workspace, wanted, copy, folder),
            _("Saving a report of each audit …"),
            _("Stopped."),
            self._on_saved,
        )

    def _on_saved(self, batch: Batch) -> None:
        self._desk.set_saved(batch.index)
        is_whole = not (batch.refused or batch.left)
        self._desk.tell("ok" if is_whole else "warn", _message(batch))


def _export_each(
    workspace: Workspace, wanted: ReportAcross, copy: ReportCopy, folder: Path, job: Job
) -> Batch:
    """Work away from the window: no widget is touched here."""
    return workspace.export_each(
        wanted,
        folder,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )


def _message(batch: Batch) -> Message:
    """Say what was saved, what was there, what is missing and how to go on."""
    title = ngettext("Saved {count} report", "Saved {count} reports", batch.saved)
    sentences = [_("{name} in that folder lists them.").format(name=batch.index.name)]
    if batch.kept:
        kept = ngettext(
            "{count} was there already, and is as it should be.",
            "{count} were there already, and are as they should be.",
            batch.kept,
        )
        sentences.append(kept.format(count=batch.kept))
    if batch.left:
        left = ngettext(
            "{count} is not there yet: save into the same folder again to go on.",
            "{count} are not there yet: save into the same folder again to go on.",
            batch.left,
        )
        sentences.append(left.format(count=batch.left))
    if batch.refused:
        refused = ngettext(
            "{count} could not be made; the list says why.",
            "{count} could not be made; the list says why.",
            len(batch.refused),
        )
        sentences.append(refused.format(count=len(batch.refused)))
    return Message(title.format(count=batch.saved), " ".join(sentences))
