# SPDX-License-Identifier: MPL-2.0
"""Ask as what a report is to be saved."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.exports.orders import ReportCopy
from auditapp.i18n import _
from auditapp.model.report_format import ReportFormat
from ui.start.new_passphrase import NewPassphrase
from ui.theme.theme import Theme
from ui.widgets.answer_spec import AnswerSpec
from ui.widgets.check_box import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.line_field import LineField
from ui.widgets.option_rows import OptionRows
from ui.widgets.text_label import TextLabel

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
        parent: QWidget | None = None,
        *,
        own_name: str = "",
        is_shared: bool | None = None,
    ) -> None:
        """Ask under ``title``.

        Args:
            theme: the theme in use.
            title: what is to be saved.
            parent: the view around it.
            own_name: the name of the person, which is no password.
            is_shared: given where that was settled before.
        """
        super().__init__(theme, title, parent, width=_WIDTH)
        self._is_shared = is_shared
        self.formats = OptionRows(theme, _("Kind of file"))
        self.sharing = CheckBox(theme, _("For &sharing: without names"))
        self.sharing_words = TextLabel(theme, _sharing_words(), "small", "2", wrap=True)
        self.recipient = LineField(
            theme,
            _("For &whom (optional)"),
            hint=_("It is kept with the record that the report went out."),
        )
        self.encrypting = CheckBox(theme, _("&Encrypt the PDF with a password"))
        self.password = NewPassphrase(theme, _("Password"), _("Password again"))
        self.password_words = TextLabel(theme, _password_words(), "small", "2", wrap=True)
        self.password.set_own_names(own_name, "")
        self._page = self.add_page(
            TextLabel(theme, _("Kind of file"), "small", "2"),
            self.formats,
            self.sharing,
            self.sharing_words,
            self.recipient,
            self.encrypting,
            self.password_words,
            self.password,
        )
        self.cancel_button = self.add_cancel(_("Cancel"))
        self.go_on_button = self.add_button(_("Choose where to save …"), "primary", is_default=True)
        self._fill()

    @property
    def copy(self) -> ReportCopy:
        """What is chosen now, without the password."""
        is_shared = self.sharing.isChecked() if self._is_shared is None else self._is_shared
        recipient = " ".join(self.recipient.text.split())
        return ReportCopy(
            ReportFormat(self.formats.value or ReportFormat.PDF), is_shared, recipient
        )

    def _fill(self) -> None:
        self.formats.set_answers([AnswerSpec(f, f.label, detail=f.purpose) for f in ReportFormat])
        self.formats.set_value(ReportFormat.PDF)
        for widget in (self.sharing, self.sharing_words):
            widget.setVisible(self._is_shared is None)
        self.sharing.setAccessibleDescription(self.sharing_words.text())
        self.recipient.personal_hint.turn_off()  # whoever gets it is meant to be named
        self._show_encrypting()
        self.formats.value_chosen.connect(self._show_encrypting)
        self.encrypting.clicked.connect(self._on_encrypting_clicked)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        self.formats.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_encrypting(self) -> bool:
        return self.formats.value == ReportFormat.PDF and self.encrypting.isChecked()

    def _show_encrypting(self) -> None:
        """Offer a password for what can have one."""
        self.encrypting.setVisible(self.formats.value == ReportFormat.PDF)
        self.password_words.setVisible(self._is_encrypting())
        self.password.setVisible(self._is_encrypting())

    # Slots

    def _on_encrypting_clicked(self) -> None:
        self._show_encrypting()
        if self._is_encrypting():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self._page.show_whole(self.password)

    def _on_go_on_clicked(self) -> None:
        password = self.password.chosen() if self._is_encrypting() else ""
        if password is None:
            return  # its field says why
        copy = replace(self.copy, password=password)
        self.password.clear()
        self.accept()
        self.copy_chosen.emit(copy)


def _password_words() -> str:
    return _(
        "Nobody can open the file without it, and it is kept nowhere: write it down, and tell it "
        "to the reader by another way than the file."
    )


def _sharing_words() -> str:
    return _(
        "Codes stand in the place of the case, the worker, the team and the auditors; names and "
        "numbers that are found are taken out, so you are not asked about them. Read the copy "
        "before you send it: the search is never sure."
    )
