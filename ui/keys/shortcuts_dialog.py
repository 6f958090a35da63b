# SPDX-License-Identifier: MPL-2.0
"""List the keyboard shortcuts."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import GROUP_WORDS, CommandGroup, CommandId
from ui.keys.fixed_keys import FIXED, FIXED_GROUP_WORDS, FixedGroup
from ui.keys.keymap import command, in_group
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.keycap import Keycap
from ui.widgets.buttons.shortcut import native_keys
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_WIDTH = 560
_OF_FIELDS = "Ctrl+Z"
"""What a text field takes back typing by, whatever keys a command has."""


class ShortcutsDialog(Dialog):
    """Every command that has a key, by group, and then the keys that stay as they are."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Keyboard shortcuts"), parent, width=_WIDTH)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE["2"], 0)  # between the keys and the scroll bar
        column.setSpacing(theme.px(12))
        column.addLayout(_grid(theme))
        column.addWidget(TextLabel(theme, _hint(), "small", "2", wrap=True))
        self.add_page(content).be_read(_("Keyboard shortcuts"))
        self.add_cancel(_("Close")).setDefault(True)


def _hint() -> str:
    """Return what takes back typing, and what takes back a change from a text field, too."""
    own = native_keys(_OF_FIELDS)
    others = [key for key in command(CommandId.UNDO).key_words if key != own]
    words = _(
        "In a text field {keys} takes back typing; {others} takes back the last change. Under "
        "Settings, commands can be given other keys."
    )
    if not others:
        words = _(
            "In a text field {keys} takes back typing. Under Settings, commands can be given other "
            "keys."
        )
    return words.format(keys=own, others="".join(others[:1]))


def _grid(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(0, 1)
    for group in CommandGroup:
        _add_heading(theme, grid, GROUP_WORDS[group])
        for each in in_group(group):
            if each.keys:
                _add_keys(theme, grid, each.words, each.listed_keys)
    for fixed in FixedGroup:
        _add_heading(theme, grid, FIXED_GROUP_WORDS[fixed])
        for each in FIXED:
            if each.group is fixed:
                _add_keys(theme, grid, each.words, each.keys)
    return grid


def _add_heading(theme: Theme, grid: QGridLayout, words: str) -> None:
    heading = TextLabel(theme, words.upper(), "overline", "3", wrap=True)
    heading.setContentsMargins(EDGE, theme.px(8), EDGE, 0)
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2)


def _add_keys(theme: Theme, grid: QGridLayout, words: str, keys: Iterable[str]) -> None:
    row = grid.rowCount()
    label = TextLabel(theme, words, wrap=True)
    label.setAccessibleDescription(", ".join(keys))
    grid.addWidget(label, row, 0)
    caps = FlowRow(6)
    for key in keys:
        caps.add(Keycap(theme, key))
    grid.addWidget(caps, row, 1)
