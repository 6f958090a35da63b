# SPDX-License-Identifier: MPL-2.0
"""A line to search with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.line_field import LineField


class SearchField(LineField):
    """A line with a magnifier; a button and Esc clear it. Its label is for screen readers only.

    Signals:
        text_edited: at each key press, and when it is cleared; the text.
        text_settled: when typing has come to rest, and when it is cleared; the text.
    """

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        """Make an empty field called ``name``; the placeholder is the name unless given."""
        super().__init__(theme, name, placeholder=placeholder or name, icon="search", parent=parent)
        self.label.hide()
        self.personal_hint.turn_off()  # it is looked for, not kept
        self._clear = IconButton(theme, "x", _("Clear the search"), size=16)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.frame.add_trailing(self._clear)
        self.line_edit.textChanged.connect(self._on_text_changed)

    def clear(self) -> None:
        """Empty the field and tell so."""
        if self.text:
            self.set_text("")
            self.line_edit.setFocus()
            self.text_edited.emit("")
            self.text_settled.emit("")

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Esc; an empty field leaves Esc to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text:
            self.clear()
        else:
            super().keyPressEvent(event)
