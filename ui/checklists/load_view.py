# SPDX-License-Identifier: MPL-2.0
"""Load a checklist from a file: what it is, what it changes, which audits it touches; then choose.

Nothing is changed before the choice. The page belongs to the home of the window, where no audit is
open; a draft that is opened meanwhile is left alone.
"""

import getpass
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.revision_preview import RevisionPreview
from auditapp.load_operations import Adopted, ExaminedFile
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from ui.checklists.changes_card import ChangesCard
from ui.checklists.decision_card import DecisionCard
from ui.checklists.draft_lines import DraftLines
from ui.checklists.drafts_card import DraftsCard
from ui.checklists.faults_card import FaultsCard
from ui.checklists.file_card import FileCard
from ui.checklists.load_work import FileLook, adopt_file, examine_file, preview_drafts
from ui.checklists.outcome_card import OutcomeCard
from ui.checklists.paper_desk import PaperDesk
from ui.checklists.papers import changes_paper
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.review.work_bar import WorkBar
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, READING_WIDTH
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.pane import Pane
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text_label import TextLabel


class LoadView(Pane):
    """One file, from the first look to the choice and what came of it.

    Signals:
        finished: the person is done with the page; whether anything was changed.
    """

    finished = Signal(bool)

    def __init__(  # noqa: PLR0913 - what a page needs, and the world outside
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        path: Path,
        *,
        outside: Outside | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the page and begin to read the file at ``path``."""
        super().__init__(theme, "page", parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._examined: ExaminedFile | None = None
        self._chosen: dict[AuditId, str] = {}
        self._has_changed = False
        self.failure = Banner(theme, "danger", "")
        self.file_card = FileCard(theme)
        self.faults = FaultsCard(
            theme, _("Faults"), _("Pass this list on to whoever publishes the checklist."), "danger"
        )
        self.paper = PaperDesk(theme, jobs, outside or Outside(), margins=(0, 8, 0, 8))
        self.changes = ChangesCard(theme, self.paper)
        self.remarks = FaultsCard(
            theme,
            _("For whoever publishes it"),
            _("These keep you from nothing, but may cost auditors work."),
            "warn",
        )
        self.drafts = DraftsCard(theme)
        self.decision = DecisionCard(theme)
        self.outcome = OutcomeCard(theme)
        self.work_bar = WorkBar(theme)
        self._build(path)
        self._connect()
        self._read(path)

    # Building

    def _build(self, path: Path) -> None:
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(14)
        self._column.addWidget(TextLabel(self._theme, _("Load a checklist"), "title", wrap=True))
        self._column.addWidget(TextLabel(self._theme, path.name, "body", "2", wrap=True))
        for part in (self.failure, self.outcome, *self._found_parts(), self.decision):
            part.hide()
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area = ScrollArea(self._theme, content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._area, 1)
        page.addWidget(self.work_bar)

    def _connect(self) -> None:
        for part in (self.faults, self.remarks, self.changes, self.drafts, self.outcome):
            part.row_reached.connect(self._on_row_reached)
        self.changes.save_asked.connect(self._on_save_asked)
        self.drafts.ticks_changed.connect(self._on_ticks_changed)
        self.decision.use_asked.connect(self._on_use_asked)
        self.decision.move_asked.connect(self._on_move_asked)
        self.decision.leave_asked.connect(self._on_leave_asked)
        self.outcome.done_asked.connect(self._on_leave_asked)
        self.work_bar.ended.connect(self._on_work_ended)
        self._theme.changed.connect(self._fit)

    def _found_parts(self) -> tuple[QWidget, ...]:
        return (self.file_card, self.faults, self.changes, self.remarks, self.drafts)

    # Work

    def _read(self, path: Path) -> None:
        job = self._jobs.start(
            partial(examine_file, self._workspace, path),
            succeeded=self._on_read,
            failed=self._on_failed,
        )
        self._follow(job, _("Reading the file …"))

    def _preview(self) -> None:
        examined = self._examined
        if examined is None or examined.revision is None:
            return
        self.drafts.show()
        self.drafts.show_waiting()
        job = self._jobs.start(
            partial(preview_drafts, self._workspace, examined),
            succeeded=self._on_previewed,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self._follow(job, _("Looking at your open audits …"))

    def _adopt(self, move: Sequence[RevisionPreview]) -> None:
        examined = self._examined
        if examined is None or self.work_bar.job is not None:
            return
        rows = {row.lines.audit_id: row.lines.name for row in self.drafts.rows}
        self._chosen = {each.audit.id: rows[each.audit.id] for each in move}
        self.failure.hide()
        adopt = partial(
            adopt_file,
            self._workspace,
            examined,
            self._preferences.settings.auditor.strip() or getpass.getuser(),
            self.decision.accepts_unsigned,
            tuple(move),
        )
        job = self._jobs.start(
            adopt,
            succeeded=self._on_adopted,
            failed=self._on_adoption_failed,
            progressed=self.work_bar.show_progress,
        )
        self._follow(job, _("Loading the checklist …"))
        self.work_bar.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_choose(is_free=False)

    def _follow(self, job: Job, words: str) -> None:
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, words)

    # Showing

    def _let_choose(self, *, is_free: bool) -> None:
        for part in (self.decision, self.drafts):
            part.setEnabled(is_free)

    def _tell(self, error: BaseException) -> None:
        message = explain(error)
        self.failure.set_content("danger", message.title, message.text)
        self.failure.show()
        self._area.verticalScrollBar().setValue(0)
        announce(self, message.title, urgent=True)

    def _first_stop(self) -> QWidget:
        """Return where the focus belongs when there is something to read."""
        if self.outcome.isVisibleTo(self):
            return self.outcome.done_button
        if self.faults.isVisibleTo(self):
            return self.faults.group.list
        lists = (view.list for view in self.changes.groups.values() if view.isVisibleTo(self))
        return next(lists, self.decision.leave_button)

    def _begin_reading(self, reason: Qt.FocusReason) -> None:
        """Give the focus to the first stop, with the top of the page still in view."""
        self._first_stop().setFocus(reason)
        # Later, because the area is told of the new focus after this, and scrolls to it.
        QTimer.singleShot(0, self._show_top)

    def _show_top(self) -> None:
        self._area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Keep the page to a width that reads well, in the middle."""
        px, width = self._theme.px, self.width()
        is_narrow = width < px(BREAK_POINTS["margins"])
        across = max(10 if is_narrow else 28, (width - px(READING_WIDTH)) // 2)
        down = 12 if is_narrow else 22
        self._column.setContentsMargins(across, down, across, down)
        self.work_bar.setContentsMargins(across, 8, across, 8)

    # Slots

    def _on_read(self, look: FileLook) -> None:
        if self.work_bar.is_stopped:
            self.finished.emit(False)
            return
        examined = self._examined = look.examined
        self.file_card.show_file(examined, self._workspace.clock().astimezone().date())
        self.file_card.show()
        self.faults.show_faults(examined.faults)
        comparison = examined.comparison
        if comparison is not None and look.rows is not None:
            self.remarks.show_faults(comparison.remarks)
            self.changes.show_changes(comparison.old.version, look.rows)
            self.changes.show()
        self.decision.show_file(examined)
        if examined.revision is not None:
            self._preview()
            return
        self.decision.show()
        announce(self, _("This file cannot be loaded"))

    def _on_previewed(self, drafts: Sequence[DraftLines]) -> None:
        self.drafts.show_drafts(drafts, is_whole=not self.work_bar.is_stopped)
        self.decision.show()
        announce(self, _("The file was read. Your choice is at the end of the page."))

    def _on_failed(self, error: BaseException) -> None:
        self._tell(error)
        self.decision.show()

    def _on_adopted(self, adopted: Adopted) -> None:
        self._has_changed = True
        for part in (*self._found_parts(), self.decision):
            part.hide()
        title = self.outcome.show_outcome(adopted, self._chosen)
        self._area.verticalScrollBar().setValue(0)
        self.outcome.done_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, title)

    def _on_adoption_failed(self, error: BaseException) -> None:
        self._let_choose(is_free=True)
        self._tell(error)
        self.decision.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def _on_work_ended(self, has_focus: bool) -> None:
        if has_focus or self.hasFocus():
            self._begin_reading(Qt.FocusReason.OtherFocusReason)

    def _on_ticks_changed(self) -> None:
        self.decision.set_ticked(len(self.drafts.chosen))

    def _on_save_asked(self) -> None:
        paper = changes_paper(self._workspace, self._examined) if self._examined else None
        if paper is not None:
            self.paper.save(paper)

    def _on_use_asked(self) -> None:
        self._adopt(())

    def _on_move_asked(self) -> None:
        self._adopt(self.drafts.chosen)

    def _on_leave_asked(self) -> None:
        self.finished.emit(self._has_changed)

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(24))

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would keep Tab from ever leaving the page."""
        super().focusInEvent(event)
        if self._examined is not None:
            self._begin_reading(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width."""
        super().resizeEvent(event)
        self._fit()
