# SPDX-License-Identifier: MPL-2.0
"""Hold what is there from unlocking to locking: the workspace, the home and the open audit."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.exports.orders import ReportOfOne
from auditapp.model.ids import AuditId
from auditapp.operations.linked import LinkedRow
from auditapp.run_mark import RunMark
from auditapp.workspace import Workspace
from ui.audit_desk import AuditDesk
from ui.home.home_view import HomeView
from ui.jobs import Jobs
from ui.keys.palette_entry import Offers
from ui.locking.left_place import LeftPlace
from ui.locking.place_keeping import ask_again, go_back, leave_place, with_state_of
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.stage import Stage
from ui.theme.theme import Theme
from ui.walkthrough.audit_view import AuditView
from ui.walkthrough.steps import REPORT, Step, StepKind

if TYPE_CHECKING:  # loads what reads across audits
    from auditapp.operations.figures import LineRow


class Sitting(QObject):
    """Show the home or the open audit on the stage, and let nothing typed get lost.

    Signals:
        lock_asked: the window is to be locked; why, if it was not just asked for.
        restore_asked: the whole of a backup is to be restored; an ``OpenedBackup``.
        help_asked: the person wants the guide.
        failed: what is typed could not be saved; the exception, for the person to see.
    """

    lock_asked = Signal(str)
    restore_asked = Signal(object)
    help_asked = Signal()
    failed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside,
        stage: Stage,
    ) -> None:
        """Begin on ``stage``, with the home."""
        super().__init__(stage)
        self._stage = stage
        self._theme = theme
        self._is_covered = False
        self._is_home_abandoned = False
        self.workspace = workspace
        self.home = HomeView(theme, workspace, preferences, jobs, outside=outside)
        self.desk = AuditDesk(
            theme, workspace, preferences, jobs, outside=outside, window=stage.window()
        )
        self._connect()
        stage.show_view(self.home)
        self._mark = RunMark(workspace.paths)
        left = self._mark.begin(workspace.clock(), workspace.generations())
        if left is not None:
            self.home.notices.tell_of_left_run(left)

    def show(self) -> None:
        """Show what was on show before it was covered."""
        self._is_covered = False
        self._stage.show_view(self.shown)

    def cover(self) -> None:
        """Stay behind what is shown on the stage from now on."""
        self._is_covered = True

    def settle(self, go_on: Callable[[], object]) -> bool:
        """Save what is typed anywhere, before the window locks or closes.

        When something cannot be saved, say so and return False: the window stays as it is. The
        person may choose to lose what is not saved of the open audit; then ``go_on`` is called. So
        it is where a page of the home cannot be saved because of a fault of the program.
        """
        return self._settle_home(go_on) and self.desk.close(go_on)

    def settle_alone(self) -> BaseException | None:
        """Save what is typed anywhere without asking anybody; return why that failed, if so."""
        error: BaseException | None = None
        try:
            error = self.desk.close_alone()
            self.home.settle_now()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the window must not stay open
            error = error or fault
        return error

    def show_guided_start(self) -> None:
        """Show the way through an invented audit; what is open is saved and closed first."""
        if self.desk.close(self.show_guided_start):
            self._stage.show_view(self.home)
            self.home.guided.begin()

    def leave_place(self) -> LeftPlace:
        """Return where the person is."""
        return leave_place(self.workspace, self.home, self.desk)

    def go_back(self, left: LeftPlace) -> None:
        """Go where the person was before the window locked."""
        go_back(left, self.workspace, self.home, self.desk)

    def ask_again(self, left: LeftPlace) -> None:
        """Open the dialog again that could not be settled when the window locked."""
        ask_again(left, self.workspace, self.desk)

    def end(self, left: LeftPlace | None) -> LeftPlace | None:
        """Close the workspace, all of which is saved; return the place as it is known again."""
        marked = None if left is None else with_state_of(self.workspace, left)
        self._stage.remove_view(self.home)
        self.desk.deleteLater()
        self.workspace.close()
        self._mark.end()
        self.deleteLater()
        return marked

    @property
    def shown(self) -> QWidget:
        """The view of the open audit, else the home."""
        return self.desk.view or self.home

    def _connect(self) -> None:
        home, desk = self.home, self.desk
        home.audit_chosen.connect(self._on_audit_chosen)
        home.step_chosen.connect(desk.open)
        home.line_chosen.connect(self._on_line_chosen)
        home.lock_asked.connect(self.lock_asked)
        home.restore_asked.connect(self.restore_asked)
        home.help_asked.connect(self.help_asked)
        desk.opened.connect(self._on_audit_opened)
        desk.closed.connect(self._on_audit_closed)
        desk.left.connect(self._on_audit_left)
        desk.next_case_asked.connect(self._on_next_case_asked)
        desk.lock_asked.connect(self._on_lock_asked)
        desk.other_asked.connect(self._on_audit_chosen)
        desk.pair_asked.connect(self._on_pair_asked)
        home.report_asked.connect(self._on_report_asked)

    def _elsewhere(self) -> Offers:
        """Return what the palette of the open audit offers beside what is in that."""
        audit = self.desk.open_audit
        return self.home.commands.palette.offers(
            self._leave_for, None if audit is None else audit.audit.id
        )

    def _leave_for(self, do: Callable[[], object]) -> None:
        """Save and close the open audit, and then do something else."""
        if self.desk.close(partial(self._leave_for, do)):
            do()

    def _settle_home(self, go_on: Callable[[], object]) -> bool:
        """Settle the pages of the home, whatever is on show; return False when that fails."""
        if self._is_home_abandoned:
            return True
        try:
            self.home.settle_now()
        except AuditAppError as error:
            if self.desk.open_audit is None:
                self.home.show_new_audit()
            self.failed.emit(error)
            return False
        except Exception as fault:  # or else the window could never be closed
            self._ask_to_abandon_home(fault, go_on)
            raise
        return True

    def _ask_to_abandon_home(self, fault: Exception, go_on: Callable[[], object]) -> None:
        from ui.unsaved_dialog import UnsavedDialog  # noqa: PLC0415 - hardly ever needed

        dialog = UnsavedDialog(self._theme, explain(fault), "", self._stage.window())
        dialog.abandoned.connect(self._on_home_abandoned)
        dialog.abandoned.connect(go_on)
        dialog.open()

    # Slots

    def _on_home_abandoned(self) -> None:
        self._is_home_abandoned = True

    def _on_audit_opened(self, view: AuditView) -> None:
        view.help_asked.connect(self.help_asked)
        view.lead_elsewhere(self._elsewhere)
        self._stage.show_view(view)

    def _on_audit_chosen(self, audit_id: AuditId) -> None:
        self.desk.open(audit_id)

    def _on_report_asked(self, wanted: ReportOfOne) -> None:
        self.desk.open(wanted.audit_id, REPORT, wanted)

    def _on_pair_asked(self, linked: LinkedRow) -> None:
        self.home.show_pair(linked.second.id, is_moderation=linked.is_moderation)
        self._stage.show_view(self.home)

    def _on_line_chosen(self, line: "LineRow") -> None:
        if line.action is not None:
            self.home.show_action(line.audit, line.action)
            return
        is_question = line.question is not None
        step = Step(StepKind.QUESTION, line.question or "") if is_question else None
        self.desk.open(line.audit, step)

    def _on_audit_left(self) -> None:
        self.home.show_after_audit()
        self._stage.show_view(self.home)

    def _on_next_case_asked(self, round_id: str) -> None:
        self._stage.show_view(self.home)
        self.home.start_next_case(round_id)

    def _on_audit_closed(self, view: AuditView) -> None:
        if not self._is_covered:
            self._stage.show_view(self.home)
        view.forget()
        self._stage.remove_view(view)

    def _on_lock_asked(self) -> None:
        self.lock_asked.emit("")
