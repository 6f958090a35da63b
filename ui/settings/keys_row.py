# SPDX-License-Identifier: MPL-2.0
"""The keys of one command."""

from collections.abc import Sequence

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.keycap import Keycap
from ui.widgets.signs.text_label import TextLabel


class KeysRow(FlowRow):
    """Shortcuts beside each other in the middle of the row's height, or that there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(SPACE["3"])
        self._theme = theme
        self.words: tuple[str, ...] = ()

    def show_keys(self, words: Sequence[str]) -> None:
        """Show other shortcuts, each as it is written."""
        if self._items and tuple(words) == self.words:
            return
        self.clear()
        self.words = tuple(words)
        for each in words:
            self.add(Keycap(self._theme, each))
        if not words:
            self.add(TextLabel(self._theme, _("No key"), "small", "2"))

    def _arrange(self) -> None:
        rects = self._rects(self.width())
        spare = self.height() - max((rect.bottom() + 1 for rect in rects), default=0)
        for widget, rect in zip(self._shown(), rects, strict=True):
            widget.setGeometry(rect.translated(0, max(spare, 0) // 2))
