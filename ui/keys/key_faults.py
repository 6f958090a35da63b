# SPDX-License-Identifier: MPL-2.0
"""Say why a key cannot be given to a command."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from auditapp.i18n import _
from ui.keys.commands import COMMANDS, Command, CommandId

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_HOLDING: Final = _CTRL | _ALT
_FUNCTION_KEYS: Final = range(Qt.Key.Key_F1.value, Qt.Key.Key_F12.value + 1)
_DIGITS: Final = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_WRITING: Final = range(Qt.Key.Key_Space.value, Qt.Key.Key_Escape.value)
"""All that stand for a sign; the others begin with Escape."""
_MOVING: Final = {
    each.value
    for each in (
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Control, Qt.Key.Key_Alt,
        Qt.Key.Key_Shift, Qt.Key.Key_Meta,
    )
}  # fmt: skip
_BY_WORDS: Final = {
    each.value
    for each in (
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete, Qt.Key.Key_Insert,
    )
}  # fmt: skip
"""What moves, deletes or copies in a text field when Ctrl is held."""
_AGENCIES: Final = frozenset(
    key for each in COMMANDS if each.id is CommandId.AGENCY for key in each.keys
)
_OF_OTHERS: Final = (
    "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Y", "Alt+Backspace", "Alt+F4", "Alt+Down",
    "Alt+Up", "Shift+F10",
)  # fmt: skip
"""What fields, and the computer, do with them everywhere: the last three open lists and menus."""


def key_fault(key: str, own: Command) -> str:
    """Return why the command ``own`` cannot have ``key``, as a sentence; empty if it can."""
    sequence = QKeySequence(key)
    combined = sequence[0] if sequence.count() == 1 else None  # type: ignore[index] # it can be
    if combined is None or combined.key() is Qt.Key.Key_unknown:
        return _("This is not a key that the program knows.")
    held, pressed = combined.keyboardModifiers(), combined.key().value
    reasons = (
        (
            _is_of_others(sequence, held, pressed),
            _("Text fields and the computer need this key for themselves."),
        ),
        (
            held & _HOLDING == _HOLDING,
            _("Ctrl and Alt together write letters on many keyboards. Use one of the two."),
        ),
        (
            not held & _HOLDING and pressed not in _FUNCTION_KEYS,
            _("Hold Ctrl or Alt with it, or use a key from F1 to F12: others are for writing."),
        ),
        (held == _CTRL and pressed in _DIGITS, _("Ctrl with a number chooses an answer.")),
        (sequence.toString() in _AGENCIES, _("Alt with a number ticks an agency.")),
        (
            bool(held & _ALT) and pressed in _WRITING and not _is_usual(sequence, own),
            _("Alt with a letter or a sign is for the underlined letters of labels. Hold Ctrl."),
        ),
    )
    return next((words for is_so, words in reasons if is_so), "")


def _is_of_others(sequence: QKeySequence, held: Qt.KeyboardModifier, pressed: int) -> bool:
    is_by_words = bool(held & _CTRL) and pressed in _BY_WORDS
    is_of_desktop = bool(held & Qt.KeyboardModifier.MetaModifier)
    is_named = sequence in map(QKeySequence, _OF_OTHERS)
    return pressed in _MOVING or is_by_words or is_of_desktop or is_named


def _is_usual(sequence: QKeySequence, own: Command) -> bool:
    """Tell whether a key is a usual one: of a command's own, or of any if no label carries it."""
    usual = (each.keys for each in COMMANDS if each.id is own.id or _is_free(each))
    return any(sequence in map(QKeySequence, keys) for keys in usual)


def _is_free(each: Command) -> bool:
    """Tell whether others may take the keys of a command that has given them up."""
    return not (each.label or each.is_fixed)
