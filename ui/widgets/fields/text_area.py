# SPDX-License-Identifier: MPL-2.0
"""Several lines to type, with their label."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import ngettext
from ui.theme.theme import Theme
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.fields.field import Field
from ui.widgets.fields.growing_edit import GrowingEdit
from ui.widgets.fields.personal_hint import PersonalHint
from ui.widgets.fields.settle_timer import SettleTimer
from ui.widgets.signs.text_label import TextLabel

_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class TextArea(Field):
    """A label and a text that grows with what is typed; Tab leaves it.

    Signals:
        text_settled: soon after a key press, and on leaving; the text.
    """

    text_settled = Signal(str)

    def __init__(  # noqa: PLR0913 - each is a part that a caller may leave out
        self,
        theme: Theme,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        min_lines: int = 3,
        max_lines: int = 12,
        counts_words: bool = False,
        is_heading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty text area; ``&`` in ``label`` marks the letter of its shortcut."""
        self.text_edit = GrowingEdit(min_lines, max_lines)
        super().__init__(
            theme, label, self.text_edit,
            hint=hint, is_one_line=False, is_heading=is_heading, parent=parent,
        )  # fmt: skip
        self._is_showing = False
        self._counter = TextLabel(theme, "", "caption", "3")
        self.heading.add(self._counter)
        self._counts_words = counts_words
        self._counter.setVisible(counts_words)
        self.personal_hint = PersonalHint(theme, self.text_edit, self._text_and_caret)
        self._add_below(self.personal_hint)
        self._placeholder = placeholder
        self.text_edit.setPlaceholderText(placeholder)
        self._settling = SettleTimer(self)
        self._settling.settled.connect(self._on_settled)
        self.text_edit.textChanged.connect(self._on_text_changed)
        self.text_edit.left.connect(self.settle_now)
        self._count_words()

    def set_text(self, text: str) -> None:
        """Show another text, without a signal and without its past; drop what was pending."""
        self._settling.cancel()
        self.personal_hint.forget()
        document = self.text_edit.document()
        has_past = document.availableUndoSteps() or document.availableRedoSteps()
        if has_past or text != self.text:
            self._is_showing = True
            self.text_edit.setPlainText(text)
            self._is_showing = False

    def refresh_text(self, text: str) -> None:
        """Show the text as it is kept now, unless the user is typing over it.

        Cursor and undo history stay when the text is the same.
        """
        if not self._settling.is_pending and text != self.text:
            self.set_text(text)

    def settle_now(self) -> None:
        """Emit ``text_settled`` at once if something was typed and not told yet."""
        self._settling.settle_now()

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the text without letting it be changed."""
        self.text_edit.setReadOnly(is_read_only)
        if is_read_only:
            # Qt takes the caret away, by which the keyboard and screen readers go through a text.
            self.text_edit.setTextInteractionFlags(_READING)
        self.text_edit.setPlaceholderText("" if is_read_only else self._placeholder)
        self.frame.set_read_only(is_read_only)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.text_edit.toPlainText()

    def _make_heading(self) -> QWidget:
        """Make room for more beside the label, or below it where it is narrow."""
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.heading = FoldingRow(self._theme)
        self.heading.add(self.label, 1)
        return self.heading

    def _count_words(self) -> None:
        if not self._counts_words:
            return
        count = len(self.text.split())
        self._counter.set_text(ngettext("{count} word", "{count} words", count).format(count=count))

    def _on_text_changed(self) -> None:
        # Nothing here may read the whole text: it comes at each key, and the text may be a book.
        if self._is_showing:
            self._count_words()
        else:
            self._settling.touch()

    def _text_and_caret(self) -> tuple[str, int]:
        return self.text, self.text_edit.textCursor().position()

    def _on_settled(self) -> None:
        self._count_words()
        self.personal_hint.touch()
        self.text_settled.emit(self.text)
