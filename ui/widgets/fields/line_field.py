# SPDX-License-Identifier: MPL-2.0
"""One line to type, with its label."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import Theme
from ui.widgets.fields.field import Field
from ui.widgets.fields.personal_hint import PersonalHint
from ui.widgets.fields.settle_timer import SettleTimer

_STAYING: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why the focus goes though the user means to come back to the same letter."""


class LineField(Field):
    """A label and a line of text.

    Signals:
        text_edited: at each key press; the text.
        text_settled: soon after a key press, on Enter and on leaving; the text.
    """

    text_edited = Signal(str)
    text_settled = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field; ``&`` in ``label`` marks the letter of its shortcut."""
        self.line_edit = QLineEdit()
        super().__init__(theme, label, self.line_edit, hint=hint, icon=icon, parent=parent)
        self._placeholder = placeholder
        self.line_edit.setPlaceholderText(placeholder)
        self.personal_hint = PersonalHint(theme, self.line_edit, self._text_and_caret)
        self._add_below(self.personal_hint)
        self._settling = SettleTimer(self)
        self._settling.settled.connect(self._on_settled)
        self.line_edit.installEventFilter(self)
        self.line_edit.textEdited.connect(self._on_text_edited)
        self.line_edit.editingFinished.connect(self.settle_now)

    def set_text(self, text: str) -> None:
        """Show another text, without a signal and without its past; drop what was pending."""
        self._settling.cancel()
        self.personal_hint.forget()
        if text != self.line_edit.text():
            self.line_edit.setText(text)
            self.line_edit.setCursorPosition(0)

    def refresh_text(self, text: str) -> None:
        """Show the text as it is kept now, unless the user is typing over it."""
        if not self._settling.is_pending:
            self.set_text(text)

    def settle_now(self) -> None:
        """Take what is typed at once, as if the field were left; tell it if it was not told yet."""
        self._settling.settle_now()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the text without letting it be changed."""
        self.line_edit.setReadOnly(is_read_only)
        self.line_edit.setPlaceholderText("" if is_read_only else self._placeholder)
        self.frame.set_read_only(is_read_only)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.line_edit.text()

    def _on_text_edited(self, text: str) -> None:
        self._settling.touch()
        self.text_edited.emit(text)

    def _text_and_caret(self) -> tuple[str, int]:
        return self.text, self.line_edit.cursorPosition()

    def _on_settled(self) -> None:
        self.personal_hint.touch()
        self.text_settled.emit(self.text)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show a text from its beginning when the line is left."""
        has_left = (
            isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYING
        )
        if has_left and isinstance(watched, QLineEdit):
            watched.setCursorPosition(0)
        return super().eventFilter(watched, event)
