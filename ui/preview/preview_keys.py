# SPDX-License-Identifier: MPL-2.0
"""What the keys do in a preview."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider

from ui.keys.commands import CommandId
from ui.keys.keymap import command

if TYPE_CHECKING:
    from ui.preview.pdf_preview import PdfPreview

_HOLDING: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class PreviewKeys:
    """Find what a key does in one preview."""

    def __init__(self, preview: "PdfPreview") -> None:
        action, key = QAbstractSlider.SliderAction, Qt.Key
        moves = {
            key.Key_PageDown: action.SliderPageStepAdd,
            key.Key_Space: action.SliderPageStepAdd,
            key.Key_PageUp: action.SliderPageStepSub,
            key.Key_Down: action.SliderSingleStepAdd,
            key.Key_Up: action.SliderSingleStepSub,
            key.Key_Home: action.SliderToMinimum,
            key.Key_End: action.SliderToMaximum,
        }
        move = preview.verticalScrollBar().triggerAction
        self._plain: dict[Qt.Key, Callable[[], None]] = {
            **{each: partial(move, moves[each]) for each in moves},
            key.Key_Right: preview.show_next,
            key.Key_Left: preview.show_previous,
        }
        self._commands: dict[CommandId, Callable[[], None]] = {
            CommandId.LARGER: preview.zoom_in,
            CommandId.SMALLER: preview.zoom_out,
            CommandId.USUAL_SIZE: preview.reset_zoom,
        }

    def command(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here; nothing but a command with Ctrl or Alt held."""
        keys = _keys_of(event)
        for command_id, do in self._commands.items():
            if not keys.isdisjoint(command(command_id).keys):
                return do
        return None if event.modifiers() & _HOLDING else self._plain.get(Qt.Key(event.key()))


def _keys_of(event: QKeyEvent) -> set[str]:
    """Return what was pressed, with Shift and without: on many keyboards a plus needs it."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    ways = (held, held & ~Qt.KeyboardModifier.ShiftModifier)
    key = Qt.Key(event.key())
    return {QKeySequence(QKeyCombination(each, key)).toString() for each in ways}
