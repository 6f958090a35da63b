# SPDX-License-Identifier: MPL-2.0
"""The top of a page: what it is at the left, what can be done at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import CONTROL_HEIGHT, EDGE, SPACE
from ui.widgets.flow_row import FlowRow
from ui.widgets.folding_row import FoldingRow
from ui.widgets.push_button import PushButton
from ui.widgets.text_label import TextLabel


class PageHeading(QWidget):
    """A title, and beside it its buttons, or below it where there is no room for them.

    The title of a page without buttons stands as high as that of a page with some, so that it does
    not move as one goes from page to page. Of several buttons the way back is the last.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *buttons: PushButton,
        words: str = "",
        mark: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a heading.

        Args:
            theme: the theme in use.
            title: what the page is called.
            buttons: what can be done, from the left to the right.
            words: a sentence about the page, below.
            mark: something small before the title.
            parent: the widget around this one.
        """
        super().__init__(parent)
        self._theme = theme
        self.title = TextLabel(theme, title, "title", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.note = TextLabel(theme, "", "body", "2")
        self._words = TextLabel(theme, words, "body", "2", wrap=True)
        self._words.setVisible(bool(words))
        self._buttons = FlowRow(0)
        for button in buttons:
            self._buttons.add(button)
        self._named = QWidget()
        self._row = FoldingRow(theme, spacing=SPACE["2"])
        self._build(mark)
        self._buttons.setVisible(bool(buttons))
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_title(self, title: str) -> None:
        """Call the page something else."""
        self.title.set_text(title)

    def set_note(self, note: str) -> None:
        """Say something short beside the title, such as how many there are."""
        self.note.set_text(note)
        self.note.setVisible(bool(note))

    def set_words(self, words: str) -> None:
        """Say something else below the title."""
        self._words.set_text(words)
        self._words.setVisible(bool(words))

    def _build(self, mark: QWidget | None) -> None:
        line = QHBoxLayout(self._named)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE["2"])
        if mark is not None:
            line.addWidget(mark)
        line.addWidget(self.title)
        line.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        self.note.hide()
        self._row.add(self._named, 1)
        self._row.add(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._words)

    def _on_theme_changed(self) -> None:
        self._named.setMinimumHeight(self._theme.px(CONTROL_HEIGHT) + 2 * EDGE)
