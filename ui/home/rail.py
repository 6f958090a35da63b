# SPDX-License-Identifier: MPL-2.0
"""The rail at the left of the home."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, command
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.rail_button import RailButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.pane import Pane
from ui.widgets.surfaces.scroll_area import ScrollArea

_WIDTH: Final = 212
_COMPACT_WIDTH: Final = 64
_SIDE, _COMPACT_SIDE = 8, 4
_EDGE: Final = 1
"""Pixels of the line at the right."""


class Rail(Pane):
    """The places to be, one below the other, and at the foot what can be done from each of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", "right", parent)
        self._mark = IconLabel(theme, "shield-check", "primary", 22)
        self._name = TextLabel(theme, _("Case File Audit"), "strong", wrap=True)
        self._brand = QHBoxLayout()
        self._brand.setSpacing(SPACE["2"])
        self._brand.addWidget(self._mark)
        self._brand.addWidget(self._name, 1)
        content = QWidget()
        content.setObjectName("content")
        self._places = QVBoxLayout(content)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._commands = QVBoxLayout()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, SPACE["3"], _SIDE, SPACE["3"])
        column.setSpacing(0)
        column.addLayout(self._brand)
        # With large text there are more places than a small screen is high.
        column.addWidget(ScrollArea(theme, content), 1)
        column.addLayout(self._commands)
        for part in (self._places, self._commands):
            part.setSpacing(0)
        self._places.addStretch(1)
        self._asking: dict[CommandId, RailButton] = {}
        KEYMAP.changed.connect(self._show_keys)

    def add_place(self, icon: str, words: str) -> RailButton:
        """Add a place below the others; return its button, which stays down while one is there."""
        button = RailButton(self._theme, icon, words)
        self._places.insertWidget(self._places.count() - 1, button)
        return button

    def add_command(self, icon: str, words: str, command_id: CommandId) -> RailButton:
        """Add something to do, which is not a place to be; return its button."""
        button = RailButton(self._theme, icon, words)
        button.setAutoExclusive(False)
        button.setCheckable(False)
        self._commands.addWidget(button)
        self._asking[command_id] = button
        self._show_keys()
        return button

    def set_compact(self, is_compact: bool) -> None:
        """Show icons only, or the words too."""
        for button in self.findChildren(RailButton):
            button.set_compact(is_compact)
        self._name.setVisible(not is_compact)
        side = _COMPACT_SIDE if is_compact else _SIDE
        self._column.setContentsMargins(side, SPACE["3"], side, SPACE["3"])
        centre, left = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft
        self._brand.setAlignment(self._mark, centre if is_compact else left)
        self._brand.setContentsMargins(0 if is_compact else SPACE["3"], SPACE["2"], 0, SPACE["2"])
        wanted = self._theme.px(_COMPACT_WIDTH if is_compact else _WIDTH)
        # A place has a longer name in some languages.
        widest = max(button.minimumSizeHint().width() for button in self.findChildren(RailButton))
        self.setFixedWidth(max(wanted, widest + 2 * side + _EDGE))

    def _show_keys(self) -> None:
        """Say in the tool tips which keys are in force."""
        for command_id, button in self._asking.items():
            button.set_shortcut(command(command_id).shortcut)
