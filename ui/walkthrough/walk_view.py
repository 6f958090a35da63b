# SPDX-License-Identifier: MPL-2.0
"""The walk through an audit: the sections, the step on show, its guidance, and the way on.

An open audit and the try-out of a checklist are such walks; each adds what stands above.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.avoided_names import PersonalFinder
from auditapp.change import Change
from auditapp.history.lines import read_entry
from auditapp.i18n import _
from ui.help.chapters import OF_STEP, Place
from ui.history.history_rows import step_of_line
from ui.history.undone_strip import UndoneStrip, undone_words
from ui.keys.commands import CommandId
from ui.keys.keymap import bind, bind_numbers
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.palette_entry import Offers, command_entries
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.open_audit import OpenAudit
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.folding_panes import FoldingPanes
from ui.walkthrough.guidance import guidance_for
from ui.walkthrough.guidance_panel import GuidancePanel
from ui.walkthrough.palette_entries import question_entries, question_finder, stage_entries
from ui.walkthrough.question_finder import QuestionFinder
from ui.walkthrough.stage_pane import StagePane
from ui.walkthrough.step_pages import StepPages
from ui.walkthrough.steps import Step, StepKind, Walk, lacks_answer
from ui.walkthrough.strip_stack import under_strips
from ui.walkthrough.walk_footer import WalkFooter
from ui.widgets.reading.announce import announce

Handlers = Mapping[CommandId, Callable[[], None]]


class WalkView(QWidget):
    """Lead through a walk, one step after the other.

    A subclass makes its own parts, then calls ``_begin``. ``KEYS_AROUND`` names the commands whose
    keys are bound by what is around it: bound twice, they would do nothing.

    Signals:
        left: the person wants to go back to where they came from.
        help_asked: the person wants the guide.
    """

    KEYS_AROUND: ClassVar = frozenset({CommandId.HELP})

    left = Signal()
    help_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        walk: Walk,
        open_audit: OpenAudit,
        pages: StepPages,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._preferences = preferences
        self._walk = walk
        self._step = walk.steps[0]
        # The hints below the texts look for it in the widgets around them.
        self.personal_finder = PersonalFinder()
        self.pages = pages
        self.stages = StagePane(theme)
        self.guidance = GuidancePanel(theme)
        self.panes = FoldingPanes(theme, self.stages, self.pages, self.guidance)
        self.footer = WalkFooter(theme)
        self.undone = UndoneStrip(theme)
        self._finder = QuestionFinder(theme, open_audit, self)
        self._elsewhere: Callable[[], Offers] = Offers

    # Public

    @property
    def step(self) -> Step:
        """The step on show."""
        return self._step

    def show_step(self, step: Step) -> None:
        """Go to a step; where it is not asked any more, to where the work goes on."""
        self.pages.settle_now()
        self.undone.hide()
        self._step = step if step in self._walk else self.start_place()
        self.pages.show_step(self._step)
        self._show_place()
        self.guidance.show_guidance(guidance_for(self._step, self._open_audit.outline))
        self.panes.close_open_pane()
        self.pages.focus_answer()
        announce(self, self._walk.spoken(self._step))

    def start_place(self) -> Step:
        """Return where the work goes on: the first question without an answer, or the start."""
        first = self._walk.steps[0]
        return first if self._lacks_answer(first) else self._walk.next_unanswered(first) or first

    @property
    def help_place(self) -> Place:
        """Where in the guide it says what to do here."""
        return OF_STEP[self._step.kind]

    def settle_now(self) -> None:
        """Commit whatever has been typed and is not committed yet, on every page."""
        self.pages.settle_now()

    def lead_elsewhere(self, offers: Callable[[], Offers]) -> None:
        """Have the palette offer, below what is here, what ``offers`` returns when it opens."""
        self._elsewhere = offers

    def show_palette(self) -> None:
        """Show what can be done and gone to from here."""
        self.pages.settle_now()
        elsewhere = self._elsewhere()
        entries = [
            *command_entries(self._handlers.items()),
            *question_entries(self._step, self.pages, self._open_audit),
            *stage_entries(self._walk, self._on_stage_chosen),
            *elsewhere.entries,
        ]
        finders = [question_finder(self._open_audit.outline, self.show_step), *elsewhere.finders]
        PaletteDialog(self._theme, entries, finders, self).open()

    # For subclasses

    def _begin(self, header: QWidget, *strips: QWidget) -> None:
        """Put the parts below ``header``, bind the keys and show what there is.

        The ``strips`` are messages, of which each shows itself when it has something to say.
        """
        self._handlers = {**self._commands(), CommandId.HELP: self.help_asked.emit}
        around = self.KEYS_AROUND
        bind(self, {each: do for each, do in self._handlers.items() if each not in around})
        bind_numbers(self, CommandId.CHOOSE, self.pages.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(under_strips(self._theme, (*strips, self.undone), self.panes), 1)
        column.addWidget(self.footer)
        for asking in (self.footer, self.undone):
            asking.command_asked.connect(self._on_command_asked)
        self.stages.list.stage_chosen.connect(self._on_stage_chosen)
        for leading in (self.pages, self._finder):
            leading.step_asked.connect(self.show_step)
        self._open_audit.changed.connect(self._on_changed)
        self._show_facts()

    def _commands(self) -> Handlers:
        """Return what each command does."""
        return {
            CommandId.PREVIOUS: self._go_back,
            CommandId.NEXT: self._go_on,
            CommandId.NEXT_UNANSWERED: self._go_to_unanswered,
            CommandId.GO_TO_NUMBER: self._finder.ask_number,
            CommandId.SEARCH: self._search,
            CommandId.SECTIONS: self._toggle_sections,
            CommandId.UNDO: self._undo,
            CommandId.REDO: self._redo,
            CommandId.GUIDANCE: self._toggle_guidance,
            CommandId.THEME: self._change_theme,
            CommandId.PALETTE: self.show_palette,
            CommandId.SHORTCUTS: self._show_shortcuts,
            CommandId.REPEAT: self._repeat,
            CommandId.LEAVE: self._leave,
        }

    def _walk_now(self) -> Walk:
        """Return the walk through the audit as it is now."""
        return Walk(self._open_audit.outline)

    def _show_facts(self) -> None:
        """Show what holds for the audit as a whole: only a change of it alters that."""
        self.stages.show_walk(self._walk, self._open_audit.outline)
        self._show_place()

    # Inside

    def _lacks_answer(self, step: Step) -> bool:
        is_question = step.kind is StepKind.QUESTION
        return is_question and lacks_answer(self._open_audit.outline, step.question)

    def _show_place(self) -> None:
        """Show which stage is open, and where the buttons lead."""
        walk, step = self._walk, self._step
        self.stages.show_stage(walk.stage_number(step))
        has_unanswered = walk.next_unanswered(step) is not None
        count = self.pages.choice_count
        self.footer.show_step(walk, step, has_unanswered=has_unanswered, choice_count=count)

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

    def _repeat(self) -> None:
        """Answer as the nearest question before whose answer can be given here too."""
        self.pages.settle_now()
        step = self._walk.before(self._step)
        while step is not None:
            if step.kind is StepKind.QUESTION and self.pages.answer_as(step.question):
                return
            step = self._walk.before(step)
        announce(self, _("No question before has an answer that fits here."), urgent=True)

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self._theme, self).open()

    def _leave(self) -> None:
        self.settle_now()
        self.left.emit()

    # Slots

    def _on_command_asked(self, command_id: CommandId) -> None:
        self._handlers[command_id]()

    def _on_stage_chosen(self, number: int) -> None:
        """Go to the first question of a stage that lacks its answer, else to its first step."""
        steps = self._walk.stages[number].steps
        self.show_step(next(filter(self._lacks_answer, steps), steps[0]))

    def _on_changed(self, change: Change, _initiator: object) -> None:
        old, self._walk = self._walk, self._walk_now()
        step = self._walk.nearest(self._step, old)
        outline = self._open_audit.outline
        line = read_entry(outline, change.entry) if change.entry else None
        if line is not None:
            place = step_of_line(line, outline)
            step = place if place is not None and place in self._walk else step
        if step != self._step:
            self.show_step(step)
        self.undone.hide()
        if line is not None:
            self.pages.focus_change(line)
            self.undone.show_line(line)
            announce(self, undone_words(line))
        self._show_facts()
        self.guidance.refresh(guidance_for(self._step, self._open_audit.outline))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a pane that lies over the page by Esc."""
        if event.key() != Qt.Key.Key_Escape or not self.panes.close_open_pane():
            super().keyPressEvent(event)
