# SPDX-License-Identifier: MPL-2.0
"""The page of what audits ask for, and of the registers beside them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.avoided_names import PersonalFinder
from auditapp.i18n import _
from auditapp.model.ids import AuditId, RecordId
from auditapp.model.register import Register
from auditapp.workspace import Workspace
from ui.actions.action_finder import ActionsRead
from ui.actions.actions_part import ActionsPart
from ui.actions.concern_lines import CONCERNS
from ui.actions.feedback_part import FeedbackPart
from ui.actions.theme_lines import THEMES
from ui.home.place_page import PlacePage
from ui.jobs import Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.registers.read_line import ReadLine
from ui.registers.read_part import ReadPart
from ui.registers.register_part import RegisterPart
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.walkthrough.steps import REVIEW
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.switch_button import SwitchButton
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

ACTIONS: Final = "actions"
FEEDBACK: Final = "feedback"
_READ_KINDS: Final = {"concerns": CONCERNS, "themes": THEMES}
_NAMES: Final = {
    ACTIONS: _("Actions"),
    "concerns": _("Concerns"),
    Register.DISPUTES.value: _("Disputes"),
    Register.LEARNING.value: _("Learning"),
    Register.ACTIVITIES.value: _("Other activity"),
    FEEDBACK: _("Feedback"),
    "themes": _("Themes"),
}
"""The parts in their order, each with its word."""


class ActionsView(Page, PlacePage):
    """A switch between parts, each made when it is first wanted.

    Signals:
        audit_asked: an audit is to be opened; its id and the ``Step`` to show.
        report_asked: a report of an audit is to be shown; the ``ReportOfOne``.
    """

    audit_asked = Signal(str, object)
    report_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=SPACE["2"], parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self.personal_finder = PersonalFinder()
        self._name = ACTIONS
        self._themes: Sequence[str] = ()
        self._parts: dict[str, ActionsPart | ReadPart] = {}
        self.buttons = {name: SwitchButton(theme, words) for name, words in _NAMES.items()}
        self._build()
        self.show_part(ACTIONS, reads=False)

    def refresh(self) -> None:
        """Read what is on show again."""
        self.part(self._name).refresh()

    def show_part(self, name: str, *, reads: bool = True) -> None:
        """Show a part by its name, one of the switch."""
        part = self.part(name)
        self._name = name
        self.buttons[name].setChecked(True)
        for each in self._parts.values():
            each.setVisible(each is part)
        if reads:
            part.refresh()

    def show_action(self, audit_id: AuditId, action_id: RecordId) -> None:
        """Show one action whole, whatever was looked for; one that is gone is said to be."""
        self.actions_part.look_for_action((audit_id, action_id))
        self.show_part(ACTIONS)

    def part(self, name: str) -> ActionsPart | ReadPart:
        """Return a part, which is made if need be."""
        if name not in self._parts:
            self._parts[name] = self._made(name)
            self._parts[name].hide()
            self._column.addWidget(self._parts[name], 1)
        return self._parts[name]

    @property
    def actions_part(self) -> ActionsPart:
        """The part with the actions."""
        part = self._parts[ACTIONS]
        assert isinstance(part, ActionsPart)  # noqa: S101 - it is made first, as just that
        return part

    def stop(self) -> None:
        """End all work, before the window locks."""
        for part in self._parts.values():
            part.stop()

    def sealed_place(self) -> bytes:
        """Return the part on show, what is looked for and typed, sealed by the workspace."""
        words = {name: part.words() for name, part in self._parts.items()}
        return self._workspace.seal_words(json.dumps({"part": self._name, "words": words}))

    def resume(self, sealed: bytes) -> None:
        """Show the part that was on show before the window was locked, and what was typed."""
        text = self._workspace.unseal_words(sealed)
        if text is None:
            return
        kept: Mapping[str, Any] = json.loads(text)
        name = kept["part"]
        for each, words in kept["words"].items():
            if each != name:
                self.part(each).resume(words)
        self.show_part(name)
        if name in kept["words"]:
            self.part(name).resume(kept["words"][name])

    # Building

    def _build(self) -> None:
        row = FlowRow(0)
        row.setAccessibleName(_("What to look at"))
        for name, button in self.buttons.items():
            button.setProperty("part", name)
            button.clicked.connect(self._on_part_clicked)
            row.add(button)
        self._column.addWidget(PageHeading(self._theme, _("Actions and registers")))
        self._column.addWidget(row)

    def _made(self, name: str) -> ActionsPart | ReadPart:
        theme, workspace, jobs = self._theme, self._workspace, self._jobs
        if name == ACTIONS:
            actions = ActionsPart(theme, workspace, self._preferences, jobs, self._outside)
            actions.audit_asked.connect(self.audit_asked)
            actions.finder.read.connect(self._on_all_read)
            return actions
        if name == FEEDBACK:
            feedback = FeedbackPart(theme, workspace, jobs)
            feedback.line_chosen.connect(self._on_line_chosen)
            feedback.report_asked.connect(self.report_asked)
            return feedback
        if name not in _READ_KINDS:
            register = RegisterPart(theme, workspace, self._preferences, jobs, Register(name))
            register.desk.suggest_themes(self._themes)
            return register
        part = ReadPart(theme, workspace, jobs, _READ_KINDS[name])
        part.line_chosen.connect(self._on_line_chosen)
        return part

    def _first_stop(self) -> QWidget:
        return self.part(self._name).stop_for_focus

    # Slots

    def _on_part_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, SwitchButton):
            self.show_part(button.property("part"))
            announce(self, button.text())

    def _on_line_chosen(self, line: ReadLine) -> None:
        if line.audit is not None:
            self.audit_asked.emit(line.audit, line.step or REVIEW)
        elif self._name == "themes" and line.listed.key:
            self.actions_part.look_for_theme(str(line.listed.key))
            self.show_part(ACTIONS)
            self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all_read(self, read: ActionsRead) -> None:
        self._themes = read.choices.themes
        for part in self._parts.values():
            if isinstance(part, RegisterPart):
                part.desk.suggest_themes(self._themes)
