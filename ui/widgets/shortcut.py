# SPDX-License-Identifier: MPL-2.0
"""Press a button by the letter of its shortcut."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcutEvent
from PySide6.QtWidgets import QAbstractButton


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
