# SPDX-License-Identifier: MPL-2.0
"""Say something through a screen reader without moving the focus.

The classes for it are made when they are first asked for: see ``told_focus``.
"""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``text`` when it has finished, or at once if it is ``urgent``."""
    event = QtGui.QAccessibleAnnouncementEvent(widget, text)
    politeness = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QtGui.QAccessible.updateAccessibility(event)
