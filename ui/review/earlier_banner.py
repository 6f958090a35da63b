# SPDX-License-Identifier: MPL-2.0
"""Say in the review that actions of earlier audits wait."""

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.earlier_actions import EarlierActions
from ui.widgets.surfaces.banner import Banner


class EarlierBanner(Banner):
    """How many actions of earlier audits wait, and a button that leads to them; hidden without."""

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        earlier: EarlierActions | None,
        parent: QWidget | None = None,
    ) -> None:
        """Follow what ``earlier`` finds, where somebody looks for it at all."""
        actions = [("front", _("See them on the front sheet"))]
        super().__init__(theme, "info", "", actions=actions, icon="flag", parent=parent)
        self._open_audit = open_audit
        self._earlier = earlier
        if earlier is not None:
            earlier.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how many there are now; of an audit that is signed nothing waits."""
        count = 0 if self._earlier is None else len(self._earlier.found)
        words = ngettext(
            "{count} action of earlier audits waits: verify it, open it again, or say why not",
            "{count} actions of earlier audits wait: verify them, open them again, or say why not",
            count,
        )
        self.set_content("info", words.format(count=count), icon="flag")
        self.setVisible(count > 0 and self._open_audit.can_edit)
