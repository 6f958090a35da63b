# SPDX-License-Identifier: MPL-2.0
"""A line to type that suggests words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.theme.theme import Theme
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.suggestion_delegate import SuggestionDelegate
from ui.widgets.fields.suggestion_list import SuggestionList

_MOST_SHOWN = 8


class SuggestingField(LineField):
    """A line that takes any text, and offers words that fit what is typed; Down shows them all.

    Signals:
        text_edited: at each key press; the text.
        text_settled: as for ``LineField``, and when a suggestion is taken; the text.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field; ``&`` in ``label`` marks the letter of its shortcut."""
        super().__init__(theme, label, hint=hint, placeholder=placeholder, parent=parent)
        self._suggestions = QStringListModel(self)
        self.completer = QCompleter(self._suggestions, self)
        self._popup = SuggestionList(theme)
        self.completer.setPopup(self._popup)
        # Only now: a completer gives its popup a delegate of its own.
        self._popup.setItemDelegate(SuggestionDelegate(theme, self._popup))
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(_MOST_SHOWN)
        self.completer.activated.connect(self._on_suggestion_taken)
        self.completer.highlighted.connect(self._on_suggestion_tried)
        self.line_edit.setCompleter(self.completer)
        self.line_edit.installEventFilter(self)

    def set_suggestions(self, words: Sequence[str]) -> None:
        """Suggest other words."""
        self._suggestions.setStringList(list(words))

    @property
    def is_suggesting(self) -> bool:
        """Whether suggestions are on show: Enter then takes one and means nothing else."""
        return self._popup.isVisible()

    def _on_suggestion_tried(self, text: str) -> None:
        # An arrow key puts the words into the line, so they count as typed.
        self._on_text_edited(text)

    def _on_suggestion_taken(self, text: str) -> None:
        # Qt puts the words in only after this, and does not count that as typing.
        self.line_edit.setText(text)
        self._settling.cancel()
        self.text_edited.emit(text)
        self.text_settled.emit(text)

    def _show_all(self) -> None:
        self.completer.setCompletionPrefix("")
        self.completer.complete()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show all suggestions when Down is pressed in an empty line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not self.text
            and not self.line_edit.isReadOnly()
        ):
            self._show_all()
            return True
        return super().eventFilter(watched, event)
