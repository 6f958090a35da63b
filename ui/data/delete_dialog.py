# SPDX-License-Identifier: MPL-2.0
"""Ask whether an audit is to be deleted for good."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.listing import AuditRow
from ui.audits.audit_words import checklist_words
from ui.theme.theme import Theme
from ui.widgets.fields.date_text import date_words
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class DeleteDialog(Dialog):
    """Say plainly what goes and what stays. The reference is not in the title of the window."""

    def __init__(self, theme: Theme, row: AuditRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Delete this audit for good?"), parent, width=560)
        day = date_words(row.changed_at.astimezone().date())
        which = _("{reference}, {checklists}, last changed on {day}.").format(
            reference=row.case_reference, checklists=checklist_words(row), day=day
        )
        goes = _(
            "Its answers, notes, actions and history are deleted from this computer, and nobody "
            "can bring them back."
        )
        stays = _(
            "Grades, ticked answers and counts stay for the statistics, without a word that "
            "somebody wrote. Backups, saved reports and prints keep what they hold: delete those "
            "as well."
        )
        self.add_page(
            TextLabel(theme, which, "strong", wrap=True),
            TextLabel(theme, goes, wrap=True),
            TextLabel(theme, stays, "body", "2", wrap=True),
        )
        self.add_cancel(_("Keep it")).setDefault(True)
        self.delete_button = self.add_button(_("Delete for good"), "danger")
        self.delete_button.clicked.connect(self.accept)
