# SPDX-License-Identifier: MPL-2.0
"""Ask as what a report is to be saved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.exports.orders import ReportCopy, SealFile
from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat
from ui.outgoing.encrypt_fields import EncryptFields
from ui.outgoing.seal_fields import SealFields
from ui.theme.theme import Theme
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.answers.option_rows import OptionRows
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_WIDTH: Final = 560


class SaveReportDialog(Dialog):
    """The kind of file, whether it is for sharing, and for whom it is. The place comes after.

    Signals:
        copy_chosen: the person goes on; the ``ReportCopy``. The dialog has closed.
    """

    copy_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        seal: SealFields,
        parent: QWidget | None = None,
        *,
        own_name: str = "",
        is_shared: bool | None = None,
    ) -> None:
        """Ask under ``title``.

        Args:
            theme: the theme in use.
            title: what is to be saved.
            seal: asks for a certificate; the dialog takes it over.
            parent: the view around it.
            own_name: the name of the person, which is no password.
            is_shared: given where that was settled before.
        """
        super().__init__(theme, title, parent, width=_WIDTH)
        self._is_shared = is_shared
        self._password = ""
        self.formats = OptionRows(theme, _("Kind of file"))
        self.sharing = CheckBox(theme, _("For &sharing: without names"))
        self.sharing_words = TextLabel(theme, _sharing_words(), "small", "2", wrap=True)
        hint = _("It is kept with the record that the report went out.")
        self.recipient = LineField(theme, _("For &whom (optional)"), hint=hint)
        self.encryption = EncryptFields(theme, own_name)
        self.seal = seal
        self._build(theme)
        self._connect()

    @property
    def copy(self) -> ReportCopy:
        """What is chosen now, without what protects it."""
        is_shared = self.sharing.isChecked() if self._is_shared is None else self._is_shared
        recipient = " ".join(self.recipient.text.split())
        return ReportCopy(
            ReportFormat(self.formats.value or ReportFormat.PDF), is_shared, recipient
        )

    # Building

    @property
    def _parts(self) -> Sequence[QWidget]:
        return (
            self._kind_of_file(),
            self.sharing,
            self.sharing_words,
            self.recipient,
            self.encryption,
            self.seal,
        )

    def _build(self, theme: Theme) -> None:
        self._page = self.add_page(*self._parts)
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.go_on_button = self.add_button(_("Choose where to save …"), "primary", is_default=True)
        self.formats.set_answers([AnswerSpec(f, f.label, detail=f.purpose) for f in ReportFormat])
        self.formats.set_value(ReportFormat.PDF)
        self.sharing.setVisible(self._is_shared is None)
        self.sharing_words.setVisible(False)  # not before it is chosen: the page has little room
        self.sharing.setAccessibleDescription(self.sharing_words.text())
        self.recipient.personal_hint.turn_off()  # whoever gets it is meant to be named
        self.formats.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_of_file(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(self._theme, _("Kind of file"), "small", "2"))
        column.addWidget(self.formats)
        return part

    def _connect(self) -> None:
        self.formats.value_chosen.connect(self._show_protection)
        self.sharing.toggled.connect(self._on_sharing_toggled)
        self.encryption.opened.connect(self._on_password_asked)
        self.seal.opened.connect(self._on_seal_asked)
        self.seal.checked.connect(self._on_seal_checked)
        self.seal.ended.connect(self._on_seal_tried)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)

    # Inside

    def _is_pdf(self) -> bool:
        return self.formats.value == ReportFormat.PDF

    def _show_protection(self) -> None:
        """Offer a password and a seal for what can have them."""
        for part in (self.encryption, self.seal):
            part.setVisible(self._is_pdf())

    def _finish(self, seal: SealFile | None) -> None:
        copy = replace(self.copy, password=self._password, seal=seal)
        self._password = ""
        self.encryption.clear()
        self.seal.clear()
        self.accept()
        self.copy_chosen.emit(copy)

    # Slots

    def _on_sharing_toggled(self) -> None:
        self.sharing_words.setVisible(self.sharing.isChecked())
        self._page.show_whole(self.sharing_words)

    def _on_password_asked(self) -> None:
        self._page.show_whole(self.encryption)

    def _on_seal_asked(self) -> None:
        self._page.show_whole(self.seal)

    def _on_go_on_clicked(self) -> None:
        password = self.encryption.chosen() if self._is_pdf() else ""
        if password is None:
            return  # its field says why
        self._password = password
        if not (self._is_pdf() and self.seal.is_wanted):
            self._finish(None)
            return
        self.go_on_button.setEnabled(False)
        self.seal.check()

    def _on_seal_tried(self) -> None:
        self.go_on_button.setEnabled(True)
        self._page.show_whole(self.seal)

    def _on_seal_checked(self, seal: SealFile) -> None:
        self._finish(seal)


def _sharing_words() -> str:
    return _(
        "Codes stand in the place of the case, the worker, the team and the auditors; names and "
        "numbers that are found are taken out, so you are not asked about them. Read the copy "
        "before you send it: the search is never sure."
    )
