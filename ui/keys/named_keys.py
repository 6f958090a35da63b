# SPDX-License-Identifier: MPL-2.0
"""Name the keys in force in the tool tips of the buttons that do the same."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, command
from ui.widgets.buttons.icon_button import IconButton


def name_keys(buttons: Mapping[CommandId, IconButton]) -> None:
    """Have each button name the usual key of its command, now and whenever the keys are others."""
    for command_id, button in buttons.items():
        _NamedKey(command_id, button)


class _NamedKey(QObject):
    """The key in the tool tip of one button."""

    def __init__(self, command_id: CommandId, button: IconButton) -> None:
        super().__init__(button)
        self._command_id = command_id
        self._button = button
        self._show()
        KEYMAP.changed.connect(self._show)

    def _show(self) -> None:
        self._button.set_shortcut(command(self._command_id).shortcut)
