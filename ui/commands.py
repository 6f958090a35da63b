# SPDX-License-Identifier: MPL-2.0
"""List everything that the window does at the press of a key, in one place.

Buttons take their names and tool tips from here, ``bind`` the keys, and the dialog of shortcuts
shows the whole list.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _


class CommandId(StrEnum):
    """Name what can be asked for."""

    PREVIOUS = "previous"
    NEXT = "next"
    NEXT_UNANSWERED = "next_unanswered"
    GO_TO_NUMBER = "go_to_number"
    SEARCH = "search"
    SECTIONS = "sections"
    CHOOSE = "choose"
    NOTE = "note"
    EVIDENCE = "evidence"
    FLAG = "flag"
    CONCERN = "concern"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"
    GUIDANCE = "guidance"
    THEME = "theme"
    SHORTCUTS = "shortcuts"
    LEAVE = "leave"
    NEW_AUDIT = "new_audit"
    FIND_AUDIT = "find_audit"
    LOCK = "lock"


class CommandGroup(StrEnum):
    """Name the headings under which the commands are listed."""

    MOVING = "moving"
    ANSWERING = "answering"
    WINDOW = "window"
    AUDITS = "audits"


GROUP_WORDS: Final[Mapping[CommandGroup, str]] = {
    CommandGroup.MOVING: _("Moving about"),
    CommandGroup.ANSWERING: _("Answering"),
    CommandGroup.WINDOW: _("The window"),
    CommandGroup.AUDITS: _("The list of audits"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """Hold one command: its words, and its keys with the usual one first.

    ``is_mnemonic`` says that a label in the form carries the key itself, so nothing is bound.
    """

    id: CommandId
    group: CommandGroup
    words: str
    keys: tuple[str, ...] = ()
    is_mnemonic: bool = False

    @property
    def key_words(self) -> tuple[str, ...]:
        """Return the keys as people of this computer's system write them."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(QKeySequence(key).toString(native) for key in self.keys)

    @property
    def shortcut(self) -> str:
        """Return the usual key for a tool tip, empty when there is none."""
        return self.key_words[0] if self.keys else ""


MOST_CHOICES: Final = 9

# Ctrl+Z inside a text field is the field's own: it undoes typing. The second key undoes the last
# change of the audit from there too. Ctrl+Alt is left alone, because it is AltGr on Windows.
COMMANDS: Final = (
    Command(CommandId.NEXT, CommandGroup.MOVING, _("Next"), ("Alt+Right", "Ctrl+Return")),
    Command(CommandId.PREVIOUS, CommandGroup.MOVING, _("Previous"), ("Alt+Left",)),
    Command(
        CommandId.NEXT_UNANSWERED,
        CommandGroup.MOVING,
        _("Next unanswered question"),
        ("Ctrl+Down", "Ctrl+PgDown"),
    ),
    Command(
        CommandId.GO_TO_NUMBER, CommandGroup.MOVING, _("Go to a question by number"), ("Ctrl+G",)
    ),
    Command(CommandId.SEARCH, CommandGroup.MOVING, _("Search the questions"), ("Ctrl+K",)),
    Command(CommandId.SECTIONS, CommandGroup.MOVING, _("Show or hide the sections"), ("F6",)),
    Command(
        CommandId.CHOOSE,
        CommandGroup.ANSWERING,
        _("Choose an answer by its number"),
        tuple(f"Ctrl+{number}" for number in range(1, MOST_CHOICES + 1)),
    ),
    Command(CommandId.NOTE, CommandGroup.ANSWERING, _("Go to the note"), ("Alt+N",), True),
    Command(CommandId.EVIDENCE, CommandGroup.ANSWERING, _("Add evidence"), ("Alt+E",), True),
    Command(CommandId.FLAG, CommandGroup.ANSWERING, _("Flag for the review"), ("Alt+L",), True),
    Command(
        CommandId.CONCERN,
        CommandGroup.ANSWERING,
        _("Raise an immediate concern"),
        ("Ctrl+Shift+C",),
    ),
    Command(CommandId.UNDO, CommandGroup.ANSWERING, _("Undo"), ("Ctrl+Z", "Alt+U")),
    Command(CommandId.REDO, CommandGroup.ANSWERING, _("Redo"), ("Ctrl+Shift+Z", "Alt+Shift+U")),
    Command(CommandId.HISTORY, CommandGroup.WINDOW, _("History of the audit"), ("Ctrl+H",)),
    Command(CommandId.GUIDANCE, CommandGroup.WINDOW, _("Show or hide the guidance"), ("F1",)),
    Command(CommandId.THEME, CommandGroup.WINDOW, _("Light or dark colours")),
    Command(CommandId.SHORTCUTS, CommandGroup.WINDOW, _("Keyboard shortcuts"), ("Ctrl+/", "F12")),
    Command(CommandId.LEAVE, CommandGroup.WINDOW, _("Back to the audits"), ("Alt+Home",)),
    Command(CommandId.LOCK, CommandGroup.WINDOW, _("Lock"), ("Ctrl+L",)),
    Command(CommandId.NEW_AUDIT, CommandGroup.AUDITS, _("Start a new audit"), ("Ctrl+N",)),
    Command(CommandId.FIND_AUDIT, CommandGroup.AUDITS, _("Find an audit"), ("Ctrl+F",)),
)

_BY_ID: Final = {command.id: command for command in COMMANDS}


def command(command_id: CommandId) -> Command:
    """Return the command with this id."""
    return _BY_ID[command_id]


def bind(widget: QWidget, handlers: Mapping[CommandId, Callable[[], None]]) -> None:
    """Have the keys of the commands in ``handlers`` work while ``widget`` is on show."""
    for command_id, handler in handlers.items():
        for key in command(command_id).keys:
            make_shortcut(widget, key, handler)


def make_shortcut(widget: QWidget, key: str, handler: Callable[[], None]) -> QShortcut:
    """Have one key call ``handler`` while ``widget`` is on show."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.activated.connect(handler)
    return shortcut


def in_group(group: CommandGroup) -> Iterable[Command]:
    """Yield the commands of a group, in the order of the list."""
    return (each for each in COMMANDS if each.group is group)
