# SPDX-License-Identifier: MPL-2.0
"""Say why a key cannot be given to a command."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from auditapp.i18n import _

_HOLDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FUNCTION_KEYS: Final = range(Qt.Key.Key_F1.value, Qt.Key.Key_F12.value + 1)
_DIGITS: Final = range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)
_MOVING: Final = {
    each.value
    for each in (
        Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Control, Qt.Key.Key_Alt,
        Qt.Key.Key_Shift, Qt.Key.Key_Meta,
    )
}  # fmt: skip
_OF_TEXT: Final = ("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Alt+F4")
"""What text fields, and the computer, do with them everywhere."""


def key_fault(key: str) -> str:
    """Return why ``key`` cannot be used, as a sentence; empty if it can."""
    sequence = QKeySequence(key)
    combined = sequence[0] if sequence.count() == 1 else None  # type: ignore[index] # it can be
    if combined is None or combined.key() is Qt.Key.Key_unknown:
        return _("This is not a key that the program knows.")
    held, pressed = combined.keyboardModifiers(), combined.key().value
    is_function_key = pressed in _FUNCTION_KEYS
    if pressed in _MOVING or sequence in map(QKeySequence, _OF_TEXT):
        return _("Text fields and the computer need this key for themselves.")
    if held & _HOLDING == _HOLDING:
        return _("Ctrl and Alt together write letters on many keyboards. Use one of the two.")
    if not held & _HOLDING and not is_function_key:
        return _("Hold Ctrl or Alt with it, or use a key from F1 to F12: others are for writing.")
    if held == Qt.KeyboardModifier.ControlModifier and pressed in _DIGITS:
        return _("Ctrl with a number chooses an answer.")
    return ""
