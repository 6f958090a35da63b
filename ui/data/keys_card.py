# SPDX-License-Identifier: MPL-2.0
"""Change what opens the audits."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.data.change_passphrase_dialog import ChangePassphraseDialog
from ui.data.keychain_dialog import KeychainDialog
from ui.data.recovery_key_dialog import RecoveryKeyDialog
from ui.data.reseal_dialog import ResealDialog
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.divider import Divider

if TYPE_CHECKING:
    from auditapp.operations.key import Resealed
    from auditapp.workspace import Workspace


class KeysCard(Card):
    """The passphrase, the recovery key, sealing everything anew, and the keychain.

    Signals:
        keys_changed: something else opens the audits now, so it is time for a new backup; and a
            reminder to check the recovery key may be done with.
        lock_asked: the audits must be unlocked again; why.
    """

    keys_changed = Signal()
    lock_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        workspace: "Workspace",
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self.outcome = Banner(theme, "ok", "")
        self.passphrase_button = PushButton(
            theme, _("Change the passphrase …"), "secondary", "lock"
        )
        self.recovery_button = PushButton(theme, _("Make a new recovery key …"), "secondary", "key")
        self.reseal_button = PushButton(
            theme, _("Seal everything anew …"), "secondary", "refresh-cw"
        )
        self.keychain_box = CheckBox(theme, _("&Let this computer’s keychain unlock the audits"))
        self._build()
        self.passphrase_button.clicked.connect(self._on_passphrase_asked)
        self.recovery_button.clicked.connect(self.make_recovery_key)
        self.reseal_button.clicked.connect(self._on_reseal_asked)
        self.keychain_box.clicked.connect(self._on_keychain_clicked)

    def make_recovery_key(self) -> None:
        """Ask for the passphrase and show a new recovery key."""
        dialog = RecoveryKeyDialog(self._theme, self._workspace, self._jobs, self._outside, self)
        dialog.accepted.connect(self._on_recovery_key_replaced)
        dialog.left_unused.connect(self._on_key_left_unused)
        dialog.open()

    def _build(self) -> None:
        theme, body = self._theme, self.body
        words = _(
            "The passphrase opens your audits. The recovery key, on paper in the office safe, "
            "opens them when the passphrase is forgotten. Its sheet bears the number {number}."
        ).format(number=self._workspace.short_id)
        body.setSpacing(8)
        body.addWidget(TextLabel(theme, _("Passphrase and recovery key"), "heading", wrap=True))
        body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        body.addWidget(self.outcome)
        self.outcome.hide()
        self._build_choices()
        self._add_words(
            _("Without typing"),
            _(
                "Off is safer. When it is on, the screen that asks for your passphrase has a second"
                " button that opens the audits without it. Whoever is signed in to your account on "
                "this computer can press it; on Windows any program of your account can take the "
                "key. Passphrase and recovery key stay as they are."
            ),
        )
        self.keychain_box.setChecked(self._workspace.has_keychain)
        self.body.addWidget(self.keychain_box)

    def _build_choices(self) -> None:
        self._add_choice(
            _("Another passphrase"),
            _("When somebody may have seen you type it. The recovery key stays as it is."),
            self.passphrase_button,
        )
        self._add_choice(
            _("Another recovery key"),
            _("When the sheet is lost, or somebody may have copied it. The old key stops working."),
            self.recovery_button,
        )
        self._add_choice(
            _("Another key for everything"),
            _(
                "When somebody may have had this computer, or a copy of your audits, together with "
                "the passphrase or the recovery key: a laptop that was lost and found, say. All "
                "audits are encrypted again. Change the passphrase first."
            ),
            self.reseal_button,
        )

    def _add_choice(self, title: str, words: str, button: PushButton) -> None:
        row = FlowRow()
        row.add(button)
        self._add_words(title, words)
        self.body.addWidget(row)

    def _add_words(self, title: str, words: str) -> None:
        theme = self._theme
        self.body.addWidget(Divider(theme))
        self.body.addWidget(TextLabel(theme, title, "strong", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))

    def _tell(self, title: str, text: str, tone: str = "ok") -> None:
        self.outcome.show_message(tone, title, text)

    # Slots

    def _on_passphrase_asked(self) -> None:
        dialog = ChangePassphraseDialog(self._theme, self._workspace, self._jobs, self)
        dialog.accepted.connect(self._on_passphrase_changed)
        dialog.open()

    def _on_reseal_asked(self) -> None:
        dialog = ResealDialog(self._theme, self._workspace, self._jobs, self._outside, self)
        dialog.resealed.connect(self._on_resealed)
        dialog.locked_out.connect(self._on_locked_out)
        dialog.left_unused.connect(self._on_key_left_unused)
        dialog.open()

    def _on_keychain_clicked(self, is_wanted: bool) -> None:
        if not is_wanted:
            self.keychain_box.setEnabled(False)
            work = partial(_turn_off, self._workspace)
            self._jobs.start(
                work, succeeded=self._on_keychain_turned_off, failed=self._on_turning_off_failed
            )
            return
        self.keychain_box.setChecked(False)  # until it is turned on
        dialog = KeychainDialog(self._theme, self._workspace, self._jobs, self)
        dialog.accepted.connect(self._on_keychain_turned_on)
        dialog.open()

    def _on_keychain_turned_on(self) -> None:
        self.keychain_box.setChecked(True)
        self._tell(
            _("The keychain may unlock the audits."),
            _("It does so when you press its button, and never by itself."),
        )

    def _on_keychain_turned_off(self, is_entry_gone: bool) -> None:
        self.keychain_box.setEnabled(True)
        title = _("The keychain does not unlock the audits any more.")
        if is_entry_gone:
            self._tell(title, _("Its entry was removed."))
        else:
            words = _("Its entry could not be removed. Delete it there: it may open older copies.")
            self._tell(title, words, "warn")

    def _on_turning_off_failed(self, error: BaseException) -> None:
        self.keychain_box.setEnabled(True)
        self.keychain_box.setChecked(True)
        message = explain(error)
        self._tell(message.title, message.text, "danger")

    def _on_passphrase_changed(self) -> None:
        self.keys_changed.emit()
        self._tell(
            _("The new passphrase is in force."),
            _("Backups from before open with the old one. Make a new backup soon."),
        )

    def _on_recovery_key_replaced(self) -> None:
        self.keys_changed.emit()
        self._tell(
            _("The new recovery key is in force."),
            _("Put its sheet into the safe, and destroy the old one with the last old backup."),
        )

    def _on_key_left_unused(self) -> None:
        self._tell(
            _("Nothing was changed."),
            _(
                "The key that you have just seen opens nothing. If you printed or saved it, "
                "destroy it; the one from before holds."
            ),
            "info",
        )

    def _on_resealed(self, resealed: "Resealed") -> None:
        self.keys_changed.emit()
        had_keychain = self.keychain_box.isChecked()
        self.keychain_box.setChecked(self._workspace.has_keychain)
        words = ngettext(
            "{count} file was encrypted again and checked. Make a new backup now.",
            "{count} files were encrypted again and checked. Make a new backup now.",
            resealed.objects,
        ).format(count=resealed.objects)
        if had_keychain:
            words += " " + _("The keychain does not unlock them any more.")
        if resealed.left_behind:
            more = _("Damaged files that were put aside keep the old key.")
            self._tell(_("Everything is sealed anew."), f"{words} {more}", "warn")
        else:
            self._tell(_("Everything is sealed anew."), words)

    def _on_locked_out(self) -> None:
        self.lock_asked.emit(
            _(
                "The new key is in force, but the disk reported an error at the end. Unlock your "
                "audits to finish. Nothing is lost."
            )
        )


def _turn_off(workspace: "Workspace", job: Job) -> bool:
    return workspace.turn_keychain_off(is_cancelled=lambda: job.is_cancelled)
