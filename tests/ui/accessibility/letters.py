# SPDX-License-Identifier: MPL-2.0
"""Find keys that two controls on show wait for: Qt then carries out neither of them."""

from collections import defaultdict

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.accessibility.faults import seen


def shared_keys(root):
    """Find keys that more than one thing in ``root`` waits for, by its letter or as a command."""
    users = defaultdict(list)
    for key, user in _keys(root):
        users[key].append(user)
    return [f"{key} is of: {', '.join(names)}" for key, names in users.items() if len(names) > 1]


def _keys(root):
    for button in seen(root, QAbstractButton):
        if not button.shortcut().isEmpty():
            yield button.shortcut().toString(), f"{type(button).__name__} {button.text()!r}"
    for label in seen(root, QLabel):
        if label.buddy() is not None:
            key = QKeySequence.mnemonic(label.text()).toString()
            if key:
                yield key, f"{type(label).__name__} {label.text()!r}"
    for shortcut in root.findChildren(QShortcut):
        place = shortcut.parent()
        if shortcut.isEnabled() and place.isVisible() and place.window() is root.window():
            yield shortcut.key().toString(), f"a command of {type(place).__name__}"
