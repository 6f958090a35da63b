# SPDX-License-Identifier: MPL-2.0
"""Send audits: ask what for, save the file away from the window, and show its code."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.errors import StoppedError
from auditapp.exchange.incoming import SavedPackage
from auditapp.file_names import package_file_name
from auditapp.i18n import _, ngettext
from auditapp.model.exchange import Purpose
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from ui.error_dialog import ErrorDialog
from ui.exchange.code_dialog import CodeDialog
from ui.exchange.purpose_words import NAMES, fitting
from ui.exchange.send_dialog import SendDialog, SendOrder
from ui.exchange.sending_dialog import SendingDialog
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.theme.theme import Theme


class SendDesk(QObject):
    """Open the dialogs of sending, one after the other, over a view.

    Signals:
        sent: a file was saved; the ids of the audits in it.
        busy_changed: whether a file is being saved.
    """

    sent = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, outside: Outside, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialogs open."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._view = view
        self._job: Job | None = None
        self._asked: tuple[Sequence[AuditId], Purpose | None] = ((), None)
        self.dialog: SendDialog | None = None
        self.sending_dialog: SendingDialog | None = None
        self.code_dialog: CodeDialog | None = None
        self.error_dialog: ErrorDialog | None = None

    def ask(self, audit_ids: Sequence[AuditId], purpose: Purpose | None = None) -> None:
        """Ask what some audits are sent for; ``purpose`` is offered alone where it is given."""
        if self.dialog is not None or self._job is not None:
            return
        wanted = set(audit_ids)
        rows = [row for row in self._workspace.audits() if row.id in wanted]
        fit = {
            each: found
            for each in NAMES
            if purpose in (None, each) and (found := fitting(self._workspace, rows, each))
        }
        if not fit:
            self._tell(
                Message(
                    _("None of these audits can be sent for that."),
                    _(
                        "A second reading goes back once it is signed off. For moderation, choose "
                        "signed audits that nobody has read a second time yet."
                    ),
                )
            )
            return
        self._asked = tuple(audit_ids), purpose
        self.dialog = SendDialog(self._theme, fit, len(rows), self._view)
        self.dialog.ordered.connect(self._on_ordered)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed, as it can be kept sealed while the window is locked; None if none.

        So is a code that nobody has noted yet, without which the file that was saved is lost.
        """
        if self.code_dialog is not None:
            return {"code": self.code_dialog.said}
        if self.dialog is None:
            return None
        audit_ids, purpose = self._asked
        return {"audits": list(audit_ids), "only": purpose, "typed": self.dialog.typed()}

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before."""
        if "code" in typed:
            self._show_said(*typed["code"])
            return
        only = typed["only"]
        self.ask([AuditId(each) for each in typed["audits"]], Purpose(only) if only else None)
        if self.dialog is not None:
            self.dialog.show_typed(typed["typed"])

    # Inside

    def _tell(self, message: Message) -> None:
        self.error_dialog = ErrorDialog(self._theme, message, self._view)
        self.error_dialog.finished.connect(self._on_error_closed)
        self.error_dialog.open()

    def _show_code(self, order: SendOrder, path: Path, saved: SavedPackage) -> None:
        number = order.number or len(order.audits)
        count = ngettext("{count} audit", "{count} audits", number).format(count=number)
        self._show_said(path.name, saved.code, count)

    def _show_said(self, name: str, code: str, count: str) -> None:
        self.code_dialog = CodeDialog(self._theme, name, code, count, self._view)
        self.code_dialog.finished.connect(self._on_code_closed)
        self.code_dialog.open()

    # Slots

    def _on_ordered(self, order: SendOrder) -> None:
        name = package_file_name(self._workspace.clock().astimezone().date())
        path = self._outside.ask_save_path(self._view.window(), _("Save the package"), name)
        # While that dialog was open, the window may have locked itself and put the view away.
        if path is None or not isValid(self):
            return
        dialog = SendingDialog(self._theme, self._view)
        dialog.finished.connect(self._on_sending_closed)
        self._job = self._jobs.start(
            partial(_send, self._workspace, order, path),
            succeeded=partial(self._on_saved, order, path),
            failed=self._on_failed,
            progressed=dialog.work_bar.show_progress,
        )
        # Whoever locks the window never sees the code, so the file must not be left behind.
        self.destroyed.connect(self._job.cancel)
        self.sending_dialog = dialog
        dialog.follow(self._job)
        dialog.open()
        self.busy_changed.emit(True)

    def _on_saved(self, order: SendOrder, path: Path, saved: SavedPackage) -> None:
        self._job = None
        if not isValid(self):
            return
        self.busy_changed.emit(False)
        self._show_code(order, path, saved)
        self.sent.emit(order.audits)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isValid(self):
            return
        self.busy_changed.emit(False)
        if not isinstance(error, StoppedError):
            self._tell(explain(error))

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_sending_closed(self) -> None:
        self.sending_dialog = None

    def _on_code_closed(self) -> None:
        self.code_dialog = None

    def _on_error_closed(self) -> None:
        self.error_dialog = None


def _send(workspace: Workspace, order: SendOrder, path: Path, job: Job) -> SavedPackage:
    """Work away from the window: no widget is touched here."""
    audits = order.audits
    if order.number is not None:
        audits = workspace.draw_second_readings(audits, order.number, order.seed)
    return workspace.export_package(
        audits,
        path,
        order.purpose,
        recipient=order.recipient,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
