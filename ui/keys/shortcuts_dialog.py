# SPDX-License-Identifier: MPL-2.0
"""List the keyboard shortcuts."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import GROUP_WORDS, Command, CommandGroup, CommandId
from ui.keys.keymap import in_group
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.dialog import Dialog
from ui.widgets.flow_row import FlowRow
from ui.widgets.keycap import Keycap
from ui.widgets.shortcut import native_keys
from ui.widgets.text_label import TextLabel

_WIDTH = 560


class ShortcutsDialog(Dialog):
    """Every command that has a key, by group."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Keyboard shortcuts"), parent, width=_WIDTH)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE["2"], 0)  # between the keys and the scroll bar
        column.setSpacing(theme.px(12))
        column.addLayout(_grid(theme))
        hint = _(
            "In a text field {keys} takes back typing; {others} takes back the last change. Under "
            "Settings, commands can be given other keys."
        ).format(keys=native_keys("Ctrl+Z"), others=native_keys("Alt+U"))
        column.addWidget(TextLabel(theme, hint, "small", "2", wrap=True))
        self.add_page(content).be_read(_("Keyboard shortcuts"))
        self.add_cancel(_("Close")).setDefault(True)


def _grid(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(0, 1)
    for group in CommandGroup:
        heading = TextLabel(theme, GROUP_WORDS[group].upper(), "overline", "3", wrap=True)
        heading.setContentsMargins(EDGE, theme.px(8), EDGE, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for command in in_group(group):
            if command.keys:
                _add_command(theme, grid, command)
    return grid


def _add_command(theme: Theme, grid: QGridLayout, command: Command) -> None:
    row = grid.rowCount()
    words = TextLabel(theme, command.words, wrap=True)
    words.setAccessibleDescription(", ".join(command.key_words))
    grid.addWidget(words, row, 0)
    grid.addWidget(_keys(theme, command), row, 1)


def _keys(theme: Theme, command: Command) -> FlowRow:
    keys = FlowRow(6)
    shown = command.key_words
    if command.id is CommandId.CHOOSE:
        shown = (f"{shown[0]}–{len(shown)}",)
    for key in shown:
        keys.add(Keycap(theme, key))
    return keys
