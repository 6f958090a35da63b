# SPDX-License-Identifier: MPL-2.0
"""List what a report leaves out of an audit."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class LeftOutDialog(Dialog):
    """A line for each part of the audit that is not in the report."""

    def __init__(
        self, theme: Theme, kind: str, parts: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """List ``parts``, which the report called ``kind`` leaves out."""
        title = _("Not in the report “{kind}”").format(kind=kind)
        super().__init__(theme, title, parent)
        self.lines = [TextLabel(theme, f"• {part}", wrap=True) for part in parts]
        words = _("The audit holds this, and the full report shows it:")
        self.add_page(TextLabel(theme, words, "body", "2", wrap=True), *self.lines)
        self.close_button = self.add_cancel(_("Close"))
        self.close_button.setFocus()
