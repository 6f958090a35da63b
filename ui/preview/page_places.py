# SPDX-License-Identifier: MPL-2.0
"""Where each page of a document lies on the long sheet that one scrolls through."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF


class PagePlaces:
    """Pages under each other, in pixels; the widest is ``width`` wide, all have the same scale."""

    def __init__(self, sizes: Sequence[QSizeF], width: float, gap: float) -> None:
        self.width = width
        self._gap = gap
        self._tops: list[float] = []
        widest = max((size.width() for size in sizes), default=1.0)
        self._sizes = [size * (width / widest) for size in sizes]
        top = gap
        for size in self._sizes:
            self._tops.append(top)
            top += size.height() + gap
        self.height = top

    def rect(self, page: int) -> QRectF:
        """Return where a page lies; narrower ones are in the middle."""
        size = self._sizes[page]
        return QRectF((self.width - size.width()) / 2, self._tops[page], *size.toTuple())

    def page_at(self, y: float) -> int:
        """Return the page that ``y`` lies on, or the one above where it lies between two."""
        return max(0, bisect_right(self._tops, y) - 1)

    def pages_between(self, top: float, bottom: float) -> range:
        """Return the pages of which something lies between two heights."""
        if not self._sizes:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)

    def top(self, page: int) -> float:
        """Return the height at which a page begins, with the gap above it."""
        return self._tops[page] - self._gap
