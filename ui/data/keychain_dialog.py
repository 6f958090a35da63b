# SPDX-License-Identifier: MPL-2.0
"""Turn on that the keychain of the account unlocks the audits."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from auditapp.errors import StoppedError
from auditapp.i18n import _
from ui.fault_banner import FaultBanner
from ui.jobs import Job, Jobs
from ui.theme.theme import Theme
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


class KeychainDialog(Dialog):
    """Say what it weakens and ask for the passphrase; accepted when it is turned on.

    While the keychain is waited for, which may be asking the person something, leaving stops that.
    """

    def __init__(
        self, theme: Theme, workspace: "Workspace", jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Let the keychain unlock the audits"), parent, width=560)
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        words = _(
            "A key to your audits is put into the keychain of your account on this computer. The "
            "screen that asks for your passphrase then has a second button, and nothing has to be "
            "typed.\n\n"
            "This makes your audits easier to open, for others too. Whoever is signed in to your "
            "account can press that button. On Windows any program that runs in your account can "
            "take the key; on a Mac or on Linux some can. Leave it off where others use your "
            "account.\n\n"
            "Your passphrase and the recovery key stay as they are. Do not forget them: a keychain "
            "can lose what is in it."
        )
        self.passphrase = PassphraseField(theme, _("Your &passphrase"))
        self.fault = FaultBanner(theme)
        explanation = TextLabel(theme, words, "body", "2", wrap=True)
        self._page = self.add_page(explanation, self.passphrase, self.fault)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.on_button = self.add_button(_("Turn it on"), "primary", is_default=True)
        self.passphrase.text_edited.connect(self._on_text_edited)
        self.on_button.clicked.connect(self._on_turn_on_asked)
        self.passphrase.setFocus()

    def _set_busy(self, is_busy: bool) -> None:
        self.passphrase.setEnabled(not is_busy)
        self.on_button.setEnabled(not is_busy)
        self.on_button.setText(_("Asking the keychain …") if is_busy else _("Turn it on"))
        if is_busy:
            self.cancel_button.setFocus()

    # Slots

    def _on_text_edited(self) -> None:
        self.passphrase.set_error(None)

    def _on_turn_on_asked(self) -> None:
        if not self.passphrase.text:
            self.passphrase.set_error(_("Type your passphrase."))
            self.passphrase.setFocus()
            return
        self.fault.hide()
        self._set_busy(True)
        work = partial(_turn_on, self._workspace, self.passphrase.text)
        self._job = self._jobs.start(work, succeeded=self._on_turned_on, failed=self._on_failed)

    def _on_turned_on(self, _nothing: object) -> None:
        self._job = None
        self.passphrase.clear()
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if isinstance(error, StoppedError):
            self.reject()
            return
        self._set_busy(False)
        self.passphrase.setFocus()
        if self.fault.tell(error, self.passphrase):
            self._page.show_whole(self.fault)

    # Qt

    def reject(self) -> None:
        """Stop waiting for the keychain first: nobody should have to guess what came of it."""
        if self._job is None:
            super().reject()
        else:
            self._job.cancel()


def _turn_on(workspace: "Workspace", passphrase: str, job: Job) -> None:
    workspace.turn_keychain_on(passphrase, is_cancelled=lambda: job.is_cancelled)
