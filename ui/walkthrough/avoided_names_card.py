# SPDX-License-Identifier: MPL-2.0
"""The names that an auditor wants never to appear."""

from PySide6.QtWidgets import QWidget

from auditapp.avoided_names import read_names
from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.model.edits import Author
from auditapp.workspace import Workspace
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class AvoidedNamesCard(Card):
    """Keep names of children, parents and workers beside the audit, signed off or not.

    They are kept on leaving the field, not while they are typed: half a name would be found
    everywhere.
    """

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._open_audit = open_audit
        self._workspace = workspace
        self.names = TextArea(
            theme,
            _("Names that must not appear"),
            hint=_("One name a line. They are in no report and in no export."),
            min_lines=2,
            max_lines=8,
            is_heading=True,
        )
        self.names.personal_hint.turn_off()  # names belong here
        words = _(
            "Write the names of the child, the family and the workers here, and you are told "
            "when one of them gets into a note. They are sealed with this audit and go with it."
        )
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, words, "small", "2", wrap=True))
        self.body.addWidget(self.names)
        self.names.set_text("\n".join(workspace.avoided_names(open_audit.audit.id)))
        self.names.text_edit.left.connect(self.settle_now)

    def settle_now(self) -> None:
        """Keep the names as they are written now."""
        audit = self._open_audit.audit
        by = Author(audit.front.auditor, self._workspace.clock())
        try:
            self._workspace.avoid_names(audit.id, read_names(self.names.text), by)
        except AuditAppError as error:
            self.names.set_error(f"{error} {error.remedy}".rstrip())
        else:
            self.names.set_error(None)
