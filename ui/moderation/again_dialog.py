# SPDX-License-Identifier: MPL-2.0
"""Start a later audit of a case that was audited before."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.model.audit import Audit
from auditapp.model.edits import Author
from auditapp.workspace import Workspace
from ui.fault_banner import FaultBanner
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_NEWEST: Final = "newest"
_SAME: Final = "same"


class AgainDialog(Dialog):
    """Who audits, and on which versions of the checklists. It is accepted once the audit is there.

    Signals:
        started: the new audit is there; its id.
    """

    started = Signal(str)

    def __init__(
        self, theme: Theme, workspace: Workspace, audit: Audit, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Audit this case again"), parent, width=600)
        self._workspace = workspace
        self._audit_id = audit.id
        self.name = LineField(theme, _("&Who audits"))
        self.name.set_text(workspace.settings().auditor)
        self.versions = ComboField(theme, _("&Version of the checklists"))
        self._banner = FaultBanner(theme)
        self._build(audit)
        self.name.setFocus()

    def typed(self) -> dict[str, str]:
        """Return what is chosen and typed."""
        return {"name": self.name.text, "versions": self.versions.value or _NEWEST}

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Show what `typed` returned before."""
        self.name.set_text(typed["name"])
        self.versions.set_value(typed["versions"])

    def _build(self, audit: Audit) -> None:
        meaning = _(
            "A new audit of {reference} begins, about the time since this one, linked to it. Each "
            "criterion is then shown then and now, with what became of the actions. Where a "
            "question means something else in the newest version, it is not compared."
        ).format(reference=audit.front.case_reference)
        titles = ", ".join(
            _("{title} {version}").format(title=pin.title, version=pin.version)
            for pin in audit.checklists
        )
        self.versions.set_items(
            [
                (_NEWEST, _("The one in use now")),
                (_SAME, _("The same: {titles}").format(titles=titles)),
            ]
        )
        self.versions.set_value(_NEWEST)
        words = TextLabel(self._theme, meaning, "body", "2", wrap=True)
        self._page = self.add_page(words, self.name, self.versions, self._banner)
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Start the audit"), "primary", is_default=True)
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        name = self.name.text.strip()
        if not name:
            self.name.set_error(_("Say who audits."))
            self.name.setFocus()
            return
        by = Author(name, self._workspace.clock())
        newest = self.versions.value == _NEWEST
        try:
            audit_id = self._workspace.audit_again(self._audit_id, by, newest=newest)
        except AuditAppError as error:
            self._banner.tell(error)
            self._page.show_whole(self._banner)
            return
        self.accept()  # before the audit is opened in the place of this one
        self.started.emit(audit_id)
