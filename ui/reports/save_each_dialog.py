# SPDX-License-Identifier: MPL-2.0
"""Ask as what a report of each of the chosen audits is to be saved."""

from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.report_kinds import KINDS, ReportKind
from ui.outgoing.save_report_dialog import SaveReportDialog
from ui.outgoing.seal_fields import SealFields
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField

_OFFERED: Final = tuple(about for about in KINDS.values() if about.is_of_one_audit)


class SaveEachDialog(SaveReportDialog):
    """The questions of saving one report, and before them which report it is."""

    def __init__(
        self,
        theme: Theme,
        seal: SealFields,
        own_name: str,
        *,
        is_shared: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Ask a person of ``own_name``; ``is_shared`` was settled before."""
        title = _("Save a report of each audit")
        super().__init__(theme, title, seal, parent, own_name=own_name, is_shared=is_shared)
        self.kinds = ComboField(theme, _("&Report of each audit"))
        self.kinds.set_items([(about.kind.value, about.name) for about in _OFFERED])
        self.kinds.set_value(ReportKind.AUDIT.value)
        self.body.insertWidget(0, self.kinds)
        self.go_on_button.setText(_("Choose a folder …"))
        self._show_purpose()
        self.kinds.value_chosen.connect(self._show_purpose)
        self.kinds.setFocus()

    @property
    def kind(self) -> ReportKind:
        """The kind chosen."""
        return ReportKind(self.kinds.value or ReportKind.AUDIT)

    def _show_purpose(self) -> None:
        self.kinds.set_hint(KINDS[self.kind].purpose)
