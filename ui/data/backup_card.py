# SPDX-License-Identifier: MPL-2.0
"""Make backups, and lead to checking and restoring one."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.errors import BackupCancelledError
from auditapp.file_names import backup_file_name
from auditapp.i18n import _
from auditapp.operations.backup import BackedUp
from auditapp.workspace import Workspace
from ui.data.backup_words import count_words, last_backup_words, size_words
from ui.data.backup_work import write_backup
from ui.jobs import Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.settled import show_settled
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.number_field import NumberField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.work_bar import WorkBar

LEAST_NUMBER: Final = 280
"""The least width, in pixels at 100 %, of a field for a number of days or months."""
_MOST_DAYS: Final = 365


class BackupCard(Card):
    """When the last backup was made, a button to make one, and the days until the next.

    Signals:
        backup_chosen: a backup is to be looked at, or restored from; its path.
        backed_up: a backup was made.
    """

    backup_chosen = Signal(object)
    backed_up = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self.last = TextLabel(theme, "", "strong", wrap=True)
        self.make_button = PushButton(theme, _("Back up now"), "primary", "save")
        self.check_button = PushButton(theme, _("Check a backup …"), icon="file-check")
        self.restore_button = PushButton(theme, _("Restore …"), icon="history")
        self.days = NumberField(
            theme, _("Remind me when the last backup is older than"), unit=_("days"),
            least=0, most=_MOST_DAYS, hint=_("0 for no reminder."),
        )  # fmt: skip
        self.work_bar = WorkBar(theme)
        self.outcome = Banner(theme, "ok", "")
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show when the last backup was made, and the days of the settings."""
        workspace = self._workspace
        self.last.set_text(last_backup_words(workspace.last_backup(), workspace.clock()))
        if not self.days.line_edit.hasFocus():
            self.days.set_value(self._preferences.settings.backup_days)
        show_settled(self._preferences, {"backup_days": self.days})

    def back_up(self) -> None:
        """Ask where to, and make a backup there."""
        if self.work_bar.job is not None:
            return
        name = backup_file_name(self._workspace.clock().astimezone())
        path = self._outside.ask_save_path(self.window(), _("Save the backup"), name)
        # While the dialog was open, the window may have locked itself and put this away.
        if path is None or not isValid(self):
            return
        self.outcome.hide()
        job = self._jobs.start(
            partial(write_backup, self._workspace, path),
            succeeded=self._on_backed_up,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, _("Making the backup and reading it back …"))
        self.work_bar.cancel_button.setFocus()
        self._let_choose(is_free=False)

    def settle_now(self) -> None:
        """Keep what is typed and not kept yet."""
        self.days.settle_now()

    def _build(self) -> None:
        words = _(
            "A backup is one file with all your audits, your settings and the checklists that you "
            "loaded. It is locked with your passphrase. Keep it on another disk than that of this "
            "computer, in a place that your organisation allows."
        )
        buttons = FlowRow()
        for button in (self.make_button, self.check_button, self.restore_button):
            buttons.add(button)
        days = FieldGrid(self._theme, 2, LEAST_NUMBER)
        days.add(self.days)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(self._theme, _("Backup"), "heading", wrap=True))
        self.body.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        self.body.addWidget(self.last)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.work_bar)
        self.body.addWidget(buttons)
        self.body.addWidget(days)
        self.outcome.hide()

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.back_up)
        self.check_button.clicked.connect(self._on_backup_wanted)
        self.restore_button.clicked.connect(self._on_backup_wanted)
        self.days.value_changed.connect(self._on_days_changed)
        self.work_bar.ended.connect(self._on_work_ended)
        self._preferences.changed.connect(self.refresh)

    def _let_choose(self, *, is_free: bool) -> None:
        for button in (self.make_button, self.check_button, self.restore_button):
            button.setEnabled(is_free)

    def _tell(self, tone: str, title: str, text: str) -> None:
        self.outcome.show_message(tone, title, text)

    # Slots

    def _on_backed_up(self, done: BackedUp) -> None:
        self.refresh()
        title = _("{audits} backed up and read back").format(audits=count_words(done.audit_count))
        where = _("{name}, {size}").format(name=done.path.name, size=size_words(done.size))
        tone = "warn" if done.remarks else "ok"
        self._tell(tone, title, "\n".join((where, *done.remarks)))
        self.backed_up.emit()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, BackupCancelledError):
            self._tell("info", _("The backup was stopped"), _("No part of it was left behind."))
            return
        message = explain(error)
        self._tell("danger", message.title, message.text)

    def _on_work_ended(self, has_focus: bool) -> None:
        self._let_choose(is_free=True)
        if has_focus:
            self.make_button.setFocus()

    def _on_backup_wanted(self) -> None:
        path = self._outside.ask_backup_path(self.window())
        if path is not None and isValid(self):
            self.backup_chosen.emit(path)

    def _on_days_changed(self, days: int | None) -> None:
        if days is None:
            self.days.set_value(self._preferences.settings.backup_days)
        else:
            self._preferences.change(backup_days=days)
