# SPDX-License-Identifier: MPL-2.0
"""Ask for which case the sheets of questions are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.listing import AuditRow
from ui.theme.theme import Theme
from ui.widgets.fields.suggesting_field import SuggestingField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class QuestionsDialog(Dialog):
    """Take the reference of a case that is audited here.

    Signals:
        audit_chosen: the sheets of an audit are wanted; its id.
    """

    audit_chosen = Signal(str)

    def __init__(
        self, theme: Theme, audits: Sequence[AuditRow], parent: QWidget | None = None
    ) -> None:
        """Offer ``audits``, the newest of a case first."""
        super().__init__(theme, _("Questions to print"), parent, width=520)
        hint = _(
            "A page each for the child, the family and the practitioner. They say nothing of the "
            "audit but the case reference."
        )
        self._audits = {row.case_reference.casefold(): row.id for row in reversed(audits)}
        self.reference = SuggestingField(
            theme,
            _("Case reference"),
            hint=_("The Down key shows every case audited here."),
        )
        self.reference.set_suggestions(list(dict.fromkeys(row.case_reference for row in audits)))
        self.add_page(TextLabel(theme, hint, "body", "2", wrap=True), self.reference)
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Show the pages"), "primary", is_default=True)
        self.button.clicked.connect(self._on_clicked)
        self.reference.setFocus()

    def _on_clicked(self) -> None:
        audit_id = self._audits.get(self.reference.text.strip().casefold())
        if audit_id is None:
            fault = _("There is no audit of this case. Check the reference.")
            self.reference.set_error(fault)
            self.reference.setFocus()
            return
        self.accept()
        self.audit_chosen.emit(audit_id)
