# SPDX-License-Identifier: MPL-2.0
"""List everything that the window does at the press of a key, in one place, with its usual keys.

Which keys are in force, ``keymap`` knows: buttons take their tool tips from there.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QKeySequence

from auditapp.i18n import _
from ui.theme.text_block import without_mnemonic


class CommandId(StrEnum):
    """Name what can be asked for."""

    PREVIOUS = "previous"
    NEXT = "next"
    NEXT_UNANSWERED = "next_unanswered"
    GO_TO_NUMBER = "go_to_number"
    SEARCH = "search"
    SECTIONS = "sections"
    CHOOSE = "choose"
    AGENCY = "agency"
    REPEAT = "repeat"
    NOT_APPLICABLE = "not_applicable"
    NONE_ON_FILE = "none_on_file"
    LATE_REASON = "late_reason"
    NOTE = "note"
    EVIDENCE = "evidence"
    ACTION = "action"
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
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual_size"
    GUIDE_BACK = "guide_back"
    GUIDE_FORWARD = "guide_forward"
    GUIDE_SEARCH = "guide_search"


class CommandGroup(StrEnum):
    """Name the headings under which the commands are listed."""

    MOVING = "moving"
    ANSWERING = "answering"
    WINDOW = "window"
    AUDITS = "audits"
    PREVIEW = "preview"
    GUIDE = "guide"


GROUP_WORDS: Final[Mapping[CommandGroup, str]] = {
    CommandGroup.MOVING: _("Moving about"),
    CommandGroup.ANSWERING: _("Answering"),
    CommandGroup.WINDOW: _("The window"),
    CommandGroup.AUDITS: _("The list of audits"),
    CommandGroup.PREVIEW: _("The preview of a report"),
    CommandGroup.GUIDE: _("The guide"),
}

_APART: Final = frozenset({CommandGroup.GUIDE})
"""Groups with a window of their own, in which no command of another group works."""


@dataclass(frozen=True, slots=True)
class Command:
    """Hold one command: its words, and its keys with the usual one first.

    ``is_fixed`` says that nobody can give it other keys, because they are the numbers on show.
    ``label`` is what carries its letter in a form; the label of a field (``is_field``) waits for
    the letter by itself, as long as that is one of the keys.
    """

    id: CommandId
    group: CommandGroup
    words: str
    keys: tuple[str, ...] = ()
    is_fixed: bool = False
    label: str = ""
    is_field: bool = False

    @property
    def own_letter(self) -> str:
        """Return the key that a label on show waits for by itself; empty if there is none."""
        return _letter_of(self.label) if self.is_field else ""

    @property
    def label_now(self) -> str:
        """Return the label, with its letter marked only if that is one of the keys."""
        return self.label if _letter_of(self.label) in self.keys else without_mnemonic(self.label)

    @property
    def key_words(self) -> tuple[str, ...]:
        """Return the keys as people of this computer's system write them."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(QKeySequence(key).toString(native) for key in self.keys)

    @property
    def listed_keys(self) -> tuple[str, ...]:
        """Return the keys as a list shows them: numbers from the first to the last."""
        words = self.key_words
        return (f"{words[0]}–{len(words)}",) if self.is_fixed else words

    @property
    def shortcut(self) -> str:
        """Return the usual key for a tool tip, empty when there is none."""
        return self.key_words[0] if self.keys else ""


def can_meet(one: Command, other: Command) -> bool:
    """Tell whether two commands work in one window, so that they cannot have one key."""
    groups = {one.group, other.group}
    return len(groups) == 1 or not groups & _APART


def _letter_of(label: str) -> str:
    """Return the key of a label in the form, in the language in use; macOS has none."""
    return QKeySequence.mnemonic(label).toString()


def _labelled(
    command_id: CommandId, words: str, label: str, key: str, *, is_field: bool = False
) -> Command:
    """Return a command with the letter of its label, and a key that works where there are none."""
    keys = (*filter(None, [_letter_of(label)]), key)
    group = CommandGroup.ANSWERING
    return Command(command_id, group, words, keys, label=label, is_field=is_field)


MOST_CHOICES: Final = 9


def agency_keys(platform: str) -> tuple[str, ...]:
    """Return the keys of agencies on a platform of ``sys.platform``.

    On a Mac Option (Alt) and a number write signs, "#" among them; Command has to be held as well.
    """
    held = "Ctrl+Alt" if platform == "darwin" else "Alt"
    return tuple(f"{held}+{number}" for number in range(1, MOST_CHOICES + 1))


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
        CommandId.AGENCY,
        CommandGroup.ANSWERING,
        _("Tick an agency by its number"),
        agency_keys(sys.platform),
        is_fixed=True,
    ),
    Command(
        CommandId.REPEAT,
        CommandGroup.ANSWERING,
        _("Answer as the last question like it"),
        ("Ctrl+.",),
    ),
    _labelled(
        CommandId.NOT_APPLICABLE,
        _("Say that the question does not apply"),
        _("Not &applicable"),
        "Ctrl+Shift+A",
    ),
    _labelled(
        CommandId.NONE_ON_FILE,
        _("Say that there is no date on file"),
        _("No date on &file"),
        "Ctrl+Shift+F",
    ),
    _labelled(
        CommandId.LATE_REASON,
        _("Go to the reason for lateness"),
        _("&Reason for lateness"),
        "Ctrl+Shift+R",
        is_field=True,
    ),
    _labelled(CommandId.NOTE, _("Go to the note"), _("&Note"), "Ctrl+Shift+N", is_field=True),
    _labelled(CommandId.EVIDENCE, _("Add evidence"), _("Add &evidence"), "Ctrl+Shift+E"),
    _labelled(CommandId.ACTION, _("Add an action"), _("&This needs an action"), "Ctrl+Shift+T"),
    _labelled(CommandId.FLAG, _("Flag for the review"), _("F&lag for the review"), "Ctrl+Shift+L"),
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
    Command(CommandId.LARGER, CommandGroup.PREVIEW, _("Larger"), ("Ctrl++", "Ctrl+=")),
    Command(CommandId.SMALLER, CommandGroup.PREVIEW, _("Smaller"), ("Ctrl+-",)),
    Command(CommandId.USUAL_SIZE, CommandGroup.PREVIEW, _("Back to 100 %"), ("Ctrl+0",)),
    Command(CommandId.GUIDE_BACK, CommandGroup.GUIDE, _("Back"), ("Alt+Left",)),
    Command(CommandId.GUIDE_FORWARD, CommandGroup.GUIDE, _("Forward"), ("Alt+Right",)),
    Command(CommandId.GUIDE_SEARCH, CommandGroup.GUIDE, _("Search the guide"), ("Ctrl+F",)),
)
