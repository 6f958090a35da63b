# SPDX-License-Identifier: MPL-2.0
"""List everything that the window does at the press of a key, in one place, with its usual keys.

Which keys are in force, ``keymap`` knows: buttons take their tool tips from there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QKeySequence

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
    REPEAT = "repeat"
    NOTE = "note"
    EVIDENCE = "evidence"
    FLAG = "flag"
    CONCERN = "concern"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"
    GUIDANCE = "guidance"
    THEME = "theme"
    HELP = "help"
    PALETTE = "palette"
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

    ``is_fixed`` says that nobody can give it other keys, as when a label in the form carries it.
    """

    id: CommandId
    group: CommandGroup
    words: str
    keys: tuple[str, ...] = ()
    is_fixed: bool = False

    @property
    def key_words(self) -> tuple[str, ...]:
        """Return the keys as people of this computer's system write them."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(QKeySequence(key).toString(native) for key in self.keys)

    @property
    def shortcut(self) -> str:
        """Return the usual key for a tool tip, empty when there is none."""
        return self.key_words[0] if self.keys else ""


def _letter_of(label: str) -> tuple[str, ...]:
    """Return the key of a label in the form, in the language in use; macOS has none."""
    return tuple(filter(None, [QKeySequence.mnemonic(label).toString()]))


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
        is_fixed=True,
    ),
    Command(
        CommandId.REPEAT,
        CommandGroup.ANSWERING,
        _("Answer as the last question like it"),
        ("Ctrl+.",),
    ),
    Command(
        CommandId.NOTE,
        CommandGroup.ANSWERING,
        _("Go to the note"),
        _letter_of(_("&Note")),
        is_fixed=True,
    ),
    Command(
        CommandId.EVIDENCE,
        CommandGroup.ANSWERING,
        _("Add evidence"),
        _letter_of(_("Add &evidence")),
        is_fixed=True,
    ),
    Command(
        CommandId.FLAG,
        CommandGroup.ANSWERING,
        _("Flag for the review"),
        _letter_of(_("F&lag for the review")),
        is_fixed=True,
    ),
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
    Command(CommandId.HELP, CommandGroup.WINDOW, _("Help with what is on show"), ("Shift+F1",)),
    Command(CommandId.THEME, CommandGroup.WINDOW, _("Light or dark colours")),
    Command(
        CommandId.PALETTE,
        CommandGroup.WINDOW,
        _("Do or find anything"),
        ("Ctrl+Shift+P", "F2"),
    ),
    Command(CommandId.SHORTCUTS, CommandGroup.WINDOW, _("Keyboard shortcuts"), ("Ctrl+/", "F12")),
    Command(CommandId.LEAVE, CommandGroup.WINDOW, _("Back to the audits"), ("Alt+Home",)),
    Command(CommandId.LOCK, CommandGroup.WINDOW, _("Lock"), ("Ctrl+L",)),
    Command(CommandId.NEW_AUDIT, CommandGroup.AUDITS, _("Start a new audit"), ("Ctrl+N",)),
    Command(CommandId.FIND_AUDIT, CommandGroup.AUDITS, _("Find an audit"), ("Ctrl+F",)),
)
