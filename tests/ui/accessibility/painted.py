# SPDX-License-Identifier: MPL-2.0
"""Find words that a widget or a row paints by itself and for which it has too little room.

No label tells of those: what is painted is listened to.
"""

import sys
from contextlib import ExitStack, contextmanager
from itertools import combinations
from unittest import mock

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from ui.theme import painting, pill_painting
from ui.theme.text_block import TextBlock, without_mnemonic

TOLERANCE = 2
"""Pixels that a measured width may be over, because places are rounded."""


def cut_where_painted(root):
    """Find words that are painted into less room than they need, and pills over other words."""
    heard = Heard()
    with heard.listening():
        picture = QImage(root.size(), QImage.Format.Format_RGB32)
        root.render(picture)
    return list(dict.fromkeys(heard.cut + list(heard.covered())))


class Heard:
    """Keep the words that were painted, each with its place in the picture."""

    def __init__(self):
        self.cut = []
        self._words = []

    def covered(self):
        """Yield what stands over other words."""
        for (where, text, place), (there, words, other) in combinations(self._words, 2):
            met = place.intersected(other)
            # Of two widgets one may be scrolled out of sight behind the other.
            if where is there and min(met.width(), met.height()) > TOLERANCE:
                yield f"painted over each other: {text!r}, {words!r}"

    @contextmanager
    def listening(self):
        """Hear what is painted by the functions that all our widgets paint words by."""
        with ExitStack() as patches:
            for spoken, hear in (
                (painting.draw_words, self._hear_words),
                (pill_painting.draw_pill, self._hear_pill),
            ):
                for module in list(sys.modules.values()):
                    if vars(module).get(spoken.__name__) is spoken:
                        patch = mock.patch.object(module, spoken.__name__, hear(spoken))
                        patches.enter_context(patch)
            block = mock.patch.object(TextBlock, "draw", self._hear_block(TextBlock.draw))
            patches.enter_context(block)
            yield

    def _keep(self, painter, words, place):
        in_picture = painter.deviceTransform().mapRect(place)
        self._words.append((painter.device(), words, in_picture))

    def _hear_words(self, draw_words):
        def hear(painter, rect, text, *args, mnemonic=False, **more):
            """Measure one line."""
            words = without_mnemonic(text) if mnemonic else text
            width = painter.fontMetrics().horizontalAdvance(words)
            if width > rect.width() + TOLERANCE:
                over = width - rect.width()
                self.cut.append(f"cut off where it is painted: {words!r}, {over:.0f} over")
            if not args:  # from the left
                place = QRectF(rect.x(), rect.y(), width, rect.height())
                self._keep(painter, words, place)
            draw_words(painter, rect, text, *args, mnemonic=mnemonic, **more)

        return hear

    def _hear_pill(self, draw_pill):
        def hear(painter, theme, place, text, tone, icon):
            """Keep where a pill is, in the place of its word."""
            height = theme.px(pill_painting.PILL_HEIGHT)
            width = pill_painting.pill_width(theme, text, icon)
            shape = QRectF(place.x(), place.y() - height / 2, width, height)
            before = len(self._words)
            draw_pill(painter, theme, place, text, tone, icon)
            del self._words[before:]
            self._keep(painter, text, shape)

        return hear

    def _hear_block(self, draw):
        def hear(block, painter, rect, **more):
            """Measure several lines."""
            over = block.height(rect.width()) - rect.height()
            if over > TOLERANCE:
                self.cut.append(f"cut off where it is painted: {block._text!r}, {over:.0f} below")
            place = QRectF(rect.topLeft(), block.size(rect.width()))
            self._keep(painter, block._text, place)
            draw(block, painter, rect, **more)

        return hear
