# SPDX-License-Identifier: MPL-2.0
"""Know which keys are in force, and bind them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.keys.commands import COMMANDS, Command, CommandGroup, CommandId, can_meet
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
        self._keys = _settled({})

    def take(self, changes: Mapping[str, Sequence[str]] | None) -> None:
        """Have other keys in force, by the ids of commands; what makes no sense is left out.

        A command of which nothing else is left has its usual keys; one given none has none.
        """
        sensible = {
            each.id: ([key for key in keys if not key_fault(key, each)], keys)
            for name, keys in (changes or {}).items()
            if name in _BY_ID and not (each := _BY_ID[CommandId(name)]).is_fixed
        }
        keys = _settled({each: fit for each, (fit, given) in sensible.items() if fit or not given})
        if keys != self._keys:
            self._keys = keys
            self.changed.emit()

    def command(self, command_id: CommandId) -> Command:
        """Return a command with the keys in force."""
        return replace(_BY_ID[command_id], keys=self._keys[command_id])

    def user_of(self, key: str, asked: Command) -> Command | None:
        """Return the command that a key belongs to now, in a window in which ``asked`` works."""
        wanted = QKeySequence(key).toString()
        users = (each.id for each in COMMANDS if wanted in self._keys[each.id])
        return next((self.command(each) for each in users if can_meet(_BY_ID[each], asked)), None)


def _settled(changes: Mapping[CommandId, Sequence[str]]) -> dict[CommandId, tuple[str, ...]]:
    """Return the keys of every command; in one window each once: of two Qt carries out neither.

    Keys that nobody can change come first, then those that somebody chose: another version of the
    program may have given one of these to a command that had none.
    """
    settled: dict[CommandId, tuple[str, ...]] = {}
    used: list[tuple[Command, set[str]]] = []
    for each in sorted(COMMANDS, key=lambda each: (not each.is_fixed, each.id not in changes)):
        own = [QKeySequence(key).toString() for key in changes.get(each.id, each.keys)]
        taken = set().union(*(keys for other, keys in used if can_meet(each, other)))
        settled[each.id] = tuple(key for key in dict.fromkeys(own) if key not in taken)
        used.append((each, set(own)))
    return settled


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


def bind_numbers(widget: QWidget, command_id: CommandId, choose: Callable[[int], None]) -> None:
    """Have each key of a command call ``choose`` with its number, from 1; they are never others."""
    for number, key in enumerate(command(command_id).keys, start=1):
        make_shortcut(widget, key, partial(choose, number))


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
            if key != command(command_id).own_letter  # Qt would carry out neither of two
        ]
