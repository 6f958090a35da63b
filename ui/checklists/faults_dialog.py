# SPDX-License-Identifier: MPL-2.0
"""Say why a checklist cannot be used, in a form that its author can work from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from auditapp.checklist.faults import Fault
from auditapp.i18n import _
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.widgets.fields.text_area import TextArea
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_LINES = 8


class FaultsDialog(Dialog):
    """List each fault with its file, line and column, what is wrong and what to do."""

    def __init__(
        self, theme: Theme, name: str, faults: Sequence[Fault], parent: QWidget | None = None
    ) -> None:
        """Show the ``faults`` of the file ``name``."""
        super().__init__(theme, _("{file} cannot be used").format(file=name), parent)
        words = _("Send this to whoever publishes the checklist. Other checklists still work.")
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.faults = TextArea(theme, _("Faults"), min_lines=_LINES, max_lines=_LINES)
        self.faults.set_text("\n\n".join(str(fault) for fault in faults))
        self.faults.set_read_only(True)
        self.body.addWidget(self.faults)
        self.copy_button = self.add_button(_("Copy"))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        close = self.add_button(_("Close"), "primary", is_default=True)
        close.clicked.connect(self.accept)
        self.resize(fitting_size(theme, parent, 640, 330))

    def _on_copy_clicked(self) -> None:
        copy_for_use_elsewhere(self.faults.text)
        announce(self, _("Copied."))
