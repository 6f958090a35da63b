# SPDX-License-Identifier: MPL-2.0
"""Change the passphrase."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.fault_banner import FaultBanner
from ui.jobs import Job, Jobs
from ui.start.new_passphrase import NewPassphrase
from ui.theme.theme import Theme
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.surfaces.dialog import Dialog
from ui.widgets.surfaces.divider import Divider

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


class ChangePassphraseDialog(Dialog):
    """Ask for the old passphrase and the new one; accepted when the new one is in force."""

    def __init__(
        self, theme: Theme, workspace: "Workspace", jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Change the passphrase"), parent, width=560)
        self._workspace = workspace
        self._jobs = jobs
        self._is_busy = False
        self.old = PassphraseField(theme, _("Your &present passphrase, or the recovery key"))
        self.fields = NewPassphrase(theme, _("&New passphrase"), _("The new passphrase &again"))
        self.fault = FaultBanner(theme)
        self._page = self.add_page(self.old, Divider(theme), self.fields, self.fault)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.change_button = self.add_button(_("Change it"), "primary", is_default=True)
        settings = workspace.settings()
        self.fields.set_own_names(settings.auditor, settings.organisation)
        self.old.text_edited.connect(self._on_old_edited)
        self.change_button.clicked.connect(self._on_change_asked)
        self.old.setFocus()

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        parts = (self.old, *self.fields.parts, self.cancel_button, self.change_button)
        for widget in parts:
            widget.setEnabled(not is_busy)
        self.change_button.setText(_("Changing …") if is_busy else _("Change it"))

    # Slots

    def _on_old_edited(self) -> None:
        self.old.set_error(None)

    def _on_change_asked(self) -> None:
        if not self.old.text:
            self.old.set_error(_("Type your present passphrase."))
            self.old.setFocus()
            return
        chosen = self.fields.chosen()
        if chosen is None:
            return
        self.fault.hide()
        self._set_busy(True)
        work = partial(_change, self._workspace, self.old.text, chosen)
        self._jobs.start(work, succeeded=self._on_changed, failed=self._on_failed)

    def _on_changed(self, _nothing: object) -> None:
        self._is_busy = False
        self.old.clear()
        self.fields.clear()
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(False)
        if self.fault.tell(error, self.old):
            self._page.show_whole(self.fault)

    # Qt

    def reject(self) -> None:
        """Stay while the passphrase is being changed: nobody should have to guess which holds."""
        if not self._is_busy:
            super().reject()


def _change(workspace: "Workspace", old: str, new: str, _job: Job) -> None:
    workspace.change_passphrase(old, new)
