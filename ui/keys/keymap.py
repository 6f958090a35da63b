# SPDX-License-Identifier: MPL-2.0
"""Know which keys are in force, and bind them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.keys.commands import COMMANDS, Command, CommandGroup, CommandId
from ui.keys.key_faults import key_fault

_BY_ID: Final = {each.id: each for each in COMMANDS}


class Keymap(QObject):
    """The usual keys, and those that somebody has put in their place.

    Signals:
        changed: some keys are others now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._changes: dict[CommandId, tuple[str, ...]] = {}

    def take(self, changes: Mapping[str, Sequence[str]] | None) -> None:
        """Have other keys in force, by the ids of commands; what makes no sense is left out."""
        taken = {
            CommandId(name): tuple(key for key in keys if not key_fault(key))
            for name, keys in (changes or {}).items()
            if name in _BY_ID and not _BY_ID[CommandId(name)].is_fixed
        }
        if taken != self._changes:
            self._changes = taken
            self.changed.emit()

    def command(self, command_id: CommandId) -> Command:
        """Return a command with the keys in force."""
        usual = _BY_ID[command_id]
        keys = self._changes.get(command_id)
        return usual if keys is None else replace(usual, keys=keys)

    def user_of(self, key: str) -> Command | None:
        """Return the command that a key belongs to now."""
        wanted = QKeySequence(key)
        commands = (self.command(each.id) for each in COMMANDS)
        return next((each for each in commands if wanted in map(QKeySequence, each.keys)), None)


KEYMAP: Final = Keymap()
"""The one of the program: there is one keyboard."""


def command(command_id: CommandId) -> Command:
    """Return a command with the keys in force."""
    return KEYMAP.command(command_id)


def in_group(group: CommandGroup) -> Iterable[Command]:
    """Yield the commands of a group, in the order of the list."""
    return (command(each.id) for each in COMMANDS if each.group is group)


def bind(widget: QWidget, handlers: Mapping[CommandId, Callable[[], None]]) -> None:
    """Have the keys of the commands in ``handlers`` work while ``widget`` is on show."""
    _Binding(widget, handlers)


def make_shortcut(widget: QWidget, key: str, handler: Callable[[], None]) -> QShortcut:
    """Have one key call ``handler`` while ``widget`` is on show."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.activated.connect(handler)
    return shortcut


class _Binding(QObject):
    """The shortcuts of one widget, made anew when the keys are others."""

    def __init__(self, widget: QWidget, handlers: Mapping[CommandId, Callable[[], None]]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._handlers = handlers
        self._shortcuts: list[QShortcut] = []
        self._make()
        KEYMAP.changed.connect(self._make)

    def _make(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [
            make_shortcut(self._widget, key, handler)
            for command_id, handler in self._handlers.items()
            for key in command(command_id).keys
        ]
