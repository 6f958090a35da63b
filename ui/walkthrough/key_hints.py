# SPDX-License-Identifier: MPL-2.0
"""The keys that are worth knowing at this step."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, command
from ui.theme.theme import Theme
from ui.widgets.keycap import Keycap
from ui.widgets.text_label import TextLabel

_MOST_ANSWERS: Final = 5
_HINTS: Final = (
    (CommandId.CHOOSE, _("answer"), True),
    (CommandId.NOTE, _("note"), True),
    (CommandId.GUIDANCE, _("guidance"), False),
    (CommandId.NEXT, _("on"), False),
)


class KeyHints(QWidget):
    """Keys with a word each; those of an answer only where there is a question."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_question = True
        self._hints: list[tuple[QWidget, bool]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._show_keys()
        KEYMAP.changed.connect(self._show_keys)

    def show_for(self, *, is_question: bool) -> None:
        """Show the keys of an answer, or leave them out."""
        self._is_question = is_question
        for hint, is_of_question in self._hints:
            hint.setVisible(is_question or not is_of_question)

    def _show_keys(self) -> None:
        for hint, _is_of_question in self._hints:
            self._row.removeWidget(hint)
            hint.deleteLater()
        self._hints = [
            (_hint(self._theme, _keys(each), words), is_of_question)
            for each, words, is_of_question in _HINTS
            if command(each).keys
        ]
        for hint, _is_of_question in self._hints:
            self._row.addWidget(hint)
        self.show_for(is_question=self._is_question)


def _keys(command_id: CommandId) -> Sequence[str]:
    """Return the usual key in its parts, such as "Ctrl" and "G"."""
    words = command(command_id).shortcut
    *held, last = words[:-1].split("+")  # the last sign may be a plus itself
    return [*held, f"1–{_MOST_ANSWERS}" if command_id is CommandId.CHOOSE else last + words[-1]]


def _hint(theme: Theme, keys: Sequence[str], words: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys:
        row.addWidget(Keycap(theme, key))
    row.addWidget(TextLabel(theme, words, "caption", "3"))
    return hint
