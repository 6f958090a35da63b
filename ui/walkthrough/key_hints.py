# SPDX-License-Identifier: MPL-2.0
"""The keys that are worth knowing at this step."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, command
from ui.theme.theme import Theme
from ui.widgets.buttons.keycap import Keycap
from ui.widgets.signs.text_label import TextLabel

_HINTS: Final[Mapping[CommandId, str]] = {
    CommandId.CHOOSE: _("choose"),
    CommandId.NOTE: _("note"),
    CommandId.GUIDANCE: _("guidance"),
    CommandId.NEXT: _("next"),
}


class KeyHints(QWidget):
    """Keys with a word each; those of an answer only where there is one to choose or to write."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice_count = 0
        self._is_question = True
        self._has_next = True
        self._hints: dict[CommandId, QWidget] = {}
        self._choosing: Keycap | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._show_keys()
        KEYMAP.changed.connect(self._show_keys)

    def show_for(self, choice_count: int, *, is_question: bool, has_next: bool = True) -> None:
        """Show the keys of a step at which so many answers can be chosen by their numbers."""
        self._choice_count = choice_count
        self._is_question = is_question
        self._has_next = has_next
        if self._choosing is not None:
            first = command(CommandId.CHOOSE).shortcut
            self._choosing.set_text(first if choice_count <= 1 else f"{first}–{choice_count}")
        shown = {
            CommandId.CHOOSE: choice_count > 0,
            CommandId.NOTE: is_question,
            CommandId.NEXT: has_next,
        }
        for command_id, hint in self._hints.items():
            hint.setVisible(shown.get(command_id, True))

    def _show_keys(self) -> None:
        for hint in self._hints.values():
            self._row.removeWidget(hint)
            hint.deleteLater()
        self._choosing = None
        self._hints = {each: self._hint(each) for each in _HINTS if command(each).keys}
        for hint in self._hints.values():
            self._row.addWidget(hint)
        self.show_for(self._choice_count, is_question=self._is_question, has_next=self._has_next)

    def _hint(self, command_id: CommandId) -> QWidget:
        hint = QWidget()
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        keys = Keycap(self._theme, command(command_id).shortcut)
        if command_id is CommandId.CHOOSE:
            self._choosing = keys
        row.addWidget(keys)
        row.addWidget(TextLabel(self._theme, _HINTS[command_id], "caption", "3"))
        return hint
