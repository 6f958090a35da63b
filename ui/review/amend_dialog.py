# SPDX-License-Identifier: MPL-2.0
"""Open a signed audit for an amendment: why, and by whom."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from ui.fault_banner import FaultBanner
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class AmendWords(NamedTuple):
    """Hold what somebody typed."""

    reason: str
    name: str


class AmendDialog(Dialog):
    """Say what an amendment means, and take the reason and the name; both are needed.

    It is accepted once the audit is open for the amendment.
    """

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Amend this audit"), parent, width=560)
        self._open_audit = open_audit
        self.reason = TextArea(theme, _("What has to be put right, and why?"), min_lines=3)
        self.name = LineField(theme, _("Your name or initials"))
        self.name.set_text(open_audit.audit.writer)
        self._banner = FaultBanner(theme)
        self._build()
        self.reason.setFocus()

    def set_words(self, words: AmendWords) -> None:
        """Show what was typed before."""
        self.reason.set_text(words.reason)
        self.name.set_text(words.name)

    @property
    def words(self) -> AmendWords:
        """What is typed."""
        return AmendWords(self.reason.text, self.name.text)

    def _build(self) -> None:
        meaning = _(
            "What was signed stays as it is and can always be read. You change a copy of it, and "
            "sign that off in its turn. The report then shows every change with this reason and "
            "your name, and the whole original behind it."
        )
        words = TextLabel(self._theme, meaning, "body", "2", wrap=True)
        self._page = self.add_page(words, self.reason, self.name, self._banner)
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Open the amendment"), "primary")
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        reason, name = self.reason.text.strip(), self.name.text.strip()
        self.reason.set_error(None if reason else _("Say what has to be put right."))
        self.name.set_error(None if name else _("Say who amends the audit."))
        if not (reason and name):
            (self.name if reason else self.reason).setFocus()
            return
        try:
            self._open_audit.amend(name, reason)
        except AuditAppError as error:
            self._banner.tell(error)
            self._page.show_whole(self._banner)
            return
        self.accept()
