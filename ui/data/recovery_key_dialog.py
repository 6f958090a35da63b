# SPDX-License-Identifier: MPL-2.0
"""Show a new recovery key and have it typed back, before it takes the place of the old one."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.fault_banner import FaultBanner
from ui.jobs import Job, Jobs
from ui.outside import Outside
from ui.start.key_panel import KeyPanel
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


class KeyDialogWords(NamedTuple):
    """Say what a dialog that goes through a new recovery key is about.

    Args:
        title: The title.
        explanation: What it does, before anything is asked.
        secret: The label of what has to be typed first.
        before: What the button says before the last step.
        during: What it says during the last step.
    """

    title: str
    explanation: str
    secret: str
    before: str
    during: str


class RecoveryKeyDialog(Dialog):
    """Ask for the passphrase, show the key, have it typed back. Accepted when it is in force.

    `ResealDialog` goes on from there in another way.

    Signals:
        left_unused: the dialog was left after a key was shown, and the key is not in force.
    """

    left_unused = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: "Workspace",
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        said = self._said = self._words()
        super().__init__(theme, said.title, parent, width=560)
        self._workspace = workspace
        self._jobs = jobs
        self._is_busy = False
        self._typed_secret = ""
        self.secret = PassphraseField(theme, said.secret)
        self.panel = KeyPanel(theme, outside)
        self.fault = FaultBanner(theme)
        self._explanation = TextLabel(theme, said.explanation, "body", "2", wrap=True)
        self._page = self.add_page(self._explanation, self.secret, self.panel, self.fault)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.next_button = self.add_button(_("Continue"), "primary", is_default=True)
        self.panel.hide()
        self.secret.text_edited.connect(self._on_secret_edited)
        self.next_button.clicked.connect(self._on_next_asked)
        self.secret.setFocus()

    # What another dialog of this kind says and does in its own way

    def _words(self) -> KeyDialogWords:
        return KeyDialogWords(
            _("Make a new recovery key"),
            _(
                "The old key stops working once you have typed the new one back; until then it "
                "holds. Backups that you made before still open with the old key."
            ),
            _("Your &passphrase, or the present recovery key"),
            _("Use the new key"),
            _("Saving …"),
        )

    def _offer(self, _job: Job) -> str:
        return self._workspace.offer_recovery_key(self._typed_secret)

    def _go_on(self, typed: str) -> None:
        work = partial(_use, self._workspace, typed)
        self._jobs.start(work, succeeded=self._on_used, failed=self._on_failed)

    # Inside

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        for widget in (self.secret, self.panel, self.cancel_button, self.next_button):
            widget.setEnabled(not is_busy)
        before, during = self._said.before, self._said.during
        if self.panel.isHidden():
            before, during = _("Continue"), _("Checking …")
        self.next_button.setText(during if is_busy else before)
        if is_busy:
            self.fault.hide()

    def _finish(self) -> None:
        """Close: the new key is in force."""
        KeyReminder(self._workspace.paths).clear()
        self._forget()
        self.accept()

    def _forget(self) -> None:
        self._typed_secret = ""
        self.secret.clear()
        self.panel.clear()

    # Slots

    def _on_secret_edited(self) -> None:
        self.secret.set_error(None)

    def _on_next_asked(self) -> None:
        if self.panel.isHidden():
            self._ask_for_offer()
        elif self._workspace.is_offered(self.panel.again.text):
            self._set_busy(True)
            self._go_on(self.panel.again.text)
        else:
            self.panel.show_wrong()
            self._page.show_whole(self.panel.again)

    def _ask_for_offer(self) -> None:
        self._typed_secret = self.secret.text
        if not self._typed_secret:
            self.secret.set_error(_("Type it first."))
            self.secret.setFocus()
            return
        self._set_busy(True)
        self._jobs.start(self._offer, succeeded=self._on_offered, failed=self._on_failed)

    def _on_offered(self, key: str) -> None:
        self.secret.clear()
        self.secret.hide()
        owner = self._workspace.settings().auditor
        self.panel.set_key(key, owner, self._workspace.short_id)
        self._explanation.set_text(
            _(
                "This is the new key. It is shown this once. Print it or save it on a USB stick, "
                "and keep it in the office safe, away from this computer. Then type it below."
            )
        )
        self.panel.show()
        self._set_busy(False)
        self.panel.setFocus()
        announce(self, self._explanation.text())

    def _on_used(self, _nothing: object) -> None:
        self._finish()

    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(False)
        if self.fault.tell(error, self.secret if self.panel.isHidden() else None):
            self._page.show_whole(self.fault)

    # Qt

    def reject(self) -> None:
        """Stay while something is being written: nobody should have to guess which key holds."""
        if self._is_busy:
            return
        if not self.panel.isHidden():
            self.left_unused.emit()
        self._forget()
        super().reject()


def _use(workspace: "Workspace", typed: str, _job: Job) -> None:
    workspace.use_recovery_key(typed)
