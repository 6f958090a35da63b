# SPDX-License-Identifier: MPL-2.0
"""What the keys do in a preview."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from ui.review.pdf_preview import PdfPreview


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
        self._with_ctrl: dict[Qt.Key, Callable[[], None]] = {
            key.Key_Plus: preview.zoom_in,
            key.Key_Equal: preview.zoom_in,
            key.Key_Minus: preview.zoom_out,
            key.Key_0: preview.reset_zoom,
        }

    def command(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does here; nothing with Alt, which belongs to the window."""
        held = event.modifiers()
        if held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return None
        has_ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        commands = self._with_ctrl if has_ctrl else self._plain
        return commands.get(Qt.Key(event.key()))
