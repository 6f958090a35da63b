# SPDX-License-Identifier: MPL-2.0
"""The open audit: it fills the window from the front sheet to the report."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.change import Change
from auditapp.i18n import _
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey
from auditapp.model.labels import label
from auditapp.workspace import Workspace
from ui.commands import CommandId, bind, command, make_shortcut
from ui.jobs import Jobs
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.audit_header import AuditHeader
from ui.walkthrough.concern_desk import ConcernDesk
from ui.walkthrough.folding_panes import FoldingPanes
from ui.walkthrough.guidance import guidance_for
from ui.walkthrough.guidance_panel import GuidancePanel
from ui.walkthrough.question_finder import QuestionFinder
from ui.walkthrough.save_failed_strip import SaveFailedStrip
from ui.walkthrough.shortcuts_dialog import ShortcutsDialog
from ui.walkthrough.stage_pane import StagePane
from ui.walkthrough.step_pages import StepPages
from ui.walkthrough.steps import (
    FRONT_SHEET,
    REVIEW,
    Step,
    StepKind,
    Walk,
    lacks_answer,
    step_of,
)
from ui.walkthrough.walk_footer import WalkFooter
from ui.widgets.announce import announce


class AuditView(QWidget):
    """Lead through an audit, one step after the other, and keep its state in sight.

    Signals:
        left: the person wants to go back to the list of audits.
        lock_asked: the person wants to lock the window.
    """

    left = Signal()
    lock_asked = Signal()

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
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._workspace = workspace
        self._preferences = preferences
        self._walk = Walk(open_audit.outline)
        self._step = FRONT_SHEET
        self.header = AuditHeader(theme)
        self.save_failed = SaveFailedStrip(theme)
        self.concerns = ConcernDesk(theme, open_audit, workspace.clock, self)
        self.stages = StagePane(theme)
        self.pages = StepPages(theme, open_audit, workspace, preferences, jobs, outside=outside)
        self.guidance = GuidancePanel(theme)
        self.panes = FoldingPanes(theme, self.stages, self.pages, self.guidance)
        self.footer = WalkFooter(theme)
        self._finder = QuestionFinder(theme, open_audit, self)
        self._handlers = self._make_handlers()
        self._build()
        self._connect()
        self._show_facts()

    # Public

    @property
    def step(self) -> Step:
        """The step on show."""
        return self._step

    def show_step(self, step: Step) -> None:
        """Go to a step; where it is not asked any more, to where the work goes on."""
        self.pages.settle_now()
        self._step = step if step in self._walk else self.start_place()
        self.pages.show_step(self._step)
        self._show_place()
        self.guidance.show_guidance(guidance_for(self._step, self._open_audit.outline))
        self.panes.close_open_pane()
        self.pages.focus_answer()
        announce(self, self._walk.spoken(self._step))

    def start_place(self) -> Step:
        """Return where the work goes on.

        That is the question changed last, else the first without an answer, else the front sheet.
        An audit that has been signed off is opened at its sign-off.
        """
        if not self._open_audit.can_edit:
            return REVIEW
        outline = self._open_audit.outline
        for entry in reversed(self._workspace.history(self._open_audit.audit.id)):
            for change in entry.changes:
                if change.table == "answers" and change.key in outline.by_key:
                    return Step(StepKind.QUESTION, change.key)
        return self._walk.next_unanswered(FRONT_SHEET) or FRONT_SHEET

    def settle_now(self) -> None:
        """Commit whatever has been typed and is not committed yet, on every page."""
        self.pages.settle_now()
        self.concerns.settle_now()

    def forget(self) -> None:
        """Let go of what has been read before the view is put away."""
        self.pages.forget()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.save_failed, self.concerns.strip):
            column.addWidget(part)
        column.addWidget(self.panes, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        for bar in (self.header, self.footer):
            bar.command_asked.connect(self._on_command_asked)
        self.stages.list.stage_chosen.connect(self._on_stage_chosen)
        for asking in (self.pages, self._finder):
            asking.step_asked.connect(self.show_step)
        self.pages.concern_asked.connect(self._on_concern_asked)
        self.save_failed.again_asked.connect(self._open_audit.try_again)
        self._open_audit.changed.connect(self._on_changed)
        self._open_audit.saving.connect(self._on_saving)
        self._open_audit.saved.connect(self._on_saved)
        self._open_audit.save_failed.connect(self._on_save_failed)

    def _make_handlers(self) -> Mapping[CommandId, Callable[[], None]]:
        """Bind the keys, and return what each command does, for the buttons."""
        handlers: Mapping[CommandId, Callable[[], None]] = {
            CommandId.PREVIOUS: self._go_back,
            CommandId.NEXT: self._go_on,
            CommandId.NEXT_UNANSWERED: self._go_to_unanswered,
            CommandId.GO_TO_NUMBER: self._finder.ask_number,
            CommandId.SEARCH: self._search,
            CommandId.SECTIONS: self._toggle_sections,
            CommandId.CONCERN: self._raise_concern,
            CommandId.UNDO: self._undo,
            CommandId.REDO: self._redo,
            CommandId.GUIDANCE: self._toggle_guidance,
            CommandId.THEME: self._change_theme,
            CommandId.SHORTCUTS: self._show_shortcuts,
            CommandId.LEAVE: self._leave,
            CommandId.LOCK: self._lock,
        }
        bind(self, handlers)
        for number, key in enumerate(command(CommandId.CHOOSE).keys, start=1):
            make_shortcut(self, key, self._on_choice_pressed).setProperty("number", number)
        return handlers

    # Showing

    def _show_facts(self) -> None:
        """Show what holds for the audit as a whole: only a change of it alters that."""
        outline = self._open_audit.outline
        self.stages.show_walk(self._walk, outline)
        self.header.show_audit(outline.audit)
        self.header.show_progress(outline)
        self.header.saved.show_state(is_draft=self._open_audit.can_edit)
        self._show_place()

    def _show_place(self) -> None:
        """Show which stage is open, and where the buttons lead."""
        walk, step = self._walk, self._step
        self.stages.show_stage(walk.stage_number(step))
        has_unanswered = walk.next_unanswered(step) is not None
        self.footer.show_step(walk, step, has_unanswered=has_unanswered)

    # Commands

    def _go_on(self) -> None:
        self._go_to(self._walk.after(self._step))

    def _go_back(self) -> None:
        self._go_to(self._walk.before(self._step))

    def _go_to_unanswered(self) -> None:
        self.pages.settle_now()
        self._go_to(self._walk.next_unanswered(self._step))

    def _go_to(self, step: Step | None) -> None:
        if step is not None:
            self.show_step(step)
        else:
            announce(self, _("There is nothing further that way."))

    def _search(self) -> None:
        self.pages.settle_now()
        self._finder.ask_words()

    def _toggle_sections(self) -> None:
        self.panes.toggle(self.stages)

    def _toggle_guidance(self) -> None:
        self.panes.toggle(self.guidance)

    def _raise_concern(self) -> None:
        is_question = self._step.kind is StepKind.QUESTION
        self.concerns.raise_concern(self._step.question if is_question else None)

    def _undo(self) -> None:
        self.pages.settle_now()
        if self._open_audit.can_edit:
            self._open_audit.undo()

    def _redo(self) -> None:
        self.pages.settle_now()
        if self._open_audit.can_edit:
            self._open_audit.redo()

    def _change_theme(self) -> None:
        self._preferences.change(theme="light" if self._theme.is_dark else "dark")

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self._theme, self).open()

    def _leave(self) -> None:
        self.settle_now()
        self.left.emit()

    def _lock(self) -> None:
        self.settle_now()
        self.lock_asked.emit()

    # Slots

    def _on_command_asked(self, command_id: CommandId) -> None:
        self._handlers[command_id]()

    def _on_choice_pressed(self) -> None:
        self.pages.choose(int(self.sender().property("number")))

    def _on_stage_chosen(self, number: int) -> None:
        """Go to the first question of a stage that lacks its answer, else to its first step."""
        outline = self._open_audit.outline
        steps = self._walk.stages[number].steps
        questions = (step for step in steps if step.kind is StepKind.QUESTION)
        unanswered = (step for step in questions if lacks_answer(outline, step.question))
        self.show_step(next(unanswered, steps[0]))

    def _on_concern_asked(self, key: QuestionKey) -> None:
        self.concerns.raise_concern(key)

    def _on_changed(self, change: Change, initiator: object) -> None:
        old, self._walk = self._walk, Walk(self._open_audit.outline)
        step = self._walk.nearest(self._step, old)
        if change.kind in (HistoryKind.UNDONE, HistoryKind.REDONE):
            places = (step_of(self._open_audit.outline, *row) for row in sorted(change.touched))
            step = next((each for each in places if each is not None), step)
            announce(self, label(change.kind))
        if step != self._step:
            self.show_step(step)
        self._show_facts()
        self.guidance.refresh(guidance_for(self._step, self._open_audit.outline))

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

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a pane that lies over the page by Esc."""
        if event.key() != Qt.Key.Key_Escape or not self.panes.close_open_pane():
            super().keyPressEvent(event)
