# SPDX-License-Identifier: MPL-2.0
"""The papers of a round: look at one, save it, print it."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.orders import ReportCopy
from auditapp.i18n import _
from auditapp.model.report_kinds import KINDS, MadeOf, ReportKind
from ui.jobs import Job, Jobs
from ui.outgoing.kind_picker import KindPicker
from ui.outgoing.report_desk import ReportDesk
from ui.outgoing.report_header import ReportHeader
from ui.outgoing.save_report_dialog import SaveReportDialog
from ui.outgoing.seal_fields import SealFields
from ui.outside import Outside
from ui.preferences import Preferences
from ui.preview.preview_pane import PreviewPane
from ui.rounds.open_round import OpenRound
from ui.rounds.paper_work import export_paper, preview_paper
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.page import Page

_LEAST_PANE: Final = 300
_OF_ROUNDS: Final = tuple(kind for kind, about in KINDS.items() if about.made_of is MadeOf.ROUND)


class PapersView(Page):
    """A paper as it is now, and the ways to take it out of the workspace, as those of an audit.

    Signals:
        left: the person wants to go back to the round.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        *,
        open_round: OpenRound,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=8, parent=parent)
        self._theme = theme
        self._workspace = open_round.workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._round = open_round
        self.header = ReportHeader(theme, _("Papers of the round"))
        self.back_button = PushButton(theme, _("&Back to the round"), "quiet", "arrow-left")
        self.picker = KindPicker(theme)
        self.pane = PreviewPane(theme, jobs)
        self.desk = ReportDesk(theme, jobs, outside, self.header, self.pane, self)
        self.dialog: SaveReportDialog | None = None
        self._build()
        self._connect()

    def show_kind(self, kind: ReportKind) -> None:
        """Show a paper; of a round that is not drawn yet there is no sampling statement."""
        whole = self._round.whole
        offered = [each for each in _OF_ROUNDS if whole.draw or each is not ReportKind.SAMPLING]
        words = _("{name}. It names cases: keep it in the service.")
        self.header.set_words(words.format(name=whole.about.name))
        self.picker.offer(offered, is_draft=False)
        self.picker.show_kind(kind if kind in offered else offered[0])
        self._make_preview()

    def stop(self) -> None:
        """Let the pages go and stop all work, before the window locks."""
        self.pane.forget()
        if self.desk.work_bar.job is not None:
            self.desk.work_bar.job.cancel()

    @property
    def kind(self) -> ReportKind:
        """The paper on show."""
        return self.picker.kind

    # Building

    def _build(self) -> None:
        self.header.add_button(self.back_button)
        for widget in (self.header, self.picker, self.desk.banner, self.desk.work_bar):
            self._column.addWidget(widget)
        self._column.addWidget(self.pane, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.picker.kind_chosen.connect(self._on_kind_chosen)
        self.pane.again_asked.connect(self._make_preview)
        self.header.save_button.clicked.connect(self._on_save_clicked)
        self.header.print_button.clicked.connect(self._on_print_clicked)

    def _fit(self) -> None:
        super()._fit()
        # Where the window is too low for this, the rest of the page scrolls out of the way.
        self.pane.setMinimumHeight(self._theme.px(_LEAST_PANE))

    def _first_stop(self) -> QWidget:
        return self.picker.kinds

    # Work

    def _make_preview(self) -> None:
        self.desk.forget_saved()
        self.pane.make(partial(preview_paper, self._workspace, self.kind, self._round.whole.id))

    # Slots

    def _on_kind_chosen(self, _kind: ReportKind) -> None:
        self.pane.forget()  # what is printed is what is shown
        self._make_preview()

    def _on_save_clicked(self) -> None:
        title = _("Save “{kind}”").format(kind=KINDS[self.kind].name)
        seal = SealFields(self._theme, self._workspace, self._jobs, self._outside)
        name = self._preferences.settings.auditor
        self.dialog = SaveReportDialog(
            self._theme, title, seal, self, own_name=name, is_shared=False
        )
        self.dialog.copy_chosen.connect(self._on_copy_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_copy_chosen(self, copy: ReportCopy) -> None:
        workspace, kind, round_id = self._workspace, self.kind, self._round.whole.id
        path = self.desk.ask_path(workspace.round_report_name(kind, copy))
        # While a dialog was open, the window may have locked itself and put this page away.
        if path is None or not isValid(self):
            return

        def write(path: Path, job: Job) -> Path:
            """Write the paper, off the thread of the window."""
            return export_paper(workspace, kind, round_id, copy, path, job)

        self.desk.save(write, path, _("It names cases: keep it in the service."))

    def _on_print_clicked(self) -> None:
        workspace, kind = self._workspace, self.kind
        self.desk.print_pages(lambda pages: workspace.record_round_print(kind, pages))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the round by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
