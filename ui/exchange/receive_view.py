# SPDX-License-Identifier: MPL-2.0
"""Take in a package of audits: see first what it would do, then do it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.errors import StoppedError, WrongCodeError
from auditapp.exchange.incoming import AuditDone, IncomingPackage
from auditapp.i18n import _
from auditapp.model.exchange import Choice
from auditapp.model.ids import AuditId
from auditapp.workspace import Workspace
from ui.exchange.arrival_rows import ARRIVAL_COLUMNS, done_rows, done_words
from ui.exchange.package_card import PackageCard
from ui.exchange.plan_card import PlanCard
from ui.jobs import Job, Jobs, Result
from ui.messages import explain
from ui.outside import Outside
from ui.rows.group_card import GroupCard
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading
from ui.work_bar import WorkBar

_FEW = 30
_OPEN = "open"


class ReceiveView(Page):
    """A file and its code; what is in it; and what was done. Nothing is changed before that.

    Signals:
        audit_chosen: the id of an audit to open.
        brought_in: something was brought in.
        left: the person wants to be back at the list of audits.
    """

    audit_chosen = Signal(str)
    brought_in = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=12, is_read=True, parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        self.file = PackageCard(theme, outside)
        self.work_bar = WorkBar(theme)
        self.outcome = Banner(theme, "ok", "", actions=[(_OPEN, _("Open the audit"))])
        self.plan_card = PlanCard(theme)
        self.done_group = RowGroup(
            theme, _("Audits in the package"), columns=ARRIVAL_COLUMNS, about=_("Case"),
            few=_FEW, at_a_time=100,
        )  # fmt: skip
        self.done_card = GroupCard(theme, _("What was done"), [self.done_group])
        self.back_button = PushButton(theme, _("Back to the audits"), "quiet", "arrow-left")
        self._opens = AuditId("")
        self._build()
        self._connect()

    def open_package(self, path: Path, code: str) -> None:
        """Open a package away from the window, and say what it would do."""
        self._forget_package()
        self.done_card.hide()
        self._work(
            partial(_read, self._workspace, path, code),
            _("Opening the package …"),
            self._on_read,
        )

    def stop(self) -> None:
        """Stop all work and let go of what was read, before the window locks."""
        self._drop_job()
        self.file.setEnabled(True)
        self.file.clear()
        self._forget_package()
        self.done_group.set_rows(())
        self.done_card.hide()
        self.outcome.hide()

    # Building

    def _build(self) -> None:
        words = _(
            "Somebody sent you audits in a file whose name ends in .cfaudit, and told you its code "
            "over the telephone. You see first what it would do; nothing is changed by looking."
        )
        head = PageHeading(self._theme, _("Receive audits"), self.back_button, words=words)
        self._column.addWidget(head)
        for part in (self.outcome, self.done_card, self.file, self.work_bar, self.plan_card):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.outcome.hide()
        self.done_card.set_words("")
        self.done_card.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.file.open_asked.connect(self.open_package)
        self.file.changed.connect(self._forget_package)
        self.plan_card.do_asked.connect(self._on_do_asked)
        self.done_group.key_chosen.connect(self.audit_chosen)
        for card in (self.plan_card, self.done_card):
            card.row_reached.connect(self._on_row_reached)
        self.outcome.action_clicked.connect(self._on_open_clicked)

    def _first_stop(self) -> QWidget:
        return self.file.drop.button

    # Work

    def _work(
        self, work: Callable[[Job], Result], words: str, succeeded: Callable[[Result], None]
    ) -> None:
        self._drop_job()
        self.file.setEnabled(False)
        self.plan_card.setEnabled(False)
        self.outcome.hide()
        job = self._jobs.start(
            work,
            succeeded=succeeded,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self._job = job
        self.work_bar.follow(job, words)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _end_work(self) -> bool:
        """Let the person go on; return whether what ended is what they wait for."""
        if not isValid(self) or self.sender() is not self._job:
            return False
        self._job = None
        self.file.setEnabled(True)
        self.plan_card.setEnabled(True)
        return True

    def _forget_package(self) -> None:
        self.plan_card.forget()

    def _tell(self, tone: str, title: str, text: str, *, opens: AuditId | None = None) -> None:
        self._opens = opens or AuditId("")
        for button in self.outcome.buttons:
            button.setVisible(opens is not None)
        self.outcome.show_message(tone, title, text)

    # Slots

    def _on_read(self, incoming: IncomingPackage) -> None:
        if not self._end_work():
            return
        card = self.plan_card
        card.show_package(incoming)
        announce(self, f"{incoming.words} {card.would.text()}")
        waiting = card.fields[0].combo_box if card.fields else card.group.list
        target = card.do_button if card.do_button.isEnabled() else waiting
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: BaseException) -> None:
        if not self._end_work():
            return
        message = explain(error)
        if isinstance(error, WrongCodeError):
            self.file.show_wrong_code(f"{message.title} {message.text}")
            return
        tone = "info" if isinstance(error, StoppedError) else "danger"
        self._tell(tone, message.title, message.text)
        self.file.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_do_asked(self) -> None:
        card = self.plan_card
        if card.incoming is not None and self._job is None:
            work = partial(_bring_in, self._workspace, card.incoming, dict(card.choices))
            self._work(work, _("Bringing it in …"), self._on_done)

    def _on_done(self, done: tuple[AuditDone, ...]) -> None:
        if not self._end_work():
            return
        is_whole = not any(each.why_left for each in done)
        if is_whole:
            self.file.clear()
        self._forget_package()
        changed = [each for each in done if each.is_changed]
        differing = sum(each.plan.differences for each in changed)
        text = ""
        if differing:
            text = _("Some lines came in two versions. Open the audit to choose what stands.")
        if not is_whole:
            text = _("What came in is whole. Open the file again to bring in the others.")
        opens = changed[0].plan.here if len(changed) == 1 else None
        tone = "ok" if is_whole and not differing else "warn"
        self._tell(tone, done_words(done), text, opens=opens)
        self.done_group.set_rows(done_rows(done))
        self.done_card.setVisible(len(done) > 1 or not is_whole)
        self.brought_in.emit()
        target = self.outcome.buttons[0] if opens else self.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(24))

    def _on_open_clicked(self, _key: str) -> None:
        self.audit_chosen.emit(self._opens)


def _read(workspace: Workspace, path: Path, code: str, job: Job) -> IncomingPackage:
    """Work away from the window: no widget is touched here."""
    return workspace.read_package(
        path,
        code,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )


def _bring_in(
    workspace: Workspace, incoming: IncomingPackage, choices: Mapping[AuditId, Choice], job: Job
) -> tuple[AuditDone, ...]:
    return workspace.import_package(
        incoming,
        choices,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
