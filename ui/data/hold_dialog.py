# SPDX-License-Identifier: MPL-2.0
"""Ask why an audit must not be deleted."""

from PySide6.QtWidgets import QWidget

from auditapp.avoided_names import PersonalFinder
from auditapp.i18n import _
from auditapp.listing import AuditRow
from ui.theme.theme import Theme
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class HoldDialog(Dialog):
    """A reason, without which there is no hold. The reference is not in the title of the window."""

    personal_finder = PersonalFinder()

    def __init__(self, theme: Theme, row: AuditRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Keep an audit from being deleted"), parent, width=560)
        words = _("The audit of {reference} cannot be deleted until the hold is taken off.")
        self.reason = TextArea(
            theme,
            _("Reason"),
            placeholder=_("such as: inquiry, complaint, court"),
            min_lines=2,
        )
        text = words.format(reference=row.case_reference)
        self.add_page(TextLabel(theme, text, wrap=True), self.reason)
        self.add_cancel(_("Cancel"))
        self.hold_button = self.add_button(_("Hold"), "primary", is_default=True)
        self.hold_button.clicked.connect(self._on_hold_clicked)
        self.reason.setFocus()

    def _on_hold_clicked(self) -> None:
        if self.reason.text.strip():
            self.accept()
        else:
            self.reason.set_error(_("Write what the audit has to be kept for."))
