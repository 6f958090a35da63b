# SPDX-License-Identifier: MPL-2.0
"""The quiet line below a text that may say who somebody is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel

if TYPE_CHECKING:
    from auditapp.avoided_names import PersonalFinder
    from auditapp.personal_data import Finding

LOOK_MS: Final = 600
"""Milliseconds without a key until a text is looked at."""

BEFORE: Final = 8000
"""Characters before the caret that are looked at: a pasted page or two. The rest of a long text
waits for the list before the report goes out."""

AFTER: Final = 2000
"""Characters behind the caret that are looked at."""

_CONTEXT: Final = 20
"""Characters before what was found by which it is known again."""


class PersonalHint(QWidget):
    """Say what a text may give away, when the typing rests; it stops nobody from anything.

    It looks only where some widget around it offers a ``personal_finder``, as the view of an audit
    does: whatever is typed there may be printed. What the person calls all right is remembered
    here, in memory, until the view is put away.
    """

    def __init__(self, theme: Theme, editor: QWidget, read: Callable[[], tuple[str, int]]) -> None:
        """Watch ``editor``; ``read`` returns its text and the place of the caret."""
        super().__init__()
        self._theme = theme
        self._editor = editor
        self._read = read
        self._is_on = True
        self._shown = ""
        self._harmless: set[str] = set()
        self._label: TextLabel | None = None
        self.harmless_button: PushButton | None = None
        self._rest = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._rest.timeout.connect(self.look_now)
        self.hide()

    def turn_off(self) -> None:
        """Look no more: the field is there for a name, or is challenged in another way."""
        self._is_on = False

    def touch(self) -> None:
        """Note that something was typed."""
        if self._is_on:
            self._rest.start()

    def forget(self) -> None:
        """Another text is on show: say nothing about it until something is typed."""
        self._rest.stop()
        self._show_words("")

    def look_now(self) -> None:
        """Look at the text around the caret."""
        finder = self._finder()
        if finder is None:
            return
        text, caret = self._read()
        start = max(0, caret - BEFORE)
        part = text[start : caret + AFTER]
        found = (each for each in finder.find(part) if _known_as(part, each) not in self._harmless)
        first = next(found, None)
        # It comes with all the patterns, which the first paint need not wait for.
        from ui.widgets.fields.personal_words import personal_words  # noqa: PLC0415

        self._shown = "" if first is None else _known_as(part, first)
        words = "" if first is None else personal_words(first.kind, part[first.start : first.end])
        self._show_words(words)

    @property
    def is_on(self) -> bool:
        """Whether the text is looked at."""
        return self._is_on

    @property
    def words(self) -> str:
        """What is said at the moment."""
        return "" if self.isHidden() or self._label is None else self._label.text()

    def _finder(self) -> "PersonalFinder | None":
        """Return the finder of the nearest widget around this one that has one."""
        from auditapp.avoided_names import PersonalFinder  # noqa: PLC0415 - as above

        around = self.parentWidget()
        while around is not None:
            finder = getattr(around, "personal_finder", None)
            if isinstance(finder, PersonalFinder):
                return finder
            around = around.parentWidget()
        return None

    def _show_words(self, words: str) -> None:
        if not words:
            self.hide()
            return
        advice = _("Reports are read by many people: leave it out if you can.")
        sentence = f"{words} {advice}"
        is_new = sentence != self.words
        if self._label is None:
            self._label = self._build()
        self._label.set_text(sentence)
        self.show()
        if is_new:
            announce(self._editor, sentence)

    def _build(self) -> TextLabel:
        """Make the parts; most fields never need them."""
        theme = self._theme
        label = TextLabel(theme, "", "small", "2", wrap=True)
        self.harmless_button = PushButton(theme, _("It is all right here"), "quiet")
        self.harmless_button.clicked.connect(self._on_harmless_clicked)
        icon = IconLabel(theme, "shield-alert", "text2")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(EDGE, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(self.harmless_button, 0, Qt.AlignmentFlag.AlignLeft)
        return label

    def _on_harmless_clicked(self) -> None:
        self._harmless.add(self._shown)
        self._editor.setFocus()
        self.look_now()


def _known_as(text: str, found: "Finding") -> str:
    """Return what was found with a little before it: the same in another text is another find."""
    return text[max(0, found.start - _CONTEXT) : found.end]
