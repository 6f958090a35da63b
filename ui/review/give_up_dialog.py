# SPDX-License-Identifier: MPL-2.0
"""Ask once more before an amendment is given up."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from ui.messages import explain
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text_label import TextLabel

_WIDTH, _HEIGHT = 480, 250


class GiveUpDialog(Dialog):
    """Say what becomes of the changes. It is accepted once the audit is what was signed again."""

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Give this amendment up?"), parent)
        self._open_audit = open_audit
        words = _(
            "The audit goes back to what was signed, and is locked. What the amendment changed "
            "counts for nothing any more and cannot be brought back with Undo. The history of the "
            "audit keeps every word of it."
        )
        self._banner = Banner(theme, "danger", "")
        self._banner.hide()
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addWidget(self._banner)
        column.addStretch(1)
        self.body.addWidget(ScrollArea(theme, said))
        self.resize(fitting_size(theme, parent, _WIDTH, _HEIGHT))
        self.button = self.add_button(_("Give it up"), "danger")
        self.button.clicked.connect(self._on_clicked)
        self.stay_button = self.add_button(_("Go on amending"), "primary", is_default=True)
        self.stay_button.clicked.connect(self.reject)

    def _on_clicked(self) -> None:
        try:
            self._open_audit.give_up_amendment()
        except AuditAppError as error:
            message = explain(error)
            self._banner.set_content("danger", message.title, message.text)
            self._banner.show()
            return
        self.accept()
