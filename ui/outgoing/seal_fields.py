# SPDX-License-Identifier: MPL-2.0
"""Ask whether a PDF is to be sealed, and for the certificate and what opens it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.exports.orders import SealFile
from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel


class SealFields(QWidget):
    """A box to tick and, once it is ticked, a file and its passphrase.

    Where nothing can be sealed one quiet sentence stands in their place. The certificate is tried
    before the report is made, away from the window.

    Signals:
        opened: the certificate is asked for now.
        checked: the certificate will do; the ``SealFile``.
        ended: it was tried, whatever came of it.
    """

    opened = Signal()
    checked = Signal(object)
    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._path: Path | None = None
        self._seal: SealFile | None = None
        self.can_seal = workspace.can_seal()
        self.box = CheckBox(theme, _("Seal it with a &certificate"))
        self.words = TextLabel(theme, _words(can_seal=self.can_seal), "small", "2", wrap=True)
        self.file_button = PushButton(theme, _("Choose the certificate …"), icon="folder-open")
        self.file = TextLabel(theme, "", "body", wrap=True)
        self.passphrase = PassphraseField(theme, _("Passphrase of the certificate"))
        self._build()
        self.box.clicked.connect(self._on_clicked)
        self.file_button.clicked.connect(self._on_file_clicked)
        self.passphrase.text_edited.connect(self._on_edited)

    @property
    def is_wanted(self) -> bool:
        """Tell whether the report is to be sealed."""
        return self.can_seal and self.box.isChecked()

    def check(self) -> None:
        """Try the certificate; ``checked`` tells when it will do, a field says why it will not."""
        if self._path is None:
            self._ask_for_file()
            return
        self._seal = SealFile(self._path, self.passphrase.text)
        self._jobs.start(
            partial(_check, self._workspace, self._seal),
            succeeded=self._on_checked,
            failed=self._on_failed,
        )

    def clear(self) -> None:
        """Forget what was typed."""
        self._seal = None
        self.passphrase.clear()

    def _build(self) -> None:
        row = FlowRow()
        row.add(self.file_button)
        self._parts = (row, self.file, self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        for part in (self.box, self.words, *self._parts):
            column.addWidget(part)
        self.box.setVisible(self.can_seal)
        self._show()

    def _show(self) -> None:
        is_wanted = self.is_wanted
        for part in self._parts:
            part.setVisible(is_wanted)
        self.file.setVisible(is_wanted and bool(self.file.text()))
        self.words.setVisible(is_wanted or not self.can_seal)

    def _ask_for_file(self) -> None:
        words = _("Choose the file of the certificate first.")
        self.file.set_tone("danger")
        self.file.set_text(words)
        self._show()
        self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.file_button, words)
        self.ended.emit()

    # Slots

    def _on_clicked(self) -> None:
        self._show()
        if self.is_wanted:
            self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit()

    def _on_file_clicked(self) -> None:
        path = self._outside.ask_certificate_path(self.window())
        # While the dialog was open, the window may have locked itself and put this away.
        if path is None or not isValid(self):
            return
        self._path = path
        self.file.set_tone(None)
        self.file.set_text(path.name)
        self.passphrase.set_error(None)
        self._show()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        self.passphrase.set_error(None)

    def _on_checked(self, _name: str) -> None:
        seal = self._seal
        self.ended.emit()
        self.checked.emit(seal)

    def _on_failed(self, error: BaseException) -> None:
        message = explain(error)
        self.passphrase.set_error(f"{message.title} {message.text}".rstrip())
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()


def _check(workspace: Workspace, seal: SealFile, _job: Job) -> str:
    """Work away from the window: no widget is touched here."""
    return workspace.check_seal(seal)


def _words(*, can_seal: bool) -> str:
    if can_seal:
        return _(
            "A seal shows whose report it is, and any change to it. The certificate is a file that "
            "your organisation gave you; its passphrase is kept nowhere."
        )
    return _(
        "Reports can also be sealed with a certificate, once your IT service has installed what "
        "that needs."
    )
