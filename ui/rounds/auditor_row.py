# SPDX-License-Identifier: MPL-2.0
"""One auditor of a round."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.ids import RecordId
from auditapp.model.round import RoundAuditor
from ui.theme.theme import Theme
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel

_FOLD_BELOW = 420


class AuditorRow(FoldingRow):
    """A name, how many cases, and buttons to change or take out.

    Signals:
        change_asked: the key of the auditor.
        removal_asked: the key of the auditor.
    """

    change_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        key: RecordId,
        auditor: RoundAuditor,
        load: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fold_below=_FOLD_BELOW, spacing=4, parent=parent)
        self._key = key
        words = ngettext("{count} case", "{count} cases", load).format(count=load)
        if auditor.capacity is not None:
            words = _("{load} of {most} cases").format(load=load, most=auditor.capacity)
        self.label = TextLabel(theme, f"{auditor.name} · {words}", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.change_button = PushButton(theme, _("Change"), "quiet")
        self.remove_button = PushButton(theme, _("Take out"), "quiet")
        for button in (self.change_button, self.remove_button):
            button.setAccessibleName(f"{button.text()}: {auditor.name}")
        self.add(self.label, 1)
        self.add_button(self.change_button)
        self.add_button(self.remove_button)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)

    def _on_change_clicked(self) -> None:
        self.change_asked.emit(self._key)

    def _on_remove_clicked(self) -> None:
        self.removal_asked.emit(self._key)
