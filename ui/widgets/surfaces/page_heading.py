# SPDX-License-Identifier: MPL-2.0
"""The top of a page: what it is at the left, what can be done at the right."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import CONTROL_HEIGHT, EDGE, SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel


class PageHeading(QWidget):
    """A title with a sentence, and its buttons: beside the title, or below where there is no room.

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
        self.note = TextLabel(theme, "", "body", "2", wrap=True)
        self._words = TextLabel(theme, words, "body", "2", wrap=True)
        self._buttons = FlowRow(0)
        for button in buttons:
            self._buttons.add(button)
        self._named = QWidget()
        self._grid = QGridLayout(self)
        self._is_folded: bool | None = None
        self._build(mark)
        if not words:  # shown is what is not hidden: without a parent it would be a window
            self._words.hide()
        if not buttons:
            self._buttons.hide()
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def add_button(self, button: PushButton) -> None:
        """Put a further button behind the others."""
        self._buttons.add(button)
        self._buttons.show()

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
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE["2"])
        self._grid.setVerticalSpacing(SPACE["half"])
        self._grid.setColumnStretch(0, 1)

    def _on_theme_changed(self) -> None:
        self._named.setMinimumHeight(self._theme.px(CONTROL_HEIGHT) + 2 * EDGE)
        self._fold()

    def _fold(self) -> None:
        """Put the buttons where there is room; the sentence is always next to the title."""
        buttons = 0 if self._buttons.isHidden() else self._buttons.sizeHint().width()
        least = self._named.sizeHint().width() + SPACE["2"] + buttons
        is_folded = self.width() < least
        if is_folded is self._is_folded:
            return
        self._is_folded = is_folded
        grid = self._grid
        grid.addWidget(self._named, 0, 0)
        grid.addWidget(self._words, 1, 0, 1, 2)
        if is_folded:
            grid.addWidget(self._buttons, 2, 0, 1, 2)
        else:
            grid.addWidget(self._buttons, 0, 1)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place of the buttons for the width."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Look again when a part has another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)
