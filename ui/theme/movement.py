# SPDX-License-Identifier: MPL-2.0
"""Keep still what Qt moves by itself."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_EFFECTS: Final = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Movement:
    """Stop the blinking of the caret and the unrolling and fading of lists, or let them be."""

    def __init__(self) -> None:
        self._flash_time = 0
        self._effects: list[Qt.UIEffect] = []

    def keep_still(self, application: QApplication, *, is_still: bool) -> None:
        """Stop what moves, or let move again what did before."""
        if is_still:
            self._flash_time = application.cursorFlashTime()
            self._effects = [each for each in _EFFECTS if application.isEffectEnabled(each)]
        application.setCursorFlashTime(0 if is_still else self._flash_time)
        for effect in self._effects:
            application.setEffectEnabled(effect, not is_still)
