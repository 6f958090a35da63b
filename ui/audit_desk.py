# SPDX-License-Identifier: MPL-2.0
"""Open one audit at a time, and let none go before all of it is saved."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from auditapp.exports.orders import ReportOfOne
    from auditapp.operations.linked import LinkedRow
    from ui.open_audit import OpenAudit
    from ui.walkthrough.audit_view import AuditView
    from ui.walkthrough.steps import Step


class AuditDesk(QObject):
    """Hold the open audit and its view, from opening to closing.

    Signals:
        opened: an audit is open; its view, to be shown.
        closed: the audit is closed; its view, to be put away.
        left: the person wants to be back at the list, and everything is saved.
        next_case_asked: the audit is closed, and the next case of its round is wanted; its id.
        lock_asked: the person wants to lock the window.
        other_asked: another audit is to be opened, and everything is saved; its id.
        pair_asked: two audits are to be laid side by side, and everything is saved; their
            ``LinkedRow``.
    """

    opened = Signal(object)
    closed = Signal(object)
    left = Signal()
    next_case_asked = Signal(str)
    lock_asked = Signal()
    other_asked = Signal(str)
    pair_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        *,
        outside: Outside,
        window: QWidget,
    ) -> None:
        """Work for ``window``, over which the dialogs open."""
        super().__init__(window)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._window = window
        self._open_audit: OpenAudit | None = None
        self._view: AuditView | None = None

    # Public

    def open(
        self,
        audit_id: AuditId,
        step: "Step | None" = None,
        report: "ReportOfOne | None" = None,
    ) -> None:
        """Open an audit at ``step``, else where the work goes on; say so if that fails.

        ``report`` is the one that was chosen in it before.
        """
        from ui.open_audit import OpenAudit  # noqa: PLC0415 - not before an audit is wanted
        from ui.walkthrough.audit_view import AuditView  # noqa: PLC0415 - as above

        known = set(self._workspace.problems)
        try:
            self._open_audit = OpenAudit(self._workspace, audit_id, self)
        except AuditAppError as error:
            self._tell(explain(error))
            return
        view = AuditView(
            self._theme,
            self._open_audit,
            self._workspace,
            self._preferences,
            self._jobs,
            outside=self._outside,
        )
        view.left.connect(self._on_left)
        view.pages.next_case_asked.connect(self._on_next_case_asked)
        view.lock_asked.connect(self.lock_asked)
        view.other_asked.connect(self._on_other_asked)
        view.pair_asked.connect(self._on_pair_asked)
        self._view = view
        self.opened.emit(view)
        view.pages.choose_report(report)
        view.show_step(step or view.start_place())
        self._tell_of_recovery([each for each in self._workspace.problems if each not in known])

    def close(self, go_on: Callable[[], object]) -> bool:
        """Save and close the open audit, if there is one.

        When it cannot be saved, return False and stay; the person may then choose to lose what is
        not saved, after which ``go_on`` is called. So they may where the program itself is at
        fault, of which they are told as well.
        """
        try:
            error = self.close_alone()
        except Exception as fault:
            self._ask_to_abandon(fault, go_on)
            raise
        if error is not None:
            self._ask_to_abandon(error, go_on)
        return error is None

    def close_alone(self) -> AuditAppError | None:
        """Save and close the open audit without asking anybody; return why that failed, if so."""
        if self._open_audit is None or self._view is None:
            return None
        self._view.settle_now()
        try:
            self._open_audit.close()
        except AuditAppError as error:
            return error
        self._put_away()
        return None

    @property
    def open_audit(self) -> "OpenAudit | None":
        """The open audit, if there is one."""
        return self._open_audit

    @property
    def view(self) -> "AuditView | None":
        """The view of the open audit, if there is one."""
        return self._view

    # Inside

    def _ask_to_abandon(self, error: BaseException, go_on: Callable[[], object]) -> None:
        from ui.unsaved_dialog import UnsavedDialog  # noqa: PLC0415 - hardly ever needed

        if self._open_audit is None:
            return
        words = self._open_audit.unsaved_words
        dialog = UnsavedDialog(self._theme, explain(error), words, self._window)
        dialog.abandoned.connect(self._on_abandoned)
        dialog.abandoned.connect(go_on)
        dialog.open()

    def _put_away(self) -> None:
        """Let the audit that is closed go, and its view off the screen."""
        if self._open_audit is None or self._view is None:
            return
        self.closed.emit(self._view)
        self._open_audit.deleteLater()
        self._open_audit = self._view = None

    def _tell(self, message: Message) -> None:
        from ui.error_dialog import ErrorDialog  # noqa: PLC0415 - hardly ever needed

        ErrorDialog(self._theme, message, self._window).open()

    def _tell_of_recovery(self, sentences: Sequence[str]) -> None:
        """Say what the store found wrong when it opened the audit. Nothing is mended in silence."""
        if sentences:
            self._tell(Message(_("Please check this audit"), "\n\n".join(sentences)))

    # Slots

    def _on_left(self) -> None:
        if self.close(self._on_left):
            self.left.emit()

    def _on_next_case_asked(self, round_id: str) -> None:
        if self.close(partial(self._on_next_case_asked, round_id)):
            self.next_case_asked.emit(round_id)

    def _on_other_asked(self, audit_id: str) -> None:
        if self.close(partial(self._on_other_asked, audit_id)):
            self.other_asked.emit(audit_id)

    def _on_pair_asked(self, linked: "LinkedRow") -> None:
        if self.close(partial(self._on_pair_asked, linked)):
            self.pair_asked.emit(linked)

    def _on_abandoned(self) -> None:
        if self._open_audit is not None:
            self._open_audit.abandon()
            self._put_away()
