# SPDX-License-Identifier: MPL-2.0
"""Underline the letter of a command in its label, while that letter is one of its keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, command
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel

Labelled = CheckBox | PushButton | TextLabel


def underline(widget: Labelled, command_id: CommandId) -> None:
    """Have ``widget`` show the label of a command, now and whenever the keys are others.

    The keys themselves are bound by whoever carries the command out. Only the label of a field
    waits for its letter by itself.
    """
    _Underlining(widget, command_id)


class _Underlining(QObject):
    """The words of one widget, made anew when the keys are others."""

    def __init__(self, widget: Labelled, command_id: CommandId) -> None:
        super().__init__(widget)
        self._widget = widget
        self._command_id = command_id
        self._show()
        KEYMAP.changed.connect(self._show)

    def _show(self) -> None:
        words, widget = command(self._command_id).label_now, self._widget
        if isinstance(widget, PushButton):
            widget.setText(words)
        else:
            widget.set_text(words)
        if not isinstance(widget, TextLabel):
            # Qt has the button wait for the letter as well, and then carries out neither.
            widget.setShortcut(QKeySequence())
