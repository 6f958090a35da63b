# SPDX-License-Identifier: MPL-2.0
"""Something to know, across the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_ICONS = {"info": "info", "ok": "circle-check", "warn": "triangle-alert", "danger": "siren"}


class Banner(Card):
    """An icon, a title, some words and perhaps buttons, in the colours of a tone.

    The buttons stand beside the words, and below them where there is no room.

    Signals:
        action_clicked: a button was pressed; its key.
    """

    action_clicked = Signal(str)

    def __init__(  # noqa: PLR0913 - each is a part that a caller may leave out
        self,
        theme: Theme,
        tone: str,
        title: str,
        text: str = "",
        *,
        actions: Sequence[tuple[str, str]] = (),
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a message.

        Args:
            theme: the theme in use.
            tone: "info", "ok", "warn" or "danger".
            title: the message in a few words.
            text: more about it.
            actions: the buttons, each a key and its words.
            icon: the name of an icon other than the tone's.
            parent: the widget around this one.
        """
        super().__init__(theme, "small", tone, parent)
        self._icon = IconLabel(theme, icon or _ICONS[tone], tone, 20)
        self._title = TextLabel(theme, title, "strong", tone, wrap=True)
        self._text = TextLabel(theme, text, "body", wrap=True)
        self._buttons = FlowRow(0)
        self._parts = FoldingRow(theme, spacing=SPACE["2"])
        self._keys: dict[PushButton, str] = {}
        self._build()
        self._buttons.hide()
        for key, words in actions:
            self._add_action(key, words)
        self.set_content(tone, title, text, icon)

    def set_content(self, tone: str, title: str, text: str = "", icon: str | None = None) -> None:
        """Show another message with the same buttons."""
        self.set_tone(tone)
        self._icon.set_icon(icon or _ICONS[tone], tone)
        self._title.set_tone(tone)
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def show_message(self, tone: str, title: str, text: str = "", icon: str | None = None) -> None:
        """Show another message, and have a screen reader say all of it: trouble at once."""
        self.set_content(tone, title, text, icon)
        self.show()
        stop = "" if title[-1:] in ".?!…" else "."
        words = f"{title}{stop} {text}" if text else title
        announce(self, words, urgent=tone in ("warn", "danger"))

    @property
    def buttons(self) -> tuple[PushButton, ...]:
        """The buttons, in order."""
        return tuple(self._keys)

    def _build(self) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["half"])
        column.addWidget(self._title)
        column.addWidget(self._text)
        self._parts.add(words, 1)
        self._parts.add(self._buttons)
        row = QHBoxLayout()
        row.setSpacing(SPACE["2"])
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._parts, 1)
        self.body.addLayout(row)
        self.set_padding(SPACE["4"], SPACE["3"])

    def _add_action(self, key: str, words: str) -> None:
        button = PushButton(self._theme, words)
        button.clicked.connect(self._on_button_clicked)
        self._keys[button] = key
        self._buttons.add(button)
        self._buttons.show()

    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PushButton):
            self.action_clicked.emit(self._keys[button])
