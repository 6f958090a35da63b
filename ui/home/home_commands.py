# SPDX-License-Identifier: MPL-2.0
"""The keys of the home, and the palette that offers the same by their words."""

from typing import TYPE_CHECKING

from auditapp.workspace import Workspace
from ui.home.home_palette import HomePalette
from ui.home.rail import Rail
from ui.keys.commands import CommandId
from ui.keys.keymap import bind
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.home.home_view import HomeView


class HomeCommands:
    """Bind the keys to what the home does, and hold its palette."""

    def __init__(self, home: "HomeView", rail: Rail, theme: Theme, workspace: Workspace) -> None:
        """Bind the keys over all of ``home``, and some only where ``rail`` is in sight."""
        self._home = home
        self._theme = theme
        # A page that takes the rail away is not left by the keys of the rail.
        beside = {
            CommandId.NEW_AUDIT: home.show_new_audit,
            CommandId.FIND_AUDIT: home.find_audit,
        }
        anywhere = {
            CommandId.LOCK: home.ask_to_lock,
            CommandId.SHORTCUTS: self._show_shortcuts,
        }
        handlers = {**beside, **anywhere, CommandId.HELP: home.help_asked.emit}
        self.palette = HomePalette(home, theme, workspace, handlers)
        bind(rail, beside)
        bind(home, {**anywhere, CommandId.PALETTE: self.palette.show})

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self._theme, self._home).open()
