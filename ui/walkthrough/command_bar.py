# SPDX-License-Identifier: MPL-2.0
"""A bar above or below a walk."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, command
from ui.theme.theme import Theme
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.surfaces.pane import Pane


class CommandBar(Pane):
    """Buttons that ask for commands; what does not fit is left out.

    A bar says by ``_fit`` what it leaves out, and calls ``_begin`` when it is built.

    Signals:
        command_asked: a button was pressed; its ``CommandId``.
    """

    command_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        edge: str,
        height: int,
        icons: Mapping[CommandId, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a bar.

        Args:
            theme: the theme in use.
            edge: the side on which it has a line.
            height: in pixels at the usual text size.
            icons: the commands that have a button with an icon only, and the names of the icons.
            parent: the widget around this one.
        """
        super().__init__(theme, "surface", edge, parent)
        self._height = height
        self._buttons = {
            each: self._icon_button(each, icon) for each, icon in (icons or {}).items()
        }

    def button(self, command_id: CommandId) -> IconButton:
        """Return the icon button of a command."""
        return self._buttons[command_id]

    # For the bars

    def _begin(self) -> None:
        """Fit from now on. Called last, so that all parts have taken over a theme before it."""
        # What does not fit is left out by ``_fit``, so nothing here keeps the window wide.
        self.setMinimumWidth(1)
        self._on_theme_changed()
        self._theme.changed.connect(self._on_theme_changed)
        KEYMAP.changed.connect(self._show_keys)

    def _fit(self) -> None:
        """Show what there is room for."""
        raise NotImplementedError

    def _show_keys(self) -> None:
        """Say in the tool tips which keys are in force."""
        for command_id, button in self._buttons.items():
            button.set_shortcut(command(command_id).shortcut)

    def _let_ask(self, button: QAbstractButton, command_id: CommandId) -> None:
        """Have a button ask for a command."""
        button.setProperty("command", command_id.value)
        button.clicked.connect(self._on_button_clicked)

    def _icon_button(self, command_id: CommandId, icon: str) -> IconButton:
        asked = command(command_id)
        button = IconButton(self._theme, icon, asked.words, shortcut=asked.shortcut)
        self._let_ask(button, command_id)
        return button

    # Slots

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(self._height))
        self._fit()

    def _on_button_clicked(self) -> None:
        self.command_asked.emit(CommandId(self.sender().property("command")))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()
