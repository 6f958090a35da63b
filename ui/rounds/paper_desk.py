# SPDX-License-Identifier: MPL-2.0
"""Save the papers of a round."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.orders import ReportCopy
from auditapp.i18n import _
from auditapp.model.ids import RoundId
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.review.save_report_dialog import SaveReportDialog
from ui.review.seal_fields import SealFields
from ui.review.work_bar import WorkBar
from ui.rounds.open_round import OpenRound
from ui.theme.theme import Theme
from ui.widgets.push_button import PushButton


class PaperDesk(QObject):
    """Ask as what a paper is saved and where to, make it away from the window, and say so."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        *,
        open_round: OpenRound,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._theme = theme
        self._workspace = open_round.workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._round = open_round
        self._view = view
        self._kind = ReportKind.SAMPLING
        self.work_bar = WorkBar(theme)
        self.sampling_button = PushButton(theme, _("Sa&mpling statement …"), "quiet", "file-check")
        self.completion_button = PushButton(theme, _("&Completion report …"), "quiet", "file-text")
        self.buttons = (self.sampling_button, self.completion_button)
        self.dialog: SaveReportDialog | None = None
        self.sampling_button.clicked.connect(self._on_sampling_clicked)
        self.completion_button.clicked.connect(self._on_completion_clicked)

    def show_round(self) -> None:
        """Offer what there is something to say about."""
        self.sampling_button.setEnabled(self._round.whole.draw is not None)

    def stop(self) -> None:
        """Stop making a paper, before the window locks."""
        if self.work_bar.job is not None:
            self.work_bar.job.cancel()

    def _ask(self, kind: ReportKind) -> None:
        self._kind = kind
        title = _("Save “{kind}”").format(kind=KINDS[kind].name)
        seal = SealFields(self._theme, self._workspace, self._jobs, self._outside)
        name = self._preferences.settings.auditor
        self.dialog = SaveReportDialog(
            self._theme, title, seal, self._view, own_name=name, is_shared=False
        )
        self.dialog.copy_chosen.connect(self._on_copy_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    # Slots

    def _on_sampling_clicked(self) -> None:
        self._ask(ReportKind.SAMPLING)

    def _on_completion_clicked(self) -> None:
        self._ask(ReportKind.COMPLETION)

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_copy_chosen(self, copy: ReportCopy) -> None:
        kind, round_id = self._kind, self._round.whole.id
        name = self._workspace.round_report_name(kind, copy)
        title = _("Save “{kind}”").format(kind=KINDS[kind].name)
        path = self._outside.ask_save_path(self._view.window(), title, name)
        # While the dialog was open, the window may have locked itself and put this away.
        if path is None or not isValid(self):
            return
        job = self._jobs.start(
            partial(_export, self._workspace, kind, round_id, copy, path),
            succeeded=self._on_saved,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, _("Saving …"))

    def _on_saved(self, path: Path) -> None:
        where = _("In the folder {folder}. It names cases: keep it in the service.")
        title = _("Saved as {name}").format(name=path.name)
        self._round.tell(Message(title, where.format(folder=path.parent)))

    def _on_failed(self, error: BaseException) -> None:
        self._round.failed.emit(explain(error))


def _export(
    workspace: Workspace,
    kind: ReportKind,
    round_id: RoundId,
    copy: ReportCopy,
    path: Path,
    job: Job,
) -> Path:
    """Work away from the window: no widget is touched here."""
    workspace.export_round(
        kind,
        round_id,
        path,
        copy=copy,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
    return path
