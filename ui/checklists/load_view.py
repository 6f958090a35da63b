# SPDX-License-Identifier: MPL-2.0
"""Load a checklist from a file: what it is, what it changes, which audits it touches; then choose.

Nothing is changed before the choice. The page belongs to the home of the window, where no audit is
open; a draft that is opened meanwhile is left alone.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.revision_preview import RevisionPreview
from auditapp.model.ids import AuditId
from auditapp.operations.load import Adopted, ExaminedFile
from auditapp.workspace import Workspace
from ui.checklists.card_page import CardPage
from ui.checklists.changes_card import ChangesCard
from ui.checklists.decision_card import DecisionCard
from ui.checklists.draft_lines import DraftLines
from ui.checklists.drafts_card import DraftsCard
from ui.checklists.faults_card import FaultsCard
from ui.checklists.file_card import FileCard
from ui.checklists.import_card import ImportCard
from ui.checklists.load_work import FileLook, adopt_file, examine_file, preview_drafts
from ui.checklists.outcome_card import OutcomeCard
from ui.checklists.save_desk import SaveDesk
from ui.checklists.savings import saving_of_changes, saving_of_imported
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner


class LoadView(CardPage):
    """One file, from the first look to the choice and what came of it.

    Signals:
        finished: the person is done with the page; whether anything was changed.
    """

    finished = Signal(bool)

    def __init__(  # noqa: PLR0913 - each is a collaborator
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
        super().__init__(theme, _("Load a checklist"), path.name, parent)
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._examined: ExaminedFile | None = None
        self._chosen: dict[AuditId, str] = {}
        self._has_changed = False
        self._make_cards(outside or Outside())
        self._add_cards((self.failure, self.outcome, *self._found_parts(), self.decision))
        self._connect()
        self._read(path)

    def _make_cards(self, outside: Outside) -> None:
        theme, jobs = self._theme, self._jobs
        self.failure = Banner(theme, "danger", "")
        self.file_card = FileCard(theme)
        self.imported = ImportCard(theme, SaveDesk(theme, jobs, outside))
        self.faults = FaultsCard(
            theme,
            _("What is wrong with it"),
            _("Faults"),
            _("Pass this list on to whoever publishes the checklist."),
            "danger",
        )
        self.changes = ChangesCard(theme, SaveDesk(theme, jobs, outside))
        self.remarks = FaultsCard(
            theme,
            _("What could be better"),
            _("For whoever publishes it"),
            _("You can load it all the same, but these may cost auditors work."),
            "warn",
        )
        self.drafts = DraftsCard(theme)
        self.decision = DecisionCard(theme)
        self.outcome = OutcomeCard(theme)

    def _connect(self) -> None:
        for part in (self.faults, self.remarks, self.changes, self.drafts, self.outcome):
            part.row_reached.connect(self._on_row_reached)
        self.imported.row_reached.connect(self._on_row_reached)
        self.imported.save_asked.connect(self._on_imported_save_asked)
        self.changes.save_asked.connect(self._on_changes_save_asked)
        self.drafts.ticks_changed.connect(self._on_ticks_changed)
        self.decision.use_asked.connect(self._on_use_asked)
        self.decision.move_asked.connect(self._on_move_asked)
        self.decision.leave_asked.connect(self._on_leave_asked)
        self.outcome.done_asked.connect(self._on_leave_asked)
        self.work_bar.ended.connect(self._on_work_ended)

    def _found_parts(self) -> tuple[QWidget, ...]:
        return (
            self.file_card, self.imported, self.faults, self.changes, self.remarks, self.drafts
        )  # fmt: skip

    # Work

    def _read(self, path: Path) -> None:
        job = self._jobs.start(
            partial(examine_file, self._workspace, path),
            succeeded=self._on_read,
            failed=self._on_read_failed,
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
            self._preferences.person_name,
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
        self.failure.show_message("danger", message.title, message.text)
        self.show_top()

    def _first_stop(self) -> QWidget:
        """Return where the focus belongs; on the page itself until there is something to read."""
        if not (self.decision.isVisibleTo(self) or self.outcome.isVisibleTo(self)):
            return self
        if self.outcome.isVisibleTo(self):
            return self.outcome.done_button
        if self.faults.isVisibleTo(self):
            return self.faults.group.list
        groups = (*self.imported.groups.values(), *self.changes.groups.values())
        lists = (view.list for view in groups if view.list.isVisibleTo(self))
        return next(lists, self.decision.leave_button)

    def _begin_reading(self, reason: Qt.FocusReason) -> None:
        """Give the focus to the first stop, with the top of the page still in view."""
        self._first_stop().setFocus(reason)
        self._show_top_later()

    # Slots

    def _on_read(self, look: FileLook) -> None:
        if self.work_bar.is_stopped:
            self.finished.emit(False)
            return
        examined = self._examined = look.examined
        self.file_card.show_file(examined, self._workspace.clock().astimezone().date())
        self.file_card.show()
        if examined.imported is not None and look.imported is not None:
            self.imported.show_report(examined.imported, look.imported)
            self.imported.show()
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

    def _on_read_failed(self, error: BaseException) -> None:
        if self.work_bar.is_stopped:
            self.finished.emit(False)
        else:
            self._on_failed(error)

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
        self.show_top()
        self.outcome.done_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, title)

    def _on_adoption_failed(self, error: BaseException) -> None:
        self._let_choose(is_free=True)
        self._tell(error)
        self.decision.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_top()

    def _on_work_ended(self, has_focus: bool) -> None:
        if has_focus or self.hasFocus():
            self._begin_reading(Qt.FocusReason.OtherFocusReason)

    def _on_ticks_changed(self) -> None:
        self.decision.set_ticked(len(self.drafts.chosen))

    def _on_changes_save_asked(self) -> None:
        if self._examined is not None:
            self.changes.desk.save(saving_of_changes(self._workspace, self._examined))

    def _on_use_asked(self) -> None:
        self._adopt(())

    def _on_move_asked(self) -> None:
        self._adopt(self.drafts.chosen)

    def _on_leave_asked(self) -> None:
        self.finished.emit(self._has_changed)

    def _on_imported_save_asked(self) -> None:
        if self._examined is not None:
            self.imported.desk.save(saving_of_imported(self._workspace, self._examined))

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on, with the top of the page still in view."""
        super().focusInEvent(event)
        self._show_top_later()
