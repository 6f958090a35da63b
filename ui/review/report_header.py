# SPDX-License-Identifier: MPL-2.0
"""The top of the report's view: what it is, and what can be done with it."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel

_LEAST_WORDS: Final = 280


class ReportHeader(QWidget):
    """A title with a sentence, and the buttons: beside it, or below where there is no room."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        """Head what is about one audit, or something with another ``title``."""
        super().__init__(parent)
        self._theme = theme
        self._title = title or _("Report")
        self._words = TextLabel(theme, "", "small", "2", wrap=True)
        self.save_button = PushButton(theme, _("&Save …"), "primary", "download")
        self.print_button = PushButton(theme, _("&Print …"), "secondary", "printer")
        self.open_button = PushButton(
            theme, _("&Open in the system viewer"), "secondary", "external-link"
        )
        self._buttons = FlowRow()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        theme.changed.connect(self._fit)

    def set_words(self, words: str) -> None:
        """Say something else below the title."""
        self._words.set_text(words)

    def allow(self, *, saving: bool, printing: bool, opening: bool) -> None:
        """Enable the buttons for what can be done now."""
        self.save_button.setEnabled(saving)
        self.print_button.setEnabled(printing)
        self.open_button.setEnabled(opening)
        hint = "" if opening else _("Save the report first. It opens from where you saved it.")
        self.open_button.setToolTip(hint)
        self.open_button.setAccessibleDescription(hint)

    def add_button(self, button: PushButton) -> None:
        """Put a further button behind the others."""
        self._buttons.add(button)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(self._theme, self._title, "title", wrap=True))
        words.addWidget(self._words)
        for button in (self.save_button, self.print_button, self.open_button):
            self._buttons.add(button)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._buttons)

    def _fit(self) -> None:
        needed = self._buttons.sizeHint().width() + self._theme.px(_LEAST_WORDS)
        direction = QBoxLayout.Direction
        is_wide = self.width() >= needed
        self._layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        self._fit()
