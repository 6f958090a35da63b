# SPDX-License-Identifier: MPL-2.0
"""A button that opens a menu."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton

_OPENING: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MenuButton(PushButton):
    """Hold what is wanted less often than the buttons beside it.

    Space, Enter and Down open the menu, with its first entry ready.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "secondary", "chevron-down", icon_side="right", parent=parent)
        self._icons: dict[QAction, str] = {}
        self.commands = QMenu(self)
        # By its own menu a reader hears that the button has one; Qt then opens it on a press.
        self.setMenu(self.commands)
        self.pressed.connect(self._on_pressed)

    def add(self, words: str, icon: str) -> QAction:
        """Put a command at the end of the menu, and return it."""
        command = self.commands.addAction(words)
        self.set_command_icon(command, icon)
        return command

    def add_line(self) -> None:
        """Part what comes next from what is there."""
        self.commands.addSeparator()

    def set_command_icon(self, command: QAction, icon: str) -> None:
        """Show an icon before a command."""
        self._icons[command] = icon
        command.setIcon(self._theme.icon(icon))

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        for command, icon in self._icons.items():
            command.setIcon(self._theme.icon(icon))

    # Slots

    def _on_pressed(self) -> None:
        usable = (each for each in self.commands.actions() if each.isEnabled() and each.text())
        first = next(usable, None)
        if first is not None:
            self.commands.setActiveAction(first)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter and Down as well."""
        if event.key() in _OPENING:
            self.click()
        else:
            super().keyPressEvent(event)
