# SPDX-License-Identifier: MPL-2.0
"""Press a button by the letter of its shortcut, or by Enter; name keys as the computer does."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QAbstractButton


def native_keys(keys: str) -> str:
    """Return keys such as ``Ctrl+-`` as this computer's system writes them: ⌘- on a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def press_at_once(button: QAbstractButton, event: QEvent) -> bool:
    """Press ``button`` if ``event`` is its shortcut and no other button's; return whether it was.

    Qt would press it 100 ms later, and what is typed meanwhile would still go to the field before.
    """
    if not isinstance(event, QShortcutEvent) or event.isAmbiguous():
        return False
    if button.isCheckable():
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    button.click()
    return True


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press ``button`` if ``event`` is Enter, as Space does; return whether it is.

    Qt does so in dialogs alone, and there for the button that Enter is meant for: on a page nothing
    would happen, and with the focus on "Cancel" a dialog would carry out what it asks about.
    """
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not is_plain or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
