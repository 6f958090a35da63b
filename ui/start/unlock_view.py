# SPDX-License-Identifier: MPL-2.0
"""Unlock the workspace with the passphrase, the recovery key or the keychain."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.errors import StoppedError, WrongPassphraseError
from auditapp.i18n import _
from auditapp.keychain import Keychain, may_unlock
from auditapp.paths import AppPaths
from ui.jobs import Job, Jobs
from ui.start.start_page import StartPage, button_row
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.divider import Divider

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


class UnlockView(StartPage):
    """Ask for the passphrase, or for the recovery key instead.

    Where the keychain may unlock the audits there is a button for it. It is never used unasked:
    the window may just have locked because nobody was there.

    Signals:
        unlocked: the workspace.
        restore_asked: a backup is to be restored instead.
    """

    unlocked = Signal(object)
    restore_asked = Signal()

    help_page = "unlock"

    def __init__(
        self,
        theme: Theme,
        paths: AppPaths,
        jobs: Jobs,
        parent: QWidget | None = None,
        keychain: Keychain | None = None,
    ) -> None:
        """Make the view; ``keychain`` is that of the account unless a test has another."""
        super().__init__(theme, parent)
        self._paths = paths
        self._jobs = jobs
        self._keychain = keychain
        self._keychain_job: Job | None = None
        self._is_busy = False
        self._opening: Callable[[str], Workspace] = partial(_unlock, paths)
        self.notice = Banner(theme, "info", "", icon="lock")
        self.passphrase = PassphraseField(theme, _("&Passphrase"))
        self.recovery_key = LineField(theme, _("&Recovery key"))
        self.unlock_button = PushButton(theme, _("Unlock"), "primary", "lock-open")
        self.other_button = PushButton(theme, "", "quiet", "key")
        self.keychain_button = PushButton(
            theme, _("Unlock with the &keychain"), "quiet", "user-round"
        )
        self.restore_button = PushButton(theme, _("Restore from a backup …"), "quiet", "history")
        self._parts = (
            self.passphrase,
            self.recovery_key,
            self.unlock_button,
            self.other_button,
            self.keychain_button,
            self.restore_button,
        )
        self._build()
        self._connect()
        self._use(self.passphrase)

    def set_reason(self, text: str) -> None:
        """Say why the audits are locked."""
        self._show_notice("info", text, "", "lock")

    def set_warning(self, title: str, text: str) -> None:
        """Say why the audits are locked, and that something about that is not well."""
        self._show_notice("warn", title, text, "triangle-alert")

    def set_opening(self, opening: "Callable[[str], Workspace] | None") -> None:
        """Open the workspace another way, given the secret; None is the usual one."""
        self._opening = opening or partial(_unlock, self._paths)
        # Only who knows the secret may come back to work that is still in memory.
        self.keychain_button.setVisible(opening is None and may_unlock(self._paths))

    @property
    def is_busy(self) -> bool:
        """Whether a secret is being tried at this moment."""
        return self._is_busy

    def _build(self) -> None:
        body = self.card.body
        body.addWidget(self.notice)
        body.addWidget(TextLabel(self._theme, _("Unlock your audits"), "title", wrap=True))
        body.addWidget(self.passphrase)
        body.addWidget(self.recovery_key)
        body.addWidget(button_row(self._theme, self.unlock_button))
        body.addWidget(Divider(self._theme, room=0))
        ways = QVBoxLayout()
        ways.setSpacing(0)
        for button in (self.other_button, self.keychain_button, self.restore_button):
            row = FlowRow()  # in which long words are wrapped
            row.add(button)
            ways.addWidget(row)
        body.addLayout(ways)
        self.keychain_button.setVisible(may_unlock(self._paths))
        self.notice.hide()
        self.recovery_key.set_hint(
            _("Nine groups of four letters and figures. Small letters and spaces do no harm.")
        )

    def _connect(self) -> None:
        for field in (self.passphrase, self.recovery_key):
            field.line_edit.returnPressed.connect(self._on_unlock_asked)
            field.text_edited.connect(self._on_text_edited)
        self.unlock_button.clicked.connect(self._on_unlock_asked)
        self.other_button.clicked.connect(self._on_other_asked)
        self.restore_button.clicked.connect(self.restore_asked)
        self.keychain_button.clicked.connect(self._on_keychain_pressed)

    def _use(self, field: LineField) -> None:
        """Ask for one of the two secrets."""
        self._field = field
        is_key = field is self.recovery_key
        self.passphrase.setVisible(not is_key)
        self.recovery_key.setVisible(is_key)
        self.other_button.setText(
            _("Use the passphrase") if is_key else _("Use the recovery key instead")
        )
        self.setFocusProxy(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        for widget in self._parts:
            widget.setEnabled(not is_busy)
        self.unlock_button.setText(_("Unlocking …") if is_busy else _("Unlock"))

    def _set_waiting(self, job: Job | None) -> None:
        """Leave only the keychain's button, to stop waiting for it; ``job``: what waits, if any."""
        self._keychain_job = job
        for widget in self._parts:
            widget.setEnabled(job is None)
        self.keychain_button.setEnabled(True)
        self.unlock_button.setText(_("Unlock") if job is None else _("Waiting …"))
        self.keychain_button.setText(
            _("Unlock with the &keychain") if job is None else _("Stop waiting")
        )

    def _show_notice(self, tone: str, title: str, text: str, icon: str) -> None:
        self.notice.show_message(tone, title, text, icon)

    # Slots

    def _on_text_edited(self) -> None:
        self._field.set_error(None)

    def _on_other_asked(self) -> None:
        self._use(self.passphrase if self._field is self.recovery_key else self.recovery_key)

    def _on_unlock_asked(self) -> None:
        secret = self._field.text
        if not secret.strip():
            words = (
                _("Type the recovery key.")
                if self._field is self.recovery_key
                else _("Type your passphrase.")
            )
            self._field.set_error(words)
            self._field.setFocus()
            return
        self._field.set_error(None)
        self._set_busy(True)
        opening = self._opening
        self._jobs.start(
            lambda _job: opening(secret), succeeded=self._on_unlocked, failed=self._on_failed
        )

    def _on_keychain_pressed(self) -> None:
        if self._keychain_job is not None:
            self._keychain_job.cancel()
            return
        self._field.set_error(None)
        self.notice.hide()
        work = partial(_unlock_with_keychain, self._paths, self._keychain)
        job = self._jobs.start(work, succeeded=self._on_unlocked, failed=self._on_keychain_failed)
        self._set_waiting(job)
        self.keychain_button.setFocus()
        announce(self, _("Waiting for the keychain"))

    def _on_keychain_failed(self, error: BaseException) -> None:
        self._set_waiting(None)
        if not isinstance(error, StoppedError):
            message = self.explained(error)
            self._show_notice("warn", message.title, message.text, "triangle-alert")
        self._field.setFocus()

    def _on_unlocked(self, workspace: "Workspace") -> None:
        self._keychain_job = None
        self._is_busy = False
        self.passphrase.clear()
        self.recovery_key.set_text("")
        self.unlocked.emit(workspace)

    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(False)
        message = self.explained(error)
        if isinstance(error, WrongPassphraseError):
            self._field.set_error(f"{message.title} {message.text}")
        else:
            self._show_notice("warn", message.title, message.text, "triangle-alert")
        self._field.setFocus()
        self._field.line_edit.selectAll()


def _unlock(paths: AppPaths, secret: str) -> "Workspace":
    # After the first paint, and in a thread: it fetches pydantic and cryptography.
    from auditapp.workspace import Workspace  # noqa: PLC0415

    return Workspace.unlock(paths, secret)


def _unlock_with_keychain(paths: AppPaths, keychain: Keychain | None, job: Job) -> "Workspace":
    from auditapp.workspace import Workspace  # noqa: PLC0415 - as above

    return Workspace.unlock_with_keychain(
        paths, keychain=keychain, is_cancelled=lambda: job.is_cancelled
    )
