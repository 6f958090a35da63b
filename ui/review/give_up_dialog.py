# SPDX-License-Identifier: MPL-2.0
"""Ask once more before an amendment is given up."""

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from ui.fault_banner import FaultBanner
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_WIDTH = 480


class GiveUpDialog(Dialog):
    """Say what becomes of the changes. It is accepted once the audit is what was signed again."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Give this amendment up?"), parent, width=_WIDTH)
        self._open_audit = open_audit
        words = _(
            "The audit goes back to what was signed, and is locked. What the amendment changed "
            "counts for nothing any more and cannot be brought back with Undo. The history of the "
            "audit keeps every word of it."
        )
        self._banner = FaultBanner(theme)
        self._page = self.add_page(TextLabel(theme, words, wrap=True), self._banner)
        self.stay_button = self.add_cancel(_("Go on amending"))
        self.stay_button.setDefault(True)
        self.button = self.add_button(_("Give it up"), "danger")
        self.button.clicked.connect(self._on_clicked)
        self.stay_button.setFocus()

    def _on_clicked(self) -> None:
        try:
            self._open_audit.give_up_amendment()
        except AuditAppError as error:
            self._banner.tell(error)
            self._page.show_whole(self._banner)
            return
        self.accept()
