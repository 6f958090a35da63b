# SPDX-License-Identifier: MPL-2.0
"""A label, a framed editor, and below them a hint or what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.fields.field_frame import FieldFrame
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel

_ICON = 16


class Field(QWidget):
    """A base of everything that is filled in."""

    def __init__(  # noqa: PLR0913 - each is a part that a caller may leave out
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        icon: str | None = None,
        is_one_line: bool = True,
        is_heading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Put ``label`` over ``editor``; ``&`` in it marks the letter of a shortcut.

        Where the field ``is_heading`` a part of a card, its label looks like the headings of the
        others; in a form all labels look the same, whatever is below them.
        """
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self._error: str | None = None
        self._note = ""
        self.editor = editor
        look = ("strong", None) if is_heading else ("small", "2")
        self.label = TextLabel(theme, label, *look, wrap=True)
        self.frame = FieldFrame(theme, editor, icon=icon, is_one_line=is_one_line)
        self.label.set_buddy(editor)
        self.setFocusProxy(editor)
        self._build()
        self._show_words()
        theme.changed.connect(self._show_icon)

    def set_hint(self, hint: str) -> None:
        """Say something about how to fill the field in."""
        self._hint = hint
        self._show_words()

    def set_error(self, error: str | None) -> None:
        """Say in words what is wrong, or take it back. Screen readers hear it at once."""
        error = error or None
        is_new = error is not None and error != self._error
        self._error = error
        self._show_words()
        if is_new and error is not None:
            announce(self.editor, error)

    def _set_note(self, note: str) -> None:
        """Tell screen readers something that others see."""
        self._note = note
        self._show_words()

    def _add_below(self, widget: QWidget) -> None:
        """Put something below the words under the frame."""
        self._column.addWidget(widget)

    @property
    def error(self) -> str | None:
        """What is said to be wrong."""
        return self._error

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_heading())
        column.addWidget(self.frame)
        self._words = TextLabel(self._theme, "", "small", wrap=True)
        self._icon = QLabel()
        self._icon.setContentsMargins(EDGE, SPACE["half"], 0, 0)
        row = QHBoxLayout()
        row.setSpacing(SPACE["half"])
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column.addLayout(row)

    def _make_heading(self) -> QWidget:
        """Return what stands over the frame."""
        return self.label

    def _show_words(self) -> None:
        words = self._error or self._hint
        self._words.set_text(words)
        self._words.set_tone("danger" if self._error else "3")
        self._words.setVisible(bool(words))
        self._icon.setVisible(self._error is not None)
        self.frame.set_wrong(self._error is not None)
        # The description is what ties these words to the editor for a screen reader.
        words_heard = filter(None, (self._error, self._hint, self._note))
        self.editor.setAccessibleDescription(" ".join(words_heard))
        self._show_icon()

    def _show_icon(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("circle-alert", "danger", _ICON))
