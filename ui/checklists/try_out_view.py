# SPDX-License-Identifier: MPL-2.0
"""Try a checklist out: it looks and answers as in an audit, and nothing is kept."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.front_sheet import Cohort
from auditapp.sessions.practice import PracticeAudit
from auditapp.workspace import Workspace
from ui.checklists.child_dialog import ChildDialog
from ui.checklists.save_desk import SaveDesk
from ui.checklists.savings import SaveKind, saving_of
from ui.checklists.try_out_header import TryOutHeader
from ui.checklists.try_out_strip import TryOutStrip
from ui.error_dialog import ErrorDialog
from ui.help.chapters import OF_PAGE, Place
from ui.jobs import Jobs
from ui.keys.commands import CommandId
from ui.messages import Message
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.step_pages import StepPages
from ui.walkthrough.steps import Walk
from ui.walkthrough.walk_view import WalkView


class TryOutView(WalkView):
    """Walk through the sections and grades of one checklist, on an audit in memory.

    Signals:
        left: the person wants to go back to the list of checklists.
    """

    KEYS_AROUND: ClassVar = WalkView.KEYS_AROUND | {CommandId.PALETTE, CommandId.SHORTCUTS}

    def __init__(  # noqa: PLR0913 - what a walk needs, and the world outside
        self,
        theme: Theme,
        practice: PracticeAudit,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside | None = None,
        parent: QWidget | None = None,
    ) -> None:
        open_audit = OpenAudit(practice, practice.id)
        walk = self._walk_of(open_audit.outline)
        pages = StepPages(theme, open_audit, workspace, preferences, jobs, has_history=False)
        super().__init__(theme, walk, open_audit, pages, preferences, parent)
        open_audit.setParent(self)
        self._workspace = workspace
        self.header = TryOutHeader(theme, practice.checklist)
        self.strip = TryOutStrip(theme)
        self.desk = SaveDesk(theme, jobs, outside or Outside())
        self.desk.setContentsMargins(8, 0, 8, 8)
        self._begin(self.header, self.strip, self.desk)
        self.header.command_asked.connect(self._on_command_asked)
        self.header.child_asked.connect(self._on_child_asked)
        self.header.save_asked.connect(self._on_save_asked)
        self.pages.concern_asked.connect(self._on_concern_asked)

    def end(self) -> None:
        """Forget what was entered. To be called before the view is put away."""
        self._open_audit.abandon()

    @property
    def open_audit(self) -> OpenAudit:
        """The audit that the try-out is about."""
        return self._open_audit

    @property
    def help_place(self) -> Place:
        """Where in the guide it says what a try-out is."""
        return OF_PAGE["try_out"]

    # Inside

    def _walk_now(self) -> Walk:
        return self._walk_of(self._open_audit.outline)

    def _walk_of(self, outline: Outline) -> Walk:
        """Return the steps: those that a checklist has a say in."""
        return Walk(outline, is_try_out=True)

    def _show_facts(self) -> None:
        super()._show_facts()
        self.strip.show_outline(self._open_audit.outline)

    # Slots

    def _on_child_asked(self) -> None:
        dialog = ChildDialog(self._theme, self._open_audit.audit.front.cohorts, self)
        dialog.cohorts_chosen.connect(self._on_cohorts_chosen)
        dialog.open()

    def _on_save_asked(self, kind: SaveKind) -> None:
        self.desk.save(saving_of(kind, self._workspace, self._open_audit.audit.checklists[0]))

    def _on_cohorts_chosen(self, cohorts: tuple[Cohort, ...]) -> None:
        self.pages.settle_now()
        front = self._open_audit.audit.front
        self._open_audit.change_front(front.model_copy(update={"cohorts": cohorts}))

    def _on_concern_asked(self) -> None:
        # Nobody may believe that a worry about a real child was recorded here.
        message = Message(
            _("This is only a try-out"),
            _(
                "In an audit this opens the form for an immediate concern. A try-out keeps "
                "nothing. If you are worried about a child, tell somebody who can act today, and "
                "record it in an audit."
            ),
        )
        ErrorDialog(self._theme, message, self).open()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a pane that lies over the page by Esc, else leave."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.panes.close_open_pane():
            self._leave()
