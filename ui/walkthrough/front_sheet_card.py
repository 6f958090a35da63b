# SPDX-License-Identifier: MPL-2.0
"""The step that shows the front sheet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.change import Change
from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.audits.front_sheet_form import FrontSheetForm
from ui.open_audit import OpenAudit
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.walkthrough.avoided_names_card import AvoidedNamesCard
from ui.walkthrough.earlier_actions_card import EarlierActionsCard
from ui.widgets.signs.text_label import TextLabel


class FrontSheetCard(QWidget):
    """Let the front sheet be changed; a change is kept as soon as the whole sheet is in order."""

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        preferences: Preferences,
        earlier: EarlierActionsCard,
        parent: QWidget | None = None,
    ) -> None:
        """Take ``earlier`` in: it shows what earlier audits asked for."""
        super().__init__(parent)
        self._open_audit = open_audit
        self.earlier = earlier
        self.form = FrontSheetForm(theme, preferences)
        self.names = AvoidedNamesCard(theme, open_audit, workspace)
        used = ", ".join(f"{pin.title} {pin.version}" for pin in open_audit.audit.checklists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["4"])
        heading = QVBoxLayout()
        heading.setSpacing(SPACE["1"])
        heading.addWidget(TextLabel(theme, _("Front sheet"), "title", wrap=True))
        words = _("Checklists of this audit: {titles}").format(titles=used)
        heading.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addLayout(heading)
        column.addWidget(earlier)
        column.addWidget(self.form)
        column.addWidget(self.names)
        column.addStretch(1)
        self.form.front_changed.connect(self._on_front_changed)
        open_audit.changed.connect(self._on_changed)
        self._refresh()

    def settle_now(self) -> None:
        """Commit what has been typed."""
        self.form.settle_now()
        self.names.settle_now()

    def focus_answer(self) -> None:
        """Put the focus on the first field."""
        self.form.reference.setFocus()

    def _refresh(self) -> None:
        self.form.set_front(self._open_audit.audit.front)
        self.form.set_read_only(not self._open_audit.can_edit)

    # Slots

    def _on_front_changed(self) -> None:
        kept = self._open_audit.audit.front
        front = self.form.front_where_right(kept)
        if front != kept:
            self._open_audit.change_front(front, initiator=self)

    def _on_changed(self, change: Change, initiator: object) -> None:
        is_of_interest = change.touches("front") or change.touches("sign_off")
        if is_of_interest and initiator is not self:
            self._refresh()
