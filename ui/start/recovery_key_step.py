# SPDX-License-Identifier: MPL-2.0
"""The third step of the first start: the recovery key, shown this once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.outside import Outside
from ui.start.key_panel import KeyPanel
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel


class RecoveryKeyStep(QWidget):
    """Show the recovery key, offer to save and print it, and have it typed back.

    Signals:
        typed: the person typed the key back; what they typed.
    """

    typed = Signal(str)

    def __init__(self, theme: Theme, outside: Outside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.panel = KeyPanel(theme, outside)
        self.finish_button = PushButton(theme, _("Check and finish"), "primary", "check")
        self._build()
        self.panel.entered.connect(self._on_finish_asked)
        self.finish_button.clicked.connect(self._on_finish_asked)
        self.setFocusProxy(self.panel)

    def _build(self) -> None:
        theme = self._theme
        words = _(
            "It opens your audits if you forget the passphrase. It is shown this once. Print it or "
            "save it on a USB stick, and keep it in the office safe, away from this computer."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, _("STEP 3 OF 3"), "overline", "primary"))
        column.addWidget(TextLabel(theme, _("Keep your recovery key safe"), "title", wrap=True))
        column.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        column.addWidget(self.panel)
        column.addWidget(button_row(theme, self.finish_button))

    # Slots

    def _on_finish_asked(self) -> None:
        self.typed.emit(self.panel.again.text)
