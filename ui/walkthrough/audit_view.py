# SPDX-License-Identifier: MPL-2.0
"""The open audit: it fills the window from the front sheet to the report."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.avoided_names import PersonalFinder
from auditapp.i18n import _
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey
from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.keys.commands import CommandId
from ui.moderation.link_desk import LinkDesk
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.audit_header import AuditHeader
from ui.walkthrough.concern_desk import ConcernDesk
from ui.walkthrough.save_failed_strip import SaveFailedStrip
from ui.walkthrough.step_pages import StepPages
from ui.walkthrough.steps import FRONT_SHEET, HISTORY, REVIEW, Step, StepKind, Walk
from ui.walkthrough.walk_view import Handlers, WalkView


class AuditView(WalkView):
    """Lead through an audit, one step after the other, and keep its state in sight.

    Signals:
        left: the person wants to go back to the list of audits.
        lock_asked: the person wants to lock the window.
        other_asked: another audit is to be opened in the place of this one; its id.
        pair_asked: two audits are to be laid side by side; their ``LinkedRow``.
    """

    lock_asked = Signal()
    other_asked = Signal(str)
    pair_asked = Signal(object)

    def __init__(  # noqa: PLR0913 - what its pages need between them
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        parent: QWidget | None = None,
        outside: Outside | None = None,
    ) -> None:
        pages = StepPages(theme, open_audit, workspace, preferences, jobs, outside=outside)
        super().__init__(theme, Walk(open_audit.outline), open_audit, pages, preferences, parent)
        self._workspace = workspace
        self.header = AuditHeader(theme)
        self.save_failed = SaveFailedStrip(theme)
        self._came_from = FRONT_SHEET
        self.concerns = ConcernDesk(theme, open_audit, workspace.clock, self)
        self.links = LinkDesk(theme, open_audit, workspace, jobs, outside or Outside(), self)
        self._begin(self.header, self.save_failed, self.concerns.strip, self.links.strip)
        self._connect()

    # Public

    def show_step(self, step: Step) -> None:
        """Go to a step; from now on the names are avoided that the step before was left with.

        From the history the person may go back to the step before it.
        """
        if step == HISTORY != self._step:
            self._came_from = self._step
        super().show_step(step)
        names = self._workspace.avoided_names(self._open_audit.audit.id)
        self.personal_finder = PersonalFinder(names)

    def start_place(self) -> Step:
        """Return where the work goes on.

        That is the question changed last, else the first without an answer, else the front sheet.
        An audit that has been signed off is opened at its sign-off, and so is an amendment in
        which nothing has been answered yet.
        """
        if not self._open_audit.can_edit:
            return REVIEW
        outline = self._open_audit.outline
        for entry in reversed(self._workspace.history(self._open_audit.audit.id)):
            if entry.kind is HistoryKind.AMENDED:
                return REVIEW
            for change in entry.changes:
                if change.table == "answers" and change.key in outline.by_key:
                    return Step(StepKind.QUESTION, change.key)
        return self._walk.next_unanswered(FRONT_SHEET) or FRONT_SHEET

    def show_history(self, question: QuestionKey | None = None) -> None:
        """Show what happened to the audit, or to the answer to one question."""
        asked = self._open_audit.outline.by_key.get(question) if question else None
        words = _("Only question {number}").format(number=asked.number) if asked else ""
        self.pages.history().look_for(question, words or _("Only one question"))
        self.show_step(HISTORY)

    def settle_now(self) -> None:
        """Commit whatever has been typed and is not committed yet, on every page."""
        super().settle_now()
        self.concerns.settle_now()

    def forget(self) -> None:
        """Let go of what has been read before the view is put away."""
        self.pages.forget()

    # Inside

    def _connect(self) -> None:
        self.header.command_asked.connect(self._on_command_asked)
        self.pages.concern_asked.connect(self._on_concern_asked)
        self.pages.history_asked.connect(self.show_history)
        self.pages.history_left.connect(self._on_history_left)
        self.pages.send_asked.connect(self.links.send)
        self.pages.again_asked.connect(self.links.audit_again)
        self.pages.pair_asked.connect(self.pair_asked)
        self.links.started.connect(self.other_asked)
        self.save_failed.again_asked.connect(self._open_audit.try_again)
        self._open_audit.saving.connect(self._on_saving)
        self._open_audit.saved.connect(self._on_saved)
        self._open_audit.save_failed.connect(self._on_save_failed)

    def _commands(self) -> Handlers:
        own = {
            CommandId.CONCERN: self._raise_concern,
            CommandId.HISTORY: self._toggle_history,
            CommandId.LOCK: self._lock,
        }
        return {**super()._commands(), **own}

    def _show_facts(self) -> None:
        outline = self._open_audit.outline
        self.header.show_audit(outline.audit)
        self.header.show_progress(outline)
        self.header.saved.show_state(outline.audit.status)
        super()._show_facts()

    def _raise_concern(self) -> None:
        is_question = self._step.kind is StepKind.QUESTION
        self.concerns.raise_concern(self._step.question if is_question else None)

    def _toggle_history(self) -> None:
        if self._step == HISTORY:
            self._on_history_left()
        else:
            self.show_history()

    def _lock(self) -> None:
        self.settle_now()
        self.lock_asked.emit()

    # Slots

    def _on_history_left(self) -> None:
        self.show_step(self._came_from)

    def _on_concern_asked(self, key: QuestionKey) -> None:
        self.concerns.raise_concern(key)

    def _on_saving(self) -> None:
        # While something could not be saved, more edits only wait behind it.
        if self.save_failed.isHidden():
            self.header.saved.show_saving()

    def _on_saved(self, at: datetime) -> None:
        self.save_failed.hide()
        self.header.saved.show_saved(at)

    def _on_save_failed(self, error: BaseException) -> None:
        self.save_failed.show_error(error)
        self.header.saved.show_failed()
