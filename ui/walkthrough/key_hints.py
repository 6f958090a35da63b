# SPDX-License-Identifier: MPL-2.0
"""The keys that are worth knowing at this step."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.keycap import Keycap
from ui.widgets.text_label import TextLabel

_HINTS: Final = (
    (("Ctrl", "1–5"), _("answer"), True),
    (("Alt", "N"), _("note"), True),
    (("F1",), _("guidance"), False),
    (("Alt", "←→"), _("move"), False),
)


class KeyHints(QWidget):
    """Keys with a word each; those of an answer only where there is a question."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_questions: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for keys, words, is_of_question in _HINTS:
            hint = _hint(theme, keys, words)
            row.addWidget(hint)
            if is_of_question:
                self._of_questions.append(hint)

    def show_for(self, *, is_question: bool) -> None:
        """Show the keys of an answer, or leave them out."""
        for hint in self._of_questions:
            hint.setVisible(is_question)


def _hint(theme: Theme, keys: Sequence[str], words: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys:
        row.addWidget(Keycap(theme, key))
    row.addWidget(TextLabel(theme, words, "caption", "3"))
    return hint
